import type { CollectionName, JourneyMap } from '../../map/journeyMap.ts';
import { laneKinds } from '../../map/lane.ts';
import { copyTracks } from '../copiedTracks.ts';
import type { Command, Put, PutCollection } from '../commands/command.ts';

/** Numbers and a text from which a command is made for the map as it is; the same ones give the same command. */
export interface Choice {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly text: string;
}

type Maker<C extends Command = Command> = (map: JourneyMap, choice: Choice) => C | undefined;

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const idOf = (list: readonly { readonly id: string }[], n: number) => pick(list, n)?.id as never;

/** One to three different ids. */
const idsOf = (list: readonly { readonly id: string }[], n: number): readonly never[] =>
  [...new Set([0, 1, 2].slice(0, 1 + (n % 3)).map((step) => idOf(list, n + step * 7)))].filter(
    (id) => id !== undefined,
  );

const before = (list: readonly { readonly id: string }[], n: number) =>
  n % 3 === 0 ? {} : { before: idOf(list, n) };

function target(map: JourneyMap, { b, c }: Choice) {
  if (map.lanes.length === 0 || map.steps.length === 0 || b % 11 === 0) return { tray: true } as const;
  if (b % 13 === 0) return { position: { x: c, y: b } } as const;
  const to = { laneId: idOf(map.lanes, b), stepId: idOf(map.steps, c) };
  return c % 2 === 0 ? to : { ...to, beforeCardId: idOf(map.cards, b + c) };
}

const agents = (n: number): readonly number[] => Array.from({ length: 24 }, (_, hour) => (hour + n) % 5);

/** A record of each collection that `put` takes; changes one that is there every other time. */
const recordMakers: {
  readonly [C in PutCollection]: (map: JourneyMap, choice: Choice) => object | undefined;
} = {
  pictures: (_, { a }) => ({
    hash: String(a % 3).repeat(64),
    mime: 'image/png',
    width: 1 + (a % 9),
    height: 5,
  }),
  markers: (map, { a, b }) =>
    map.cards.length === 0
      ? undefined
      : {
          cardId: idOf(map.cards, a),
          kind: 'fail',
          fail: { probability: (b % 10) / 10, consequence: 1 + (b % 10), detectability: 3, recovery: 'r' },
        },
  connectors: (map, { a, text }) =>
    map.cards.length < 2
      ? undefined
      : { fromCardId: idOf(map.cards, a), toCardId: idOf(map.cards, a + 1), label: text },
  personas: (_, { text, a }) => ({ name: text, quote: text, share: (a % 10) / 10 }),
  emotions: (map, { a, b, c }) =>
    map.lanes.some((lane) => lane.kind === 'emotion') && map.steps.length > 0 && map.personas.length > 0
      ? {
          laneId: idOf(
            map.lanes.filter((lane) => lane.kind === 'emotion'),
            a,
          ),
          stepId: idOf(map.steps, b),
          personaId: idOf(map.personas, c),
          value: ((a % 21) - 10) / 10,
        }
      : undefined,
  metrics: (_, { a, text }) => ({ id: `metric${a % 3}`, title: text }),
  measurements: (map, { a, b }) =>
    map.steps.length === 0
      ? undefined
      : {
          metric: 'csat',
          on: { stepId: idOf(map.steps, a) },
          low: b % 10,
          likely: (b % 10) + 1,
          high: (b % 10) + 2,
          source: { kind: 'estimate', reference: 'guess', ownerName: '' },
        },
  evidence: (_, { text }) => ({ claim: text, grade: 'D' }),
  pools: (_, { a, text }) => ({ title: text, agents: agents(a), skills: [`s${a % 3}`] }),
  nodes: (map, { a, b, text }) =>
    map.steps.length === 0 || map.pools.length === 0
      ? undefined
      : {
          stepId: idOf(map.steps, a),
          poolId: idOf(map.pools, b),
          title: text,
          kind: 'contact',
          routes:
            map.nodes.length === 0
              ? []
              : [
                  { outcome: 'resolved', to: idOf(map.nodes, b), share: 0.5, afterSeconds: 0 },
                  { outcome: 'unresolved', to: 'exit', share: 0.5, afterSeconds: 60 },
                ],
        },
  arrivals: (map, { a }) =>
    map.nodes.length === 0 ? undefined : { nodeId: idOf(map.nodes, a), perDay: a % 1000, profile: agents(a) },
  qualityModels: (map, { a, text }) => ({
    ...(map.qualityModels.length > 0 && a % 2 === 0 ? map.qualityModels[0] : {}),
    title: text,
    dimensions: Array.from({ length: 1 + (a % 3) }, (_, i) => ({
      id: `dimension_${(i + a) % 4}`,
      title: text,
      weight: 1 + (a % 5),
      indicators: [
        {
          id: `indicator_${a % 5}`,
          title: text,
          weight: 1,
          metric: 'csat',
          curve: 'flat',
          aggregate: 'volume',
        },
      ],
    })),
  }),
  levers: (map, { a, text }) => ({
    title: text,
    description: text,
    effects: [{ on: 'agents', form: 'add', low: 0, likely: 1, high: 2, basis: 'judgement', grade: 'E' }],
    requires: map.levers.length === 0 ? [] : [idOf(map.levers, a)],
  }),
  plans: (_, { text, a }) => ({ title: text, horizonWeeks: a % 100 }),
  forecasts: (map, { a }) =>
    map.plans.length === 0
      ? undefined
      : {
          planId: idOf(map.plans, a),
          frozenAt: '2026-11-22T09:30:00Z',
          engineVersion: '1',
          seed: a,
          inputsHash: 'x',
          results: [],
        },
};

