import { assert } from '../../../model/assert.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import { type LaneKind, usualRole } from '../../../model/map/lane.ts';
import { parseMap } from '../../../model/map/mapJson.ts';

const kinds: readonly LaneKind[] = [
  'evidence',
  'customerActions',
  'thoughts',
  'touchpoints',
  'emotion',
  'painPoints',
  'frontstagePeople',
  'frontstageTechnology',
  'backstagePeople',
  'backstageTechnology',
  'support',
  'policy',
  'opportunities',
  'notes',
  'text',
];

/** A map of so many steps, lanes and cards, with texts of mixed length and script. */
export function largeMap(steps: number, lanes: number, cards: number): JourneyMap {
  const words = 'the customer waits for an answer and opens another window to look for help elsewhere'.split(
    ' ',
  );
  const han = '顾客打开包裹后发现商品与订单不符于是寻找在线客服并说明问题等待回复';
  const textOf = (i: number): string =>
    i % 2 === 0
      ? words.slice(0, 3 + (i % 11)).join(' ')
      : han.slice(i % 7, (i % 7) + 6 + (i % 19)) + (i % 3 === 0 ? ' 3 min' : '');
  const map = parseMap({
    formatVersion: 1,
    id: 'map_large',
    title: `${steps} x ${lanes}, ${cards}`,
    language: 'zh-Hans',
    stages: Array.from({ length: Math.ceil(steps / 8) }, (_, i) => ({
      id: `stage_${i}`,
      title: `阶段 ${i + 1}`,
      hue: i % 8,
    })),
    steps: Array.from({ length: steps }, (_, i) => ({
      id: `step_${i}`,
      stageId: `stage_${Math.floor(i / 8)}`,
      title: `步骤 ${i + 1} find help`,
    })),
    lanes: Array.from({ length: lanes }, (_, i) => {
      const kind = kinds[i % kinds.length]!;
      return { id: `lane_${i}`, kind, role: usualRole[kind], title: `Lane ${i + 1} 泳道` };
    }),
    cards: Array.from({ length: cards }, (_, i) => ({
      id: `card_${i}`,
      laneId: `lane_${i % lanes}`,
      stepId: `step_${Math.floor(i / lanes) % steps}`,
      text: `${textOf(i)} #${i}#`,
    })),
  });
  assert(map.ok, map.ok ? '' : JSON.stringify(map.error));
  return map.value;
}
