import { discoverJourney } from '../../model/formats/discoverJourney.ts';
import { mapFromLog } from '../../model/formats/mapFromLog.ts';
import { mapFromMermaid } from '../../model/formats/mapFromMermaid.ts';
import { mapToBpmn } from '../../model/formats/mapToBpmn.ts';
import { mapToJiraCsv } from '../../model/formats/mapToJiraCsv.ts';
import { mapToMarkdown } from '../../model/formats/mapToMarkdown.ts';
import { mapToMermaid } from '../../model/formats/mapToMermaid.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { mapFromJson, mapToJson } from '../../model/map/mapJson.ts';
import type { RandomSource } from '../../model/map/newId.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { importNoteText } from '../../model/text/importNoteText.ts';
import { mapFileErrorText } from '../../model/text/mapFileErrorText.ts';
import { mermaidErrorText } from '../../model/text/mermaidErrorText.ts';
import { exportFormats } from '../export/exportFormats.ts';
import { eventLogOf } from './eventLogFile.ts';
import { tableFormats } from './tableFormats.ts';

/** The formats that `throughline convert` knows, by file ending. A new format is one entry here and its code in model/formats. */
export interface MapFormat {
  readonly endings: readonly string[];
  read?(bytes: Uint8Array, context: ReadContext): Promise<Result<ReadMap, string>>;
  write?(map: JourneyMap, options: WriteOptions): Promise<Result<string | Uint8Array, string>>;
}

export interface ReadContext {
  /** The language of messages, and of a map whose file does not say its own. */
  readonly language: Language;
  /** File name without folder and ending: the title of a map whose file has none. */
  readonly name: string;
  readonly random: RandomSource;
}

export interface ReadMap {
  readonly map: JourneyMap;
  /** What was repaired or left out, one sentence each. */
  readonly notes: readonly string[];
}

/** The options of `convert` as they were typed (docs/spec/cli.md); each writer reads its own. */
export interface WriteOptions {
  readonly language: Language;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

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
      const map = mapFromLog(discoverJourney(log.value), log.value.name, { language, random });
      return Promise.resolve(ok({ map, notes: [] }));
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
