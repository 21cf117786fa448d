import { z } from 'zod';
import { type Card, cardSchema } from '../map/card.ts';
import type { LaneId, StageId, StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { laneSchema, lanesWithoutCards } from '../map/lane.ts';
import { stageSchema } from '../map/stage.ts';
import { stepSchema } from '../map/step.ts';

/**
 * Stages, steps or lanes on their way to another place or map, with the cards in them. Emotions and numbers stay: they
 * belong to personas and measurements of their own map.
 */

/** What a card keeps on its way to another map: not its place, nor what refers to records of its map. */
export const copiedCardSchema = cardSchema
  .unwrap()
  .omit({ id: true, laneId: true, stepId: true, position: true, evidenceIds: true, pictureId: true })
  .partial()
  .readonly();

export const mostTracks = 200;

const copiedTracksSchema = z
  .strictObject({
    throughlineTracks: z.literal(1),
    kind: z.enum(['stages', 'steps', 'lanes']),
    stages: z.array(stageSchema.unwrap().omit({ id: true }).partial()).max(mostTracks),
    /** `stage` is a place in `stages`; none where only steps were copied. */
    steps: z
      .array(
        stepSchema
          .unwrap()
          .omit({ id: true, stageId: true, childMapId: true })
          .partial()
          .extend({ stage: z.int().min(0).optional() }),
      )
      .max(mostTracks),
    lanes: z
      .array(
        laneSchema.unwrap().omit({ id: true }).partial().extend({ kind: laneSchema.unwrap().shape.kind }),
      )
      .max(mostTracks),
    /** By their places in `lanes` and `steps`. */
    cells: z.array(
      z.strictObject({
        lane: z.int().min(0),
        step: z.int().min(0),
        cards: z.array(copiedCardSchema).max(1_000),
      }),
    ),
  })
  .readonly();

export type CopiedTracks = z.infer<typeof copiedTracksSchema>;

/** Which tracks are copied: neighbours of one kind. */
export type TrackChoice =
  | { readonly kind: 'stages'; readonly ids: readonly StageId[] }
  | { readonly kind: 'steps'; readonly ids: readonly StepId[] }
  | { readonly kind: 'lanes'; readonly ids: readonly LaneId[] };

export function copyTracks(map: JourneyMap, { kind, ids }: TrackChoice): CopiedTracks {
  const chosen = new Set<string>(ids);
  const stages = kind === 'stages' ? map.stages.filter((stage) => chosen.has(stage.id)) : [];
  const steps = map.steps.filter(
    (step) => kind === 'lanes' || chosen.has(kind === 'stages' ? step.stageId : step.id),
  );
  const lanes = map.lanes.filter((lane) =>
    kind === 'lanes' ? chosen.has(lane.id) : !lanesWithoutCards.has(lane.kind),
  );
  const cells = lanes.flatMap((lane, row) =>
    steps.flatMap((step, column) => {
      const cards = map.cards.filter((card) => card.laneId === lane.id && card.stepId === step.id);
      return cards.length === 0 ? [] : [{ lane: row, step: column, cards: cards.map(copiedCard) }];
    }),
  );
  return {
    throughlineTracks: 1,
    kind,
    stages: stages.map(withoutId),
    steps: steps.map((record) => {
      const { id: _id, stageId, childMapId: _child, ...step } = record;
      const stage = stages.findIndex((one) => one.id === stageId);
      return stage < 0 ? step : { ...step, stage };
    }),
    lanes: lanes.map(withoutId),
    cells,
  };
}

function withoutId<R extends { readonly id: string }>(record: R): Omit<R, 'id'> {
  const { id: _id, ...rest } = record;
  return rest;
}

/** What came by the clipboard; nothing when it is something else, or names places that it does not have. */
export function readTracks(own: string): CopiedTracks | undefined {
  try {
    const read = copiedTracksSchema.safeParse(JSON.parse(own));
    if (!read.success) return undefined;
    const { stages, steps, lanes, cells } = read.data;
    const isWhole =
      cells.every(({ lane, step }) => lane < lanes.length && step < steps.length) &&
      steps.every(({ stage }) => stage === undefined || stage < stages.length) &&
      (read.data.kind !== 'stages' || steps.every(({ stage }) => stage !== undefined));
    return isWhole ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** The same as a table for other programs: titles of steps above, of lanes at the left. */
export function tableOfTracks({ steps, lanes, cells }: CopiedTracks): readonly (readonly string[])[] {
  const textAt = (lane: number, step: number) =>
    cells
      .filter((cell) => cell.lane === lane && cell.step === step)
      .flatMap(({ cards }) => cards.map(({ text = '' }) => text))
      .join('\n');
  return [
    ['', ...steps.map(({ title = '' }) => title)],
    ...lanes.map(({ title = '' }, lane) => [title, ...steps.map((_, step) => textAt(lane, step))]),
  ];
}

export function copiedCard(card: Card): z.infer<typeof copiedCardSchema> {
  const {
    id: _id,
    laneId: _lane,
    stepId: _step,
    position: _at,
    evidenceIds: _evidence,
    pictureId: _picture,
    ...rest
  } = card;
  return rest;
}
