import type { DocumentLayout } from '../../model/drawing/mapDocument.ts';
import { mapToBpmn } from '../../model/formats/mapToBpmn.ts';
import { writeDelimited } from '../../model/formats/delimited.ts';
import { mapToJiraCsv } from '../../model/formats/mapToJiraCsv.ts';
import { mapToMarkdown } from '../../model/formats/mapToMarkdown.ts';
import { mapToFlatTable } from '../../model/formats/mapToTable.ts';
import { mapToMermaid } from '../../model/formats/mapToMermaid.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { mapToJson } from '../../model/map/mapJson.ts';
import type { Comment } from '../../model/protocol/talk.ts';
import type { DrawnFormat } from '../workers/exportMessages.ts';

/** Everything a map can leave as, in the order of the dialog. */
export const exportKindNames = [
  'page',
  'booklet',
  'poster',
  'memo',
  'svg',
  'outlines',
  'png',
  'pptx',
  'xlsx',
  'csv',
  'json',
  'comments',
  'mermaid',
  'markdown',
  'bpmn',
  'jira',
] as const;
export type ExportKindName = (typeof exportKindNames)[number];

export const exportGroups = ['print', 'picture', 'office', 'elsewhere'] as const;
export type ExportGroup = (typeof exportGroups)[number];

/** What can be chosen about a file beside its kind. */
export type ExportOption =
  | 'paper'
  | 'margin'
  | 'overlap'
  | 'view'
  | 'theme'
  | 'language'
  | 'plan'
  | 'parts'
  | 'evidence'
  | 'comments';

interface Common {
  readonly group: ExportGroup;
  /** Of the file, without the point. */
  readonly ending: string;
}

/** Drawn files are made in the Worker from the same drawing as their preview; texts are written at once. */
export type ExportKind = Common &
  (
    | {
        readonly by: 'drawing';
        readonly format: DrawnFormat;
        readonly layout?: DocumentLayout;
        /** What the preview shows: the pages of the document, the one picture, or nothing for a workbook. */
        readonly preview: 'pages' | 'picture' | 'none';
        readonly options: readonly ExportOption[];
      }
    | {
        readonly by: 'text';
        readonly mime: string;
        readonly write: (map: JourneyMap, comments: readonly Comment[]) => string;
      }
  );

const look: readonly ExportOption[] = ['view', 'theme', 'language', 'plan', 'parts'];
const sheet: readonly ExportOption[] = ['paper', 'margin', ...look];

const pdf = (layout: DocumentLayout, options: readonly ExportOption[]): ExportKind => ({
  group: 'print',
  ending: 'pdf',
  by: 'drawing',
  format: 'pdf',
  layout,
  preview: 'pages',
  options,
});

const picture = (format: DrawnFormat, ending: string): ExportKind => ({
  group: 'picture',
  ending,
  by: 'drawing',
  format,
  preview: 'picture',
  options: look,
});

/** The mark tells Excel that the file is UTF-8. */
const excelMark = '\uFEFF';

export const exportKinds: Readonly<Record<ExportKindName, ExportKind>> = {
  page: pdf('page', sheet),
  booklet: pdf('booklet', [...sheet, 'evidence', 'comments']),
  poster: pdf('poster', [...sheet, 'overlap']),
  memo: pdf('memo', ['paper', 'margin', 'theme', 'language', 'plan']),
  svg: picture('svg', 'svg'),
  outlines: picture('outlines', 'svg'),
  png: picture('png', 'png'),
  pptx: {
    group: 'office',
    ending: 'pptx',
    by: 'drawing',
    format: 'pptx',
    preview: 'picture',
    options: look,
  },
  xlsx: {
    group: 'office',
    ending: 'xlsx',
    by: 'drawing',
    format: 'xlsx',
    preview: 'none',
    options: ['language'],
  },
  csv: {
    group: 'office',
    ending: 'csv',
    by: 'text',
    mime: 'text/csv;charset=utf-8',
    write: (map) => excelMark + writeDelimited(mapToFlatTable(map), ','),
  },
  json: { group: 'elsewhere', ending: 'json', by: 'text', mime: 'application/json', write: mapToJson },
  comments: {
    group: 'elsewhere',
    ending: 'comments.json',
    by: 'text',
    mime: 'application/json',
    write: (_, comments) => `${JSON.stringify(comments, null, 2)}\n`,
  },
  mermaid: {
    group: 'elsewhere',
    ending: 'mmd',
    by: 'text',
    mime: 'text/plain;charset=utf-8',
    write: mapToMermaid,
  },
  markdown: {
    group: 'elsewhere',
    ending: 'md',
    by: 'text',
    mime: 'text/markdown;charset=utf-8',
    write: mapToMarkdown,
  },
  bpmn: { group: 'elsewhere', ending: 'bpmn', by: 'text', mime: 'application/xml', write: mapToBpmn },
  jira: {
    group: 'elsewhere',
    ending: 'jira.csv',
    by: 'text',
    mime: 'text/csv;charset=utf-8',
    write: mapToJiraCsv,
  },
};
