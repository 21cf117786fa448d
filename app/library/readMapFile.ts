import { gunzipSync } from 'fflate';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { mapFromJson, type MapFileError } from '../../model/map/mapJson.ts';
import { readDelimited } from '../../model/formats/delimited.ts';
import { discoverJourney } from '../../model/formats/discoverJourney.ts';
import type { EventLog } from '../../model/formats/eventLog.ts';
import { eventLogFromTable, type LogTableError } from '../../model/formats/eventLogFromTable.ts';
import { eventLogFromXes, type XesError } from '../../model/formats/eventLogFromXes.ts';
import { logRemarks, mapFromLog } from '../../model/formats/mapFromLog.ts';
import { type ImportedMap, mapFromMermaid, type MermaidError } from '../../model/formats/mapFromMermaid.ts';
import { mapFromTable, type TableError } from '../../model/formats/mapFromTable.ts';
import {
  arrangedRows,
  explainsItself,
  guessTableLayout,
  type TableLayout,
} from '../../model/formats/tableLayout.ts';
import { encodingOf } from '../../model/formats/textEncoding.ts';
import type { RandomSource } from '../../model/map/newId.ts';
import { importNoteText } from '../../model/text/importNoteText.ts';
import { secureRandom } from '../session/secureRandom.ts';
import { type Sheet, sheetsOfWorkbook } from '../workers/readSheets.ts';
import { err, ok, type Result } from '../../model/result.ts';

/** Reads a file that somebody chose or dropped into a new map; run in a Worker (workers/importFile.ts). */

export interface ReadMap {
  readonly map: JourneyMap;
  /** What was mended or left out, each a sentence for people. */
  readonly remarks: readonly string[];
}

export type ReadFileError =
  | MapFileError
  | MermaidError
  | TableError
  | XesError
  | LogTableError
  | { readonly type: 'UnknownFile'; readonly fileName: string }
  | { readonly type: 'NotAWorkbook' }
  | { readonly type: 'NotPacked' }
  /** A table whose columns do not say what they are: the first rows of its sheets, to ask. */
  | { readonly type: 'NeedsLayout'; readonly sheets: readonly Sheet[]; readonly layout: TableLayout }
  | { readonly type: 'FileTooLarge'; readonly megabytes: number; readonly most: number };

interface ReadContext {
  readonly language: Language;
  readonly name: string;
  readonly random: RandomSource;
  /** How people said that a table is to be read. */
  readonly layout: TableLayout | undefined;
}

const mostMegabytes = 50;
/** Logs pack well: of a packed one this much is opened. */
const mostUnpackedMegabytes = 300;

/** `onProgress`: the share of the file that was read, 0..1; told for logs, which may be long. */
export async function readMapFile(
  file: File,
  language: Language,
  onProgress: (share: number) => void = () => {},
  layout?: TableLayout,
): Promise<Result<ReadMap, ReadFileError>> {
  const megabytes = file.size / 1_000_000;
  if (megabytes > mostMegabytes) return err({ type: 'FileTooLarge', megabytes, most: mostMegabytes });
  const ending = /\.([a-z]+(?:\.gz)?)$/i.exec(file.name)?.[1]?.toLowerCase();
  const context = {
    language,
    layout,
    name: file.name.replace(/(\.[^.]+?)(\.gz)?$/, ''),
    random: secureRandom,
  };
  switch (ending) {
    case 'json': {
      const map = mapFromJson(await file.text());
      return map.ok ? ok({ map: map.value, remarks: [] }) : map;
    }
    case 'mmd':
    case 'mermaid':
      return withRemarks(mapFromMermaid(await file.text(), context), language);
    case 'csv':
    case 'tsv':
      return mapOfSheets([{ name: '', rows: readDelimited(await textOf(file)) }], context);
    case 'xlsx': {
      const sheets = await sheetsOfWorkbook(new Uint8Array(await file.arrayBuffer()));
      return sheets.ok ? mapOfSheets(sheets.value, context) : sheets;
    }
    case 'xes':
      return mapOfXes(await textOf(file), context, onProgress);
    case 'xes.gz': {
      const text = await unpackedText(file);
      return text.ok ? mapOfXes(text.value, context, onProgress) : text;
    }
    default:
      return err({ type: 'UnknownFile', fileName: file.name });
  }
}

/** As many rows as people are shown to recognise a table. */
const mostShown = 30;

function mapOfSheets(sheets: readonly Sheet[], context: ReadContext): Result<ReadMap, ReadFileError> {
  const layout = context.layout ?? guessedLayout(sheets);
  const rows = sheets[layout.sheet]?.rows ?? [];
  const isEmpty = rows.every((row) => row.every((cell) => cell.trim() === ''));
  const arranged = arrangedRows(rows, layout);
  if (!arranged.ok || (context.layout === undefined && !isEmpty && !explainsItself(rows, layout)))
    return err({
      type: 'NeedsLayout',
      sheets: sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, mostShown) })),
      layout,
    });
  if (layout.as !== 'log') return withRemarks(mapFromTable(arranged.value, context), context.language);
  const log = eventLogFromTable(arranged.value, {}, context.name);
  return log.ok ? ok(mapOfLog(log.value, context)) : log;
}

/** A list says more than a log or a grid, where a workbook has several. */
function guessedLayout(sheets: readonly Sheet[]): TableLayout {
  const layouts = sheets.map(({ rows }, sheet) => guessTableLayout(rows, sheet));
  return (
    layouts.find(({ as }) => as === 'list') ??
    layouts.find(({ as }) => as === 'log') ??
    layouts[0] ??
    guessTableLayout([], 0)
  );
}

function mapOfXes(
  text: string,
  context: ReadContext,
  onProgress: (share: number) => void,
): Result<ReadMap, ReadFileError> {
  const log = eventLogFromXes(text, context.name, onProgress);
  return log.ok ? ok(mapOfLog(log.value, context)) : log;
}

function mapOfLog(log: EventLog, context: ReadContext): ReadMap {
  const journey = discoverJourney(log);
  return {
    map: mapFromLog(journey, log.name, context),
    remarks: logRemarks(journey, context.language),
  };
}

async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

async function unpackedText(file: File): Promise<Result<string, ReadFileError>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return err({ type: 'NotPacked' });
  // The last four bytes of gzip say how long the text is; fflate opens no more than that.
  const length = bytes.length < 18 ? 0 : new DataView(bytes.buffer).getUint32(bytes.length - 4, true);
  if (length > mostUnpackedMegabytes * 1_000_000)
    return err({ type: 'FileTooLarge', megabytes: length / 1_000_000, most: mostUnpackedMegabytes });
  try {
    const plain = gunzipSync(bytes);
    return ok(new TextDecoder(encodingOf(plain)).decode(plain));
  } catch {
    return err({ type: 'NotPacked' });
  }
}

function withRemarks<E>(read: Result<ImportedMap, E>, language: Language): Result<ReadMap, E> {
  if (!read.ok) return read;
  return ok({
    map: read.value.map,
    remarks: read.value.notes.map((note) => importNoteText(note, language)),
  });
}
