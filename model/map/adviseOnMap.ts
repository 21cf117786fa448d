import { indexMap } from './mapIndex.ts';
import type { JourneyMap } from './journeyMap.ts';
import { type LaneRole, laneRoles } from './lane.ts';
import type { MarkerKind } from './marker.ts';
import type { Measurement } from './measurement.ts';

/**
 * The map linter: a sound map can still be a poor one. Each piece of advice names a rule of docs/spec/advice.md, a
 * place and the values its sentence needs (model/text/adviceText.ts).
 */
export type Advice =
  | { readonly rule: 'M40'; readonly path: string; readonly missing: readonly ScopePart[] }
  | { readonly rule: 'M41'; readonly path: string; readonly reviewDate: string }
  | { readonly rule: 'M42'; readonly path: string; readonly step: string }
  | { readonly rule: 'M43'; readonly path: string; readonly title: string; readonly count: number }
  | { readonly rule: 'M44'; readonly path: string; readonly lane: string }
  | { readonly rule: 'M45'; readonly path: string; readonly lane: string; readonly role: LaneRole }
  | { readonly rule: 'M46'; readonly path: string; readonly missing: LaneRole }
  | { readonly rule: 'M47'; readonly path: string; readonly text: string }
  | {
      readonly rule: 'M48';
      readonly path: string;
      readonly persona: string;
      readonly steps: readonly string[];
    }
  | { readonly rule: 'M49'; readonly path: string; readonly text: string }
  | { readonly rule: 'M50'; readonly path: string; readonly kind: MarkerKind }
  | { readonly rule: 'M51'; readonly path: string; readonly count: number }
  | { readonly rule: 'M52'; readonly path: string; readonly letters: number }
  | { readonly rule: 'M53'; readonly path: string }
  | { readonly rule: 'M54'; readonly path: string; readonly estimates: number; readonly all: number }
  | { readonly rule: 'M55'; readonly path: string; readonly metric: string; readonly n: number | undefined }
  | { readonly rule: 'M56'; readonly path: string; readonly metric: string; readonly months: number }
  | { readonly rule: 'M57'; readonly path: string; readonly node: string }
  | { readonly rule: 'M58'; readonly path: string; readonly plan: string };

export type AdviceRule = Advice['rule'];
export type ScopePart = 'goal' | 'startTrigger' | 'endTrigger' | 'ownerName';

/** `today` is a day, 2026-11-22: what is old is measured from it. */
export function adviseOnMap(map: JourneyMap, today: string): readonly Advice[] {
  return [
    ...onScope(map, today),
    ...onSteps(map),
    ...onLanes(map),
    ...onCards(map),
    ...onEmotions(map),
    ...onMeasurements(map, today),
    ...onService(map),
  ];
}

function onScope(map: JourneyMap, today: string): readonly Advice[] {
  const parts = ['goal', 'startTrigger', 'endTrigger', 'ownerName'] as const;
  const missing = parts.filter((part) => map.scope[part].trim() === '');
  const { reviewDate } = map.scope;
  return [
    ...(missing.length === 0 ? [] : [{ rule: 'M40', path: 'scope', missing } as const]),
    ...(reviewDate === undefined || reviewDate >= today
      ? []
      : [{ rule: 'M41', path: 'scope.reviewDate', reviewDate } as const]),
  ];
}

function onSteps(map: JourneyMap): readonly Advice[] {
  const covered = new Set<number>();
  const placeOf = new Map(map.steps.map((step, i) => [step.id, i]));
  for (const card of map.cards) {
    const start = card.stepId === undefined ? undefined : placeOf.get(card.stepId);
    if (start !== undefined) for (let i = 0; i < card.span; i++) covered.add(start + i);
  }
  const uses = new Map<string, number>();
  for (const step of map.steps) uses.set(step.title, (uses.get(step.title) ?? 0) + 1);
  return map.steps.flatMap((step, i): readonly Advice[] => [
    ...(covered.has(i) ? [] : [{ rule: 'M42', path: `steps[${i}]`, step: step.title } as const]),
    ...(uses.get(step.title)! > 1 && map.steps.findIndex((other) => other.title === step.title) === i
      ? [{ rule: 'M43', path: `steps[${i}].title`, title: step.title, count: uses.get(step.title)! } as const]
      : []),
  ]);
}

/** Kinds of lane that show computed or separate content and have no cards of their own. */
const cardless = new Set(['emotion', 'metrics']);

function onLanes(map: JourneyMap): readonly Advice[] {
  const filled = new Set(map.cards.map((card) => card.laneId));
  const order = (role: LaneRole): number => Math.max(1, laneRoles.indexOf(role));
  let deepest = 0;
  const advice: Advice[] = [];
  map.lanes.forEach((lane, i) => {
    if (!filled.has(lane.id) && !cardless.has(lane.kind))
      advice.push({ rule: 'M44', path: `lanes[${i}]`, lane: lane.title });
    if (lane.role === 'none') return;
    if (order(lane.role) < deepest)
      advice.push({ rule: 'M45', path: `lanes[${i}].role`, lane: lane.title, role: lane.role });
    deepest = Math.max(deepest, order(lane.role));
  });
  if (map.kind === 'blueprint' && map.lanes.length > 0)
    for (const missing of ['customer', 'frontstage', 'backstage'] as const)
      if (!map.lanes.some((lane) => lane.role === missing))
        advice.push({ rule: 'M46', path: 'lanes', missing });
  return advice;
}

