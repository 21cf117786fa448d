import fc from 'fast-check';
import type { Card } from './card.ts';
import { channels } from './channel.ts';
import type { CardId, IdOfPrefix, LaneId, StepId } from './ids.ts';
import { emptyMap, type JourneyMap } from './journeyMap.ts';
import { laneKinds, usualRole } from './lane.ts';
import { languages } from './language.ts';
import { markerKinds } from './marker.ts';

/** Generated sound maps for property tests: every invariant holds, texts are nasty on purpose. */

/** Texts that break naive code: emoji with joiners, right-to-left, combining marks, Han, line breaks, markup, formulas. */
export const nastyText = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.constantFrom(
    '',
    ' ',
    '等待客服 3 分钟。',
    '請稍候',
    '👩‍👩‍👧‍👦 family',
    '🇨🇳🇹🇼',
    'e\u0301galite\u0301',
    'שלום',
    '각',
    '=1+1',
    '<b>x</b>',
    'a\nb',
    'a:b;c#d,e',
    '%%x',
  ),
);

const ids = <Prefix extends keyof IdOfPrefix>(prefix: Prefix, count: number): readonly IdOfPrefix[Prefix][] =>
  Array.from({ length: count }, (_, i) => `${prefix}_${i}` as IdOfPrefix[Prefix]);

/** As the parser gives them: there is no -0 in a map. */
const emotionValue = fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value + 0);

export interface MapSize {
  readonly stages?: number;
  readonly steps?: number;
  readonly lanes?: number;
  readonly cards?: number;
}

/** A sound map of at most the given size (default 4 stages, 6 steps, 6 lanes, 20 cards). */
export function arbitraryMap(size: MapSize = {}): fc.Arbitrary<JourneyMap> {
  const { stages = 4, steps = 6, lanes = 6, cards = 20 } = size;
  return fc
    .record({
      stageCount: fc.integer({ min: 1, max: stages }),
      stepCount: fc.integer({ min: 0, max: steps }),
      laneCount: fc.integer({ min: 0, max: lanes }),
      cardCount: fc.integer({ min: 0, max: cards }),
      personaCount: fc.integer({ min: 0, max: 2 }),
    })
    .chain((counts) => arbitraryMapOf(counts));
}

interface Counts {
  readonly stageCount: number;
  readonly stepCount: number;
  readonly laneCount: number;
  readonly cardCount: number;
  readonly personaCount: number;
}

