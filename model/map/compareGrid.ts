import type { Card } from './card.ts';
import type { LaneId, StepId } from './ids.ts';
import type { JourneyMap } from './journeyMap.ts';
import type { Lane } from './lane.ts';
import type { Step } from './step.ts';

/** Two states of a map laid over each other, cell by cell. Records are the same when they have the same id. */
export interface ComparedGrid {
  /** In the later order; what was removed stands where it was. */
  readonly steps: readonly ComparedTrack<Step>[];
  readonly lanes: readonly ComparedTrack<Lane>[];
  readonly cell: (laneId: LaneId, stepId: StepId) => readonly ComparedCard[];
  readonly counts: Readonly<Record<Exclude<CardChange, 'same' | 'movedOut'>, number>>;
}

export interface ComparedTrack<R> {
  /** The later state, or the earlier of one that was removed. */
  readonly record: R;
  readonly change: 'same' | 'added' | 'removed' | 'renamed';
  /** The earlier title of one that was renamed. */
  readonly titleBefore?: string;
}

/** `movedOut` is the ghost of a card at the place it left; `moved` is the card at its new one. */
export type CardChange = 'same' | 'added' | 'removed' | 'changed' | 'moved' | 'movedOut';

export interface ComparedCard {
  readonly card: Card;
  readonly change: CardChange;
  /** The earlier state, where there is one and it differs. */
  readonly before?: Card;
}

export function compareGrid(before: JourneyMap, after: JourneyMap): ComparedGrid {
  const old = new Map(before.cards.map((card) => [card.id, card]));
  const now = new Map(after.cards.map((card) => [card.id, card]));
  const cells = new Map<string, ComparedCard[]>();
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  const put = (compared: ComparedCard, at: Card = compared.card) => {
    if (compared.change !== 'same' && compared.change !== 'movedOut') counts[compared.change] += 1;
    if (at.laneId === undefined || at.stepId === undefined) return;
    const key = cellKey(at.laneId, at.stepId);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [compared]);
    else cell.push(compared);
  };
  for (const card of after.cards) {
    const was = old.get(card.id);
    if (was === undefined) put({ card, change: 'added' });
    else if (was.laneId !== card.laneId || was.stepId !== card.stepId) {
      put({ card, change: 'moved', before: was });
      put({ card, change: 'movedOut' }, was);
    } else put(saysTheSame(was, card) ? { card, change: 'same' } : { card, change: 'changed', before: was });
  }
  for (const card of before.cards) if (!now.has(card.id)) put({ card, change: 'removed' });
  return {
    steps: compareTracks(before.steps, after.steps),
    lanes: compareTracks(before.lanes, after.lanes),
    cell: (laneId, stepId) => cells.get(cellKey(laneId, stepId)) ?? [],
    counts,
  };
}

const cellKey = (laneId: LaneId, stepId: StepId): string => `${laneId} ${stepId}`;

/** Records are plain JSON in canonical key order. */
const saysTheSame = (a: Card, b: Card): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function compareTracks<R extends { readonly id: string; readonly title: string }>(
  before: readonly R[],
  after: readonly R[],
): readonly ComparedTrack<R>[] {
  const old = new Map(before.map((record) => [record.id, record]));
  const now = new Set(after.map(({ id }) => id));
  const tracks = after.map((record): ComparedTrack<R> => {
    const was = old.get(record.id);
    if (was === undefined) return { record, change: 'added' };
    if (was.title === record.title) return { record, change: 'same' };
    return { record, change: 'renamed', titleBefore: was.title };
  });
  before.forEach((record, i) => {
    if (now.has(record.id)) return;
    const neighbour = before.slice(0, i).findLast(({ id }) => tracks.some((each) => each.record.id === id));
    const at = neighbour === undefined ? 0 : tracks.findIndex((each) => each.record.id === neighbour.id) + 1;
    tracks.splice(at, 0, { record, change: 'removed' });
  });
  return tracks;
}