const longestCardText = 200;

function onCards(map: JourneyMap): readonly Advice[] {
  const stepsWithAnswer = new Set(
    map.cards.filter((card) => card.opportunity !== undefined).map((card) => card.stepId),
  );
  const inTray = map.cards.filter((card) => card.laneId === undefined && card.position === undefined).length;
  return [
    ...map.cards.flatMap((card, i): readonly Advice[] => {
      const path = `cards[${i}]`;
      const letters = Array.from(card.text).length;
      return [
        ...((card.painPoint?.severity ?? 0) >= 4 && !stepsWithAnswer.has(card.stepId)
          ? [{ rule: 'M47', path, text: card.text } as const]
          : []),
        ...(card.opportunity?.status === 'started' || card.opportunity?.status === 'planned'
          ? card.opportunity.ownerName.trim() === ''
            ? [{ rule: 'M49', path: `${path}.opportunity`, text: card.text } as const]
            : []
          : []),
        ...(letters > longestCardText ? [{ rule: 'M52', path: `${path}.text`, letters } as const] : []),
      ];
    }),
    ...map.markers.flatMap((marker, i): readonly Advice[] =>
      (marker.kind === 'fail' && marker.fail === undefined) ||
      (marker.kind === 'wait' && marker.wait === undefined)
        ? [{ rule: 'M50', path: `markers[${i}]`, kind: marker.kind }]
        : [],
    ),
    ...(inTray === 0 ? [] : [{ rule: 'M51', path: 'cards', count: inTray } as const]),
    ...map.pictures.flatMap((picture, i): readonly Advice[] =>
      picture.alt.trim() === '' ? [{ rule: 'M53', path: `pictures[${i}].alt` }] : [],
    ),
  ];
}

/** [M48] A curve with holes: the persona feels something at some steps of the lane, but not at all of them. */
function onEmotions(map: JourneyMap): readonly Advice[] {
  const { personasById } = indexMap(map);
  const curves = new Map<string, JourneyMap['emotions'][number][]>();
  for (const emotion of map.emotions) {
    const key = `${emotion.laneId} ${emotion.personaId}`;
    const curve = curves.get(key);
    if (curve === undefined) curves.set(key, [emotion]);
    else curve.push(emotion);
  }
  return [...curves.values()].flatMap((curve): readonly Advice[] => {
    const felt = new Set(curve.map((emotion) => emotion.stepId));
    const steps = map.steps.filter((step) => !felt.has(step.id)).map((step) => step.title);
    const persona = personasById.get(curve[0]!.personaId)?.name ?? curve[0]!.personaId;
    return steps.length === 0 ? [] : [{ rule: 'M48', path: 'emotions', persona, steps }];
  });
}

const smallSample = 30;
const monthsUntilStale = 12;

function onMeasurements(map: JourneyMap, today: string): readonly Advice[] {
  const { measurements } = map;
  const estimates = measurements.filter((measurement) => measurement.source.kind === 'estimate').length;
  return [
    ...(estimates * 2 > measurements.length
      ? [{ rule: 'M54', path: 'measurements', estimates, all: measurements.length } as const]
      : []),
    ...measurements.flatMap((measurement, i): readonly Advice[] => {
      const { metric, n, source } = measurement;
      const observed = source.kind === 'measured' || source.kind === 'survey';
      const months = monthsBetween(lastDay(measurement), today);
      return [
        ...(observed && measurement.samples === undefined && (n === undefined || n < smallSample)
          ? [{ rule: 'M55', path: `measurements[${i}]`, metric, n } as const]
          : []),
        ...(observed && months > monthsUntilStale
          ? [{ rule: 'M56', path: `measurements[${i}]`, metric, months } as const]
          : []),
      ];
    }),
  ];
}

const lastDay = ({ period, source }: Measurement): string | undefined => period?.to ?? source.date;

/** Whole months from one ISO day to another; 0 when the first is not known. */
function monthsBetween(from: string | undefined, to: string): number {
  if (from === undefined) return 0;
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

function onService(map: JourneyMap): readonly Advice[] {
  const routesOf = new Map<string, JourneyMap['nodes'][number]['routes']>(
    map.nodes.map((node) => [node.id, node.routes]),
  );
  const reached = new Set<string>();
  const open: string[] = map.arrivals.map((arrivals) => arrivals.nodeId);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const route of routesOf.get(id) ?? []) open.push(route.to);
  }
  return [
    ...map.nodes.flatMap((node, i): readonly Advice[] =>
      reached.has(node.id) ? [] : [{ rule: 'M57', path: `nodes[${i}]`, node: node.title }],
    ),
    ...map.plans.flatMap((plan, i): readonly Advice[] =>
      plan.levers.some((lever) => lever.on) ? [] : [{ rule: 'M58', path: `plans[${i}]`, plan: plan.title }],
    ),
  ];
}
