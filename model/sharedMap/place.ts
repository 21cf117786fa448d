import type { Card } from '../map/card.ts';
import type { LaneId, StageId, StepId } from '../map/ids.ts';
import type { CollectionName } from '../map/journeyMap.ts';
import { isOrderKey } from './orderKeys.ts';

/**
 * Where a record stands, as ONE value: two people who move the same record at the same time end in one of the two
 * places, never in the lane of one and the step of the other.
 *
 *   card   `lane|step|order`   in a cell
 *          `||order`           in the tray
 *          `@x,y||order`       loose on the canvas
 *   step   `stage|order`
 *   others `order`
 */
export interface CardPlace {
  readonly laneId?: LaneId;
  readonly stepId?: StepId;
  readonly position?: NonNullable<Card['position']>;
  readonly order: string;
}

export interface StepPlace {
  readonly stageId: StageId;
  readonly order: string;
}

/** The key under which a record's place stands. */
export const placeKey = 'place';

export function cardPlaceText(place: CardPlace): string {
  const { position } = place;
  if (position !== undefined) return `@${position.x},${position.y}||${place.order}`;
  return `${place.laneId ?? ''}|${place.stepId ?? ''}|${place.order}`;
}

export const stepPlaceText = (place: StepPlace): string => `${place.stageId}|${place.order}`;

/** Reads a card's place; a place that cannot be read is the tray. */
export function parseCardPlace(value: unknown): CardPlace {
  const [lane = '', step = '', order = ''] = typeof value === 'string' ? value.split('|') : [];
  if (lane.startsWith('@')) {
    const [x = Number.NaN, y = Number.NaN] = lane.slice(1).split(',').map(Number);
    if (Number.isFinite(x) && Number.isFinite(y)) return { position: { x, y }, order };
  }
  if (!lane.startsWith('lane_') || !step.startsWith('step_')) return { order };
  // The prefixes were checked; a lane or step that does not exist puts the card into the tray (resolveMap.ts).
  return { laneId: lane as LaneId, stepId: step as StepId, order };
}

export function parseStepPlace(value: unknown): StepPlace {
  const [stage = '', order = ''] = typeof value === 'string' ? value.split('|') : [];
  return { stageId: stage as StageId, order };
}

/** The order key of any record's place. */
export function orderOf(collection: CollectionName, place: unknown): string {
  const order =
    collection === 'cards'
      ? parseCardPlace(place).order
      : collection === 'steps'
        ? parseStepPlace(place).order
        : place;
  return isOrderKey(order) ? order : '';
}

/** The place without its order: what a deletion saw of it (see `deletion.ts`). */
export function placeWithoutOrder(collection: CollectionName, place: unknown): string {
  if (collection === 'cards') return cardPlaceText({ ...parseCardPlace(place), order: '' });
  return collection === 'steps' ? parseStepPlace(place).stageId : '';
}

/** Sorts by order key, equal keys by id. */
export function compareOrders(
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