function arbitraryMapOf(counts: Counts): fc.Arbitrary<JourneyMap> {
  const stageIds = ids('stage', counts.stageCount);
  const stepIds = ids('step', counts.stepCount);
  const laneIds = ids('lane', counts.laneCount);
  const personaIds = ids('persona', counts.personaCount);
  const cardIds = ids('card', counts.cardCount);
  const laneKind = fc.constantFrom(...laneKinds);

  return fc
    .record({
      title: nastyText,
      language: fc.constantFrom(...languages),
      description: nastyText,
      business: fc.option(
        fc.record({
          costPerContact: fc.nat(100_000),
          marginPerCustomerYear: fc.nat(1_000_000),
          customers: fc.nat(1_000_000),
          retention: fc.constantFrom(0, 0.25, 0.7, 1),
          discountRate: fc.constantFrom(0, 0.05, 0.1),
        }),
        { nil: undefined },
      ),
      stages: fc.tuple(
        ...stageIds.map((id) => fc.record({ id: fc.constant(id), title: nastyText, hue: fc.nat(7) })),
      ),
      stepStages: fc.tuple(...stepIds.map(() => fc.nat(counts.stageCount - 1))),
      stepTitles: fc.tuple(...stepIds.map(() => nastyText)),
      laneKinds: fc.tuple(...laneIds.map(() => laneKind)),
      laneTitles: fc.tuple(...laneIds.map(() => nastyText)),
      cards: fc.tuple(...cardIds.map((id) => arbitraryCard(id, laneIds, stepIds))),
      emotions: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), emotionValue), {
        maxLength: 6,
      }),
      markers: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...markerKinds)), { maxLength: 4 }),
      connectors: fc.array(fc.tuple(fc.nat(), fc.nat(), nastyText), { maxLength: 4 }),
    })
    .map((parts): JourneyMap => {
      const order = [...parts.stepStages].sort((a, b) => a - b);
      const laneRecords = laneIds.map((id, i) => {
        const kind = parts.laneKinds[i]!;
        return { id, kind, role: usualRole[kind], title: parts.laneTitles[i]!, collapsed: false };
      });
      const emotionLanes = laneRecords.filter((lane) => lane.kind === 'emotion');
      const places = new Set<string>();
      return {
        ...emptyMap('map_generated' as JourneyMap['id'], parts.language, parts.title),
        description: parts.description,
        ...(parts.business === undefined ? {} : { business: parts.business }),
        stages: parts.stages,
        steps: stepIds.map((id, i) => ({ id, stageId: stageIds[order[i]!]!, title: parts.stepTitles[i]! })),
        lanes: laneRecords,
        cards: parts.cards,
        personas: personaIds.map((id, i) => ({
          id,
          name: `P${i}`,
          share: 0.5,
          quote: '',
          goals: '',
          styleIndex: i,
        })),
        emotions: parts.emotions.flatMap(([lane, persona, step, value], i) => {
          const laneId = emotionLanes[lane % Math.max(1, emotionLanes.length)]?.id;
          const personaId = personaIds[persona % Math.max(1, personaIds.length)];
          const stepId = stepIds[step % Math.max(1, stepIds.length)];
          const place = `${laneId} ${personaId} ${stepId}`;
          if (laneId === undefined || personaId === undefined || stepId === undefined || places.has(place))
            return [];
          places.add(place);
          return [
            { id: `emotion_${i}` as JourneyMap['emotions'][number]['id'], laneId, personaId, stepId, value },
          ];
        }),
        markers: parts.markers.flatMap(([card, kind], i) => {
          const cardId = cardIds[card % Math.max(1, cardIds.length)];
          return cardId === undefined
            ? []
            : [{ id: `marker_${i}` as JourneyMap['markers'][number]['id'], cardId, kind }];
        }),
        connectors: parts.connectors.flatMap(([from, to, label], i) => {
          const fromCardId = cardIds[from % Math.max(1, cardIds.length)];
          const toCardId = cardIds[to % Math.max(1, cardIds.length)];
          if (fromCardId === undefined || toCardId === undefined || fromCardId === toCardId) return [];
          const id = `connector_${i}` as JourneyMap['connectors'][number]['id'];
          return [{ id, fromCardId, toCardId, kind: 'triggers' as const, heads: 'one' as const, label }];
        }),
      };
    });
}

function arbitraryCard(
  id: CardId,
  laneIds: readonly LaneId[],
  stepIds: readonly StepId[],
): fc.Arbitrary<Card> {
  const cell =
    laneIds.length === 0 || stepIds.length === 0
      ? fc.constant({})
      : fc.oneof(
          {
            weight: 9,
            arbitrary: fc.record({
              laneId: fc.constantFrom(...laneIds),
              stepId: fc.constantFrom(...stepIds),
            }),
          },
          { weight: 1, arbitrary: fc.constant({}) },
        );
  return fc
    .record({
      cell,
      text: nastyText,
      tags: fc.array(nastyText, { maxLength: 2 }),
      severity: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 4 }),
      channel: fc.option(fc.constantFrom(...channels), { nil: undefined, freq: 4 }),
    })
    .map((parts) => ({
      id,
      ...parts.cell,
      span: 1,
      text: parts.text,
      tags: parts.tags,
      evidenceIds: [],
      ...(parts.severity === undefined ? {} : { painPoint: { severity: parts.severity } }),
      ...(parts.channel === undefined ? {} : { touchpoint: { channel: parts.channel } }),
    }));
}
