import { useLingui } from '@lingui/react/macro';
import type { ExportGroup, ExportKindName } from './exportKinds.ts';

export interface ExportKindText {
  readonly title: string;
  /** What the file is for, in a sentence. */
  readonly purpose: string;
}

/** The words for the kinds of files and their groups. */
export function useExportKindText(): {
  readonly kinds: Readonly<Record<ExportKindName, ExportKindText>>;
  readonly groups: Readonly<Record<ExportGroup, string>>;
} {
  const { t } = useLingui();
  return {
    groups: {
      print: t`To print and to read`,
      picture: t`Pictures`,
      office: t`Office`,
      elsewhere: t`To go on with elsewhere`,
    },
    kinds: {
      page: {
        title: t`PDF, one page`,
        purpose: t`The whole map on one sheet, with text that can be searched and read aloud.`,
      },
      booklet: {
        title: t`PDF, booklet`,
        purpose: t`The map over several pages, with cover, legend, forecast and sources: for reading at a desk.`,
      },
      poster: {
        title: t`PDF, poster in sheets`,
        purpose: t`A large map cut into sheets with crop marks, to be put together on a wall.`,
      },
      memo: {
        title: t`PDF, decision memo`,
        purpose: t`Two pages for who decides: problem, options, forecast with its interval, cost, what is not known.`,
      },
      svg: {
        title: t`SVG, with text`,
        purpose: t`A drawing that scales; its words can be edited where the typeface is installed.`,
      },
      outlines: {
        title: t`SVG, letters as shapes`,
        purpose: t`A drawing that looks the same everywhere, also without the typeface.`,
      },
      png: { title: t`PNG`, purpose: t`A picture for documents, chats and web pages.` },
      pptx: {
        title: t`PowerPoint`,
        purpose: t`A slide for each stage; every card is a shape that can be edited.`,
      },
      xlsx: {
        title: t`Excel workbook`,
        purpose: t`Sheets with the blueprint, the metrics, the index and the evidence.`,
      },
      csv: { title: t`Table (CSV)`, purpose: t`One row for each card. Can be edited and imported again.` },
      json: {
        title: t`Throughline map`,
        purpose: t`Everything in the map. Can be imported again, here or on another device.`,
      },
      comments: {
        title: t`Comments`,
        purpose: t`What people said about this map. On the command line it becomes the appendix of a booklet.`,
      },
      mermaid: {
        title: t`Mermaid journey`,
        purpose: t`Stages, steps and emotions as text for wikis and repositories. Cards have no place in it.`,
      },
      markdown: { title: t`Markdown`, purpose: t`The map as an outline in plain text.` },
      bpmn: {
        title: t`BPMN`,
        purpose: t`The steps and arrows as a process for modelling tools. Emotions and numbers have no place in it.`,
      },
      jira: {
        title: t`Jira import (CSV)`,
        purpose: t`Pain points and opportunities as issues for a backlog.`,
      },
    },
  };
}