const putCollections = Object.keys(recordMakers) as readonly PutCollection[];

function putOf(collection: PutCollection): Maker<Put> {
  return (map, choice) => {
    const record = recordMakers[collection](map, choice);
    if (record === undefined) return undefined;
    const existing = choice.c % 2 === 0 ? pick<object>(map[collection], choice.c) : undefined;
    // The makers give what the collection's schema asks for; a wrong one is refused and shows in the counts.
    return { type: 'put', collection, record: { ...existing, ...record } };
  };
}

/** A maker for every type of command but `together`, which is a list of the others; the type of this table sees to it that none is forgotten. */
const makers: {
  readonly [T in Exclude<Command['type'], 'put' | 'delete' | 'setFields' | 'together'>]: Maker<
    Extract<Command, { type: T }>
  >;
} = {
  setMap: (_, { text, a }) => ({
    type: 'setMap',
    fields: [
      { title: text, description: text },
      { scope: { goal: text, ownerName: text } },
      {
        business: {
          costPerContact: a,
          marginPerCustomerYear: 2 * a,
          customers: a,
          retention: 0.7,
          discountRate: 0.05,
        },
      },
    ][a % 3]!,
  }),
  insertStages: (map, { a, b, text }) => ({
    type: 'insertStages',
    stages: [{ title: text, hue: a % 8, ...(b % 2 === 0 ? { steps: [{ title: text }] } : {}) }],
    ...before(map.stages, a),
  }),
  moveStages: (map, { a, b }) => ({
    type: 'moveStages',
    stageIds: idsOf(map.stages, a),
    ...before(map.stages, b),
  }),
  deleteStages: (map, { a }) => ({ type: 'deleteStages', stageIds: [idOf(map.stages, a)] }),
  insertSteps: (map, { a, b, text }) =>
    map.stages.length === 0
      ? undefined
      : {
          type: 'insertSteps',
          steps: [{ title: text }, { title: 'second' }],
          stageId: idOf(map.stages, a),
          ...before(map.steps, b),
        },
  moveSteps: (map, { a, b, c }) =>
    map.stages.length === 0
      ? undefined
      : {
          type: 'moveSteps',
          stepIds: idsOf(map.steps, a),
          stageId: idOf(map.stages, b),
          ...before(map.steps, c),
        },
  deleteSteps: (map, { a, b }) => ({
    type: 'deleteSteps',
    stepIds: idsOf(map.steps, a),
    editedByOthers: b % 2 === 0 ? [] : [idOf(map.cards, b)],
  }),
  duplicateStages: (map, { a }) =>
    map.steps.length > 8 ? undefined : { type: 'duplicateStages', stageIds: [idOf(map.stages, a)] },
  duplicateSteps: (map, { a }) =>
    map.steps.length > 8 ? undefined : { type: 'duplicateSteps', stepIds: [idOf(map.steps, a)] },
  duplicateLanes: (map, { a }) =>
    map.lanes.length > 8 ? undefined : { type: 'duplicateLanes', laneIds: [idOf(map.lanes, a)] },
  splitStage: (map, { a, text }) => {
    const step = pick(map.steps, a);
    return step && { type: 'splitStage', stageId: step.stageId, from: step.id, title: text };
  },
  mergeStages: (map, { a }) => ({ type: 'mergeStages', stageIds: idsOf(map.stages, a) }),
  insertLanes: (map, { a, b, text }) => ({
    type: 'insertLanes',
    lanes: [{ kind: b % 2 === 0 ? 'emotion' : pick(laneKinds, a)!, title: text }],
    ...before(map.lanes, b),
  }),
  moveLanes: (map, { a, b }) => ({
    type: 'moveLanes',
    laneIds: idsOf(map.lanes, a),
    ...before(map.lanes, b),
  }),
  deleteLanes: (map, { a }) => ({ type: 'deleteLanes', laneIds: [idOf(map.lanes, a)] }),
  insertCards: (map, choice) => ({
    type: 'insertCards',
    cards: [{ text: choice.text, tags: ['t', choice.text] }, { quote: choice.text }],
    to: target(map, choice),
  }),
  moveCards: (map, choice) => ({
    type: 'moveCards',
    cardIds: idsOf(map.cards, choice.a),
    to: target(map, choice),
  }),
  duplicateCards: (map, { a }) =>
    map.cards.length > 30 ? undefined : { type: 'duplicateCards', cardIds: idsOf(map.cards, a) },
  deleteCards: (map, { a }) => ({ type: 'deleteCards', cardIds: idsOf(map.cards, a) }),
  convertCards: (map, { a, b }) => ({
    type: 'convertCards',
    cardIds: idsOf(map.cards, a),
    to: pick(['painPoint', 'opportunity', 'note'] as const, b)!,
  }),
  pasteCells: (map, { a, b, text }) =>
    map.lanes.length === 0 || map.steps.length === 0
      ? undefined
      : {
          type: 'pasteCells',
          rows: [
            [[{ text }], []],
            [[{ text: 'p' }, { text: 'q' }], [{ text }]],
          ],
          to: { laneId: idOf(map.lanes, a), stepId: idOf(map.steps, b) },
        },
  pasteTracks: (map, { a, b, c }) => {
    if (map.steps.length > 8 || map.lanes.length > 8 || map.cards.length > 40) return undefined;
    const [kind, list] = (
      [
        ['stages', map.stages],
        ['steps', map.steps],
        ['lanes', map.lanes],
      ] as const
    )[a % 3]!;
    const stage = pick(map.stages, c);
    const copied = pick<{ readonly id: string }>(list, b);
    if (stage === undefined || copied === undefined) return undefined;
    const tracks = copyTracks(map, { kind, ids: [copied.id as never] });
    return { type: 'pasteTracks', tracks, stageId: stage.id, ...before(list, c) };
  },
  replaceText: (map, { a, text }) => ({
    type: 'replaceText',
    find: pick(map.cards, a)?.text.slice(0, 2) ?? 'a',
    replacement: text,
  }),
  restoreMap: (map, { a }) => ({
    type: 'restoreMap',
    map: {
      ...map,
      cards: map.cards.filter((_, i) => i % 5 !== a % 5),
      stages: map.stages.map((stage) => ({ ...stage, hue: a % 8 })),
    },
  }),
  setEmotion: (map, { a, b, c, text }) => {
    const lane = pick(
      map.lanes.filter((one) => one.kind === 'emotion'),
      a,
    );
    const step = pick(map.steps, b);
    const persona = pick(map.personas, c);
    if (lane === undefined || step === undefined || persona === undefined) return undefined;
    const at = { type: 'setEmotion' as const, laneId: lane.id, stepId: step.id, personaId: persona.id };
    return a % 5 === 0 ? at : { ...at, value: ((b % 21) - 10) / 10, quote: text };
  },
  setPlanLever: (map, { a, b, c }) => {
    const plan = pick(map.plans, a);
    const lever = pick(map.levers, b);
    if (plan === undefined || lever === undefined) return undefined;
    const fields =
      c % 2 === 0 ? { on: c % 4 === 0 } : { targets: map.steps.slice(0, c % 3).map((step) => step.id) };
    return { type: 'setPlanLever', planId: plan.id, leverId: lever.id, fields };
  },
  removePlanLever: (map, { a }) => {
    const plan = map.plans.find((one) => one.levers.length > 0);
    return plan && { type: 'removePlanLever', planId: plan.id, leverId: pick(plan.levers, a)!.leverId };
  },
  setActual: (map, { a, b, c }) => {
    const forecast = pick(map.forecasts, a);
    if (forecast === undefined) return undefined;
    const at = {
      type: 'setActual' as const,
      forecastId: forecast.id,
      metric: b % 2 === 0 ? 'index' : 'satisfied',
    };
    return c % 4 === 0 ? at : { ...at, actual: { value: c % 100, date: '2026-03-01' } };
  },
};

