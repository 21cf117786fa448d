import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JourneyMap } from '../../map/journeyMap.ts';
import { mapFromTemplate } from '../../map/mapFromTemplate.ts';
import type { MapId } from '../../map/ids.ts';

/** The map of the first template, as tests simulate it. */
export function wrongParcel(): JourneyMap {
  const file = fileURLToPath(new URL('../../../templates/journeys/wrongParcel.json', import.meta.url));
  const map = mapFromTemplate(JSON.parse(readFileSync(file, 'utf8')) as object, 'en', 'map_test' as MapId);
  if (!map.ok) throw new Error(JSON.stringify(map.error));
  return map.value;
}
