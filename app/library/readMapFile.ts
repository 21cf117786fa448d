import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { mapFromJson, type MapFileError } from '../../model/map/mapJson.ts';
import { readDelimited, type Row } from '../../model/formats/delimited.ts';
import { discoverJourney } from '../../model/formats/discoverJourney.ts';
import type { EventLog } from '../../model/formats/eventLog.ts';
import { eventLogFromTable, type LogTableError } from '../../model/formats/eventLogFromTable.ts';
import { eventLogFromXes, type XesError } from '../../model/formats/eventLogFromXes.ts';
import { mapFromLog } from '../../model/formats/mapFromLog.ts';
import { type ImportedMap, mapFromMermaid, type MermaidError } from '../../model/formats/mapFromMermaid.ts';
import { isFlatTable, mapFromTable, type TableError } from '../../model/formats/mapFromTable.ts';
import { encodingOf } from '../../model/formats/textEncoding.ts';
import type { RandomSource } from '../../model/map/newId.ts';
import { importNoteText } from '../../model/text/importNoteText.ts';
import { secureRandom } from '../session/secureRandom.ts';
import { sheetsOfWorkbook } from '../workers/readSheets.ts';
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
  | { readonly type: 'FileTooLarge'; readonly megabytes: number; readonly most: number };

interface ReadContext {
  readonly language: Language;
  readonly name: string;
  readonly random: RandomSource;
}

const mostMegabytes = 50;
/** Logs pack well: of a packed one this much is opened. */
const mostUnpackedMegabytes = 300;

/** `onProgress`: the share of the file that was read, 0..1; told for logs, which may be long. */
export async function readMapFile(
  file: File,
  language: Language,
  onProgress: (share: number) => void = () => {},
): Promise<Result<ReadMap, ReadFileError>> {
  const megabytes = file.size / 1_000_000;
  if (megabytes > mostMegabytes) return err({ type: 'FileTooLarge', megabytes, most: mostMegabytes });
  const ending = /\.([a-z]+(?:\.gz)?)$/i.exec(file.name)?.[1]?.toLowerCase();
  const context = { language, name: file.name.replace(/(\.[^.]+?)(\.gz)?$/, ''), random: secureRandom };
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
      return mapOfRows([readDelimited(await textOf(file))], context);
    case 'xlsx': {
      const sheets = await sheetsOfWorkbook(new Uint8Array(await file.arrayBuffer()));
      return sheets.ok
        ? mapOfRows(
            sheets.value.map(({ rows }) => rows),
            context,
          )
        : sheets;
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

/** A list says more than a log or a grid, where a workbook has several. A table with a case and an activity in each row is a log. */
function mapOfRows(
  sheets: readonly (readonly Row[])[],
  context: ReadContext,
): Result<ReadMap, ReadFileError> {
  const list = sheets.find(isFlatTable);
  if (list === undefined)
    for (const rows of sheets) {
      const log = eventLogFromTable(rows, {}, context.name);
      if (log.ok) return ok(mapOfLog(log.value, context));
    }
  return withRemarks(mapFromTable(list ?? sheets[0] ?? [], context), context.language);
}

function mapOfXes(
  text: string,
  context: ReadContext,
  onProgress: (share: number) => void,
): Result<ReadMap, ReadFileError> {
  const log = eventLogFromXes(text, context.name, onProgress);
  return log.ok ? ok(mapOfLog(log.value, context)) : log;
}

const mapOfLog = (log: EventLog, context: ReadContext): ReadMap => ({
  map: mapFromLog(discoverJourney(log), log.name, context),
  remarks: [],
});

async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

async function unpackedText(file: File): Promise<Result<string, ReadFileError>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return err({ type: 'NotPacked' });
  const { gunzipSync } = await import('fflate');
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