/** Fields that `setFields` changes, for each collection. */
const fieldMakers: { readonly [C in CollectionName]?: (map: JourneyMap, choice: Choice) => object } = {
  stages: (_, { text, a }) => ({ title: text, hue: a % 8 }),
  steps: (_, { text, a }) => ({ title: text, width: 100 + (a % 100) }),
  lanes: (_, { a, text }) => (a % 2 === 0 ? { collapsed: a % 4 === 0 } : { title: text }),
  cards: (map, { a, b, text }) =>
    [
      { text },
      { colour: 'teal' },
      { span: 1 + (b % 4) },
      { tags: [text, 'common'] },
      { quote: b % 2 === 0 ? undefined : text },
      { painPoint: b % 2 === 0 ? undefined : { severity: 1 + (b % 5) } },
      { opportunity: { impact: 1 + (b % 5), effort: 2, ownerName: text, status: 'done' } },
      { evidenceIds: map.evidence.map((one) => one.id) },
      { seconds: b, arc: 1 + (b % 5) },
    ][a % 9]!,
  pools: (_, { a, b }) => ({ agents: agents(a + b), shrinkage: 0.1 }),
  nodes: (_, { a }) => ({ containment: (a % 10) / 10, handle: { meanSeconds: 1 + a, cv: 1 } }),
  measurements: (_, { a }) => ({ target: a }),
};

/** Every kind of command by name: `put` and the like once for each collection. */
export const commandMakers: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ...Object.entries(makers).map(([type, make]): [string, Maker] => [type, make as Maker]),
  ...putCollections.map((collection): [string, Maker] => [`put ${collection}`, putOf(collection)]),
  ...putCollections.map((collection): [string, Maker] => [
    `delete ${collection}`,
    (map, { a }) => {
      const record = pick<{ id?: string; hash?: string }>(map[collection], a);
      return record && { type: 'delete', collection, ids: [record.id ?? record.hash ?? ''] };
    },
  ]),
  ...(Object.keys(fieldMakers) as readonly CollectionName[]).map((collection): [string, Maker] => [
    `setFields ${collection}`,
    (map, choice) => {
      const id = idOf(map[collection] as readonly { id: string }[], choice.c);
      const fields = fieldMakers[collection]!(map, choice);
      // Collection and fields belong together by the table above.
      return id === undefined ? undefined : { type: 'setFields', collection, ids: [id], fields };
    },
  ]),
]);
