import { lanesWithoutCards } from '../../../model/map/lane.ts';
import type { MapLayout, Point } from '../../../model/layout/mapLayout.ts';
import { placeAt } from '../../../model/layout/placeOnMap.ts';
import type { LaneId, StageId, StepId } from '../../../model/map/ids.ts';
import type { CardDrop, StepDrop } from '../canvasState.ts';
import { trackAt } from '../visibleRange.ts';

/** Where a card would go when it is dropped at `at`; `corner` is where its corner would be. Nothing where no card can stand. */
export function cardDropAt(layout: MapLayout, at: Point, corner: Point): CardDrop | undefined {
  const first = layout.rows[0];
  if (first === undefined || at.x < 0 || at.x > layout.grid.right || at.y < 0 || at.y > layout.height)
    return { kind: 'loose', corner };
  if (at.x < layout.grid.x || at.y < first.y) return undefined;
  // In the gap between two rows or columns the nearer one is meant.
  const row = layout.rows[rowNear(layout, at.y)];
  const column = layout.columns[columnNear(layout, at.x)];
  if (row === undefined || column === undefined || lanesWithoutCards.has(row.content.kind)) return undefined;
  const inside = {
    x: clamp(at.x, column.x, column.x + column.width - 1),
    y: clamp(at.y, row.y, row.y + row.height - 1),
  };
  const place = placeAt(layout, inside);
  return place === undefined ? undefined : { kind: 'cell', place };
}

/** The step before which a step dropped at `x` would stand, and the stage it would belong to. */
export function stepDropAt(layout: MapLayout, x: number): StepDrop | undefined {
  const empty = layout.stages.find(
    (stage) => isEmpty(layout, stage.stageId) && x >= stage.x && x < stage.x + stage.width,
  );
  if (empty !== undefined) return { stageId: empty.stageId, before: undefined };
  const column = layout.columns[columnNear(layout, x)];
  if (column === undefined) return undefined;
  if (x < column.x + column.width / 2) return { stageId: column.stageId, before: column.stepId };
  const next = layout.columns[column.index + 1];
  return {
    stageId: column.stageId,
    before: next?.stageId === column.stageId ? next.stepId : undefined,
  };
}

const isEmpty = (layout: MapLayout, stageId: StageId): boolean =>
  !layout.columns.some((column) => column.stageId === stageId);

export function stageDropAt(layout: MapLayout, x: number): { readonly before: StageId | undefined } {
  return { before: layout.stages.find((stage) => x < stage.x + stage.width / 2)?.stageId };
}

export function laneDropAt(layout: MapLayout, y: number): { readonly before: LaneId | undefined } {
  return { before: layout.rows.find((row) => y < row.y + row.height / 2)?.laneId };
}

export const columnNear = (layout: MapLayout, x: number): number =>
  trackAt(
    layout.columns.length,
    (i) => layout.columns[i]?.x ?? 0,
    (i) => layout.columns[i]?.width ?? 0,
    x,
  );

export const rowNear = (layout: MapLayout, y: number): number =>
  trackAt(
    layout.rows.length,
    (i) => layout.rows[i]?.y ?? 0,
    (i) => layout.rows[i]?.height ?? 0,
    y,
  );

/** x of the line that shows where a step would go. */
export function stepLineX(layout: MapLayout, { stageId, before }: StepDrop): number | undefined {
  const column = layout.columns.find((one) => one.stepId === before);
  if (column !== undefined) return column.x;
  const last = layout.columns.findLast((one: { readonly stageId: StageId }) => one.stageId === stageId);
  if (last !== undefined) return last.x + last.width;
  return layout.stages.find((stage) => stage.stageId === stageId)?.x;
}

export function stageLineX(layout: MapLayout, before: StageId | undefined): number {
  return layout.stages.find((stage) => stage.stageId === before)?.x ?? layout.grid.right;
}

export function laneLineY(layout: MapLayout, before: LaneId | undefined): number {
  const row = layout.rows.find((one) => one.laneId === before);
  return row === undefined ? layout.height + 4 : row.y - 5;
}

/** The step one place to the left or right of where a carried step would stand now. */
export function nextStepDrop(
  layout: MapLayout,
  stepId: StepId,
  target: StepDrop | undefined,
  by: 1 | -1,
): StepDrop | undefined {
  // At the end of a stage there is a place too: the only one of a stage without steps.
  const slots: StepDrop[] = layout.stages.flatMap(({ stageId }) => [
    ...layout.columns
      .filter((column) => column.stageId === stageId)
      .map((column) => ({ stageId, before: column.stepId })),
    { stageId, before: undefined },
  ]);
  const own = slots.findIndex((slot) => slot.before === stepId);
  const now =
    target === undefined
      ? own
      : slots.findIndex((slot) => slot.stageId === target.stageId && slot.before === target.before);
  const next = slots[now + by];
  // The place right after itself is the place it has.
  if (next !== undefined && slots[now + by] === slots[own + 1] && by === 1 && now === own)
    return slots[own + 2] ?? next;
  return next;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
