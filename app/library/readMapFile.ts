import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { mapFromJson, type MapFileError } from '../../model/map/mapJson.ts';
import { newId } from '../../model/map/newId.ts';
import { err, ok, type Result } from '../../model/result.ts';

/** Reads a file that somebody chose or dropped into a new map. */

/** For the file chooser. */
export const importableFiles = '.json,application/json,.mmd,.mermaid,text/plain';

export interface ReadMap {
  readonly map: JourneyMap;
  /** What was mended or left out, each a sentence for people. */
  readonly remarks: readonly string[];
}

export type ReadFileError =
  | MapFileError
  | { readonly type: 'UnknownFile'; readonly fileName: string }
  | { readonly type: 'FileTooLarge'; readonly megabytes: number; readonly most: number };

const mostMegabytes = 50;

export async function readMapFile(file: File, _language: Language): Promise<Result<ReadMap, ReadFileError>> {
  const megabytes = file.size / 1_000_000;
  if (megabytes > mostMegabytes) return err({ type: 'FileTooLarge', megabytes, most: mostMegabytes });
  const ending = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (ending !== 'json') return err({ type: 'UnknownFile', fileName: file.name });
  const map = mapFromJson(await file.text());
  if (!map.ok) return map;
  return ok({ map: { ...map.value, id: newId('map', Math.random) }, remarks: [] });
}
