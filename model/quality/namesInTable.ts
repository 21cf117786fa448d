import { type Channel, channels } from '../map/channel.ts';
import { date } from '../map/fields.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { MeasurementPlace } from '../map/measurement.ts';
import type { MetricKey } from '../map/metric.ts';
import { channelNames } from '../text/mapNames.ts';
import { metricTable } from './metricTable.ts';

/** What the words in a pasted table mean: places, metrics, channels and days, in any of our languages. */

export const simple = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_\-–]+/g, ' ');

export const named =
  <K extends string>(text: string, field: K) =>
  (record: Readonly<Record<K, string>>): boolean =>
    simple(record[field]) === simple(text);

const wholeMap = new Set([
  'map',
  'whole map',
  'journey',
  'total',
  '整体',
  '整體',
  '全程',
  '总体',
  '總體',
  '地图',
  '地圖',
]);

/** A step by its title or its number from 1, a node or pool by its title, or the whole map. */
export function placeNamed(map: JourneyMap, text: string): MeasurementPlace | undefined {
  const step = map.steps.find(named(text, 'title')) ?? map.steps.find(({ id }) => id === text);
  if (step !== undefined) return { stepId: step.id };
  const node = map.nodes.find(named(text, 'title'));
  if (node !== undefined) return { nodeId: node.id };
  const pool = map.pools.find(named(text, 'title'));
  if (pool !== undefined) return { poolId: pool.id };
  const numbered = /^\d+$/.test(text) ? map.steps[Number(text) - 1] : undefined;
  if (numbered !== undefined) return { stepId: numbered.id };
  return wholeMap.has(simple(text)) || simple(text) === simple(map.title) ? { map: true } : undefined;
}

/** A metric by its key, another name, or its title in any language. */
export function metricNamed(map: JourneyMap, text: string): MetricKey | undefined {
  const own = map.metrics.find((metric) => metric.id === text || simple(metric.title) === simple(text));
  return own?.id ?? catalogueKeyNamed(text);
}

function catalogueKeyNamed(text: string): MetricKey | undefined {
  const wanted = simple(text);
  return metricTable.find(
    ({ id, title, aliases = [] }) =>
      [id, ...aliases].some((name) => name.toLowerCase() === wanted.replaceAll(' ', '')) ||
      Object.values(title).some(
        (name) => simple(name) === wanted || simple(name.replace(/[(\uff08].*$/, '')) === wanted,
      ),
  )?.id;
}

export function channelNamed(text: string): Channel | undefined {
  const wanted = simple(text).replaceAll(' ', '');
  return channels.find(
    (channel) =>
      channel.toLowerCase() === wanted ||
      Object.values(channelNames[channel]).some((name) => simple(name).replaceAll(' ', '') === wanted),
  );
}

/** A day as 2026-11-22, 2026/11/22, 20261122 or 2026年11月22日. */
export function dayIn(text: string): string | undefined {
  const plain = text.replace('年', '-').replace('月', '-').replace('日', '');
  const parts = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ].*)?$/.exec(plain);
  if (parts === null) return undefined;
  const [, year, month, day] = parts;
  const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return date.safeParse(iso).success ? iso : undefined;
}
