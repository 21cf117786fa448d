import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { mapFromJson, type MapFileError } from '../../model/map/mapJson.ts';
import { readDelimited } from '../../model/formats/delimited.ts';
import { type ImportedMap, mapFromMermaid, type MermaidError } from '../../model/formats/mapFromMermaid.ts';
import { mapFromTable, type TableError } from '../../model/formats/mapFromTable.ts';
import { encodingOf } from '../../model/formats/textEncoding.ts';
import { importNoteText } from '../../model/text/importNoteText.ts';
import { secureRandom } from '../session/device.ts';
import { err, ok, type Result } from '../../model/result.ts';

/** Reads a file that somebody chose or dropped into a new map. */

/** For the file chooser. */
export const importableFiles = '.json,.mmd,.mermaid,.csv,.tsv';

export interface ReadMap {
  readonly map: JourneyMap;
  /** What was mended or left out, each a sentence for people. */
  readonly remarks: readonly string[];
}

export type ReadFileError =
  | MapFileError
  | MermaidError
  | TableError
  | { readonly type: 'UnknownFile'; readonly fileName: string }
  | { readonly type: 'FileTooLarge'; readonly megabytes: number; readonly most: number };

const mostMegabytes = 50;

export async function readMapFile(file: File, language: Language): Promise<Result<ReadMap, ReadFileError>> {
  const megabytes = file.size / 1_000_000;
  if (megabytes > mostMegabytes) return err({ type: 'FileTooLarge', megabytes, most: mostMegabytes });
  const ending = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase();
  const context = { language, name: file.name.replace(/\.[^.]+$/, ''), random: secureRandom };
  switch (ending) {
    case 'json': {
      const map = mapFromJson(await file.text());
      return map.ok ? ok({ map: map.value, remarks: [] }) : map;
    }
    case 'mmd':
    case 'mermaid': {
      return withRemarks(mapFromMermaid(await file.text(), context), language);
    }
    case 'csv':
    case 'tsv': {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const rows = readDelimited(new TextDecoder(encodingOf(bytes)).decode(bytes));
      return withRemarks(mapFromTable(rows, context), language);
    }
    default:
      return err({ type: 'UnknownFile', fileName: file.name });
  }
}

function withRemarks<E>(read: Result<ImportedMap, E>, language: Language): Result<ReadMap, E> {
  if (!read.ok) return read;
  return ok({
    map: read.value.map,
    remarks: read.value.notes.map((note) => importNoteText(note, language)),
  });
}
