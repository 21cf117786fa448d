import { assert } from '../../../model/assert.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import type { TypedOptions } from '../readExportSettings.ts';
import { writeExport, type ExportEnding } from '../writeExport.ts';

/** The bytes of a map written as one file, as `convert` writes it. */
export async function exported(
  ending: ExportEnding,
  map: JourneyMap,
  options: TypedOptions = {},
  note?: (sentence: string) => void,
): Promise<Uint8Array> {
  const content = await writeExport(ending, map, options, 'en', note);
  assert(content.ok, content.ok ? '' : content.error);
  assert(typeof content.value === 'string' || content.value instanceof Uint8Array, 'one file');
  return Buffer.from(content.value);
}
