import { discoverJourney } from '../../model/formats/discoverJourney.ts';
import { logRemarks, mapFromLog } from '../../model/formats/mapFromLog.ts';
import { mapFromMermaid } from '../../model/formats/mapFromMermaid.ts';
import { mapToBpmn } from '../../model/formats/mapToBpmn.ts';
import { mapToJiraCsv } from '../../model/formats/mapToJiraCsv.ts';
import { mapToMarkdown } from '../../model/formats/mapToMarkdown.ts';
import { mapToMermaid } from '../../model/formats/mapToMermaid.ts';
import { mapFromJson, mapToJson } from '../../model/map/mapJson.ts';
import { err, ok } from '../../model/result.ts';
import { importNoteText } from '../../model/text/importNoteText.ts';
import { mapFileErrorText } from '../../model/text/mapFileErrorText.ts';
import { mermaidErrorText } from '../../model/text/mermaidErrorText.ts';
import { exportFormats } from '../export/exportFormats.ts';
import { eventLogOf } from './eventLogFile.ts';
import type { MapFormat } from './mapFormat.ts';
import { tableFormats } from './tableFormats.ts';

/** The formats that `throughline convert` knows, by file ending. A new format is one entry here and its code in model/formats. */
export const mapFormats: readonly MapFormat[] = [
  {
    endings: ['.json'],
    read: (bytes, { language }) => {
      const map = mapFromJson(new TextDecoder().decode(bytes));
      return Promise.resolve(
        map.ok ? ok({ map: map.value, notes: [] }) : err(mapFileErrorText(map.error, language)),
      );
    },
    write: (map) => Promise.resolve(ok(mapToJson(map))),
  },
  {
    endings: ['.mmd', '.mermaid'],
    read: (bytes, context) => {
      const read = mapFromMermaid(new TextDecoder().decode(bytes), context);
      if (!read.ok) return Promise.resolve(err(mermaidErrorText(read.error, context.language)));
      const notes = read.value.notes.map((note) => importNoteText(note, context.language));
      return Promise.resolve(ok({ map: read.value.map, notes }));
    },
    write: (map) => Promise.resolve(ok(mapToMermaid(map))),
  },
  ...tableFormats,
  {
    endings: ['.xes', '.xes.gz'],
    read: (bytes, { language, name, random }) => {
      const log = eventLogOf(bytes, name, {}, language);
      if (!log.ok) return Promise.resolve(log);
      const journey = discoverJourney(log.value);
      const map = mapFromLog(journey, log.value.name, { language, random });
      return Promise.resolve(ok({ map, notes: logRemarks(journey, language) }));
    },
  },
  { endings: ['.md'], write: (map) => Promise.resolve(ok(mapToMarkdown(map))) },
  { endings: ['.bpmn'], write: (map) => Promise.resolve(ok(mapToBpmn(map))) },
  { endings: ['.jira.csv'], write: (map) => Promise.resolve(ok(mapToJiraCsv(map))) },
  ...exportFormats,
];

/** The format with the longest ending that the path has: `.jira.csv` before `.csv`. */
export function formatOf(path: string, can: 'read' | 'write'): MapFormat | undefined {
  const lower = path.toLowerCase();
  const fitting = mapFormats
    .filter((format) => format[can] !== undefined)
    .flatMap((format) => format.endings.map((ending) => ({ format, ending })))
    .filter(({ ending }) => lower.endsWith(ending));
  return fitting.sort((a, b) => b.ending.length - a.ending.length)[0]?.format;
}

export const endingsThatCan = (can: 'read' | 'write'): readonly string[] =>
  mapFormats.filter((format) => format[can] !== undefined).flatMap((format) => format.endings);
