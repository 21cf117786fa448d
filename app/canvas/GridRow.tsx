import { memo } from 'react';
import type { CardBox, Cell, Column, RowContent } from '../../model/layout/mapLayout.ts';
import type { StepId } from '../../model/map/ids.ts';
import { CardView } from './cards/CardView.tsx';
import { CellView } from './CellView.tsx';
import { ArcRow } from './lanes/ArcRow.tsx';
import { EmotionRow } from './lanes/EmotionRow.tsx';
import { EmotionPoint } from './lanes/EmotionPoint.tsx';
import { MetricView } from './lanes/MetricView.tsx';

export interface GridRowProps {
  readonly content: RowContent;
  readonly columns: readonly Column[];
  readonly first: number;
  readonly last: number;
  readonly pinnedStepId: StepId | undefined;
}

/** The cells of one lane that are on screen, with their cards, and what the kind of the lane draws across them. */
export const GridRow = memo(({ content, columns, first, last, pinnedStepId }: GridRowProps) => {
  const shown = shownCells(content, first, last, pinnedStepId);
  const cardsByColumn = content.collapsed ? new Map<number, CardBox[]>() : groupByColumn(content.cards);
  return (
    <>
      {content.curveArea !== undefined && !content.collapsed && content.kind === 'emotion' && (
        <EmotionRow content={content} area={content.curveArea} columns={columns} />
      )}
      {content.curveArea !== undefined && !content.collapsed && content.kind === 'arc' && (
        <ArcRow area={content.curveArea} columns={columns} first={first} last={last} />
      )}
      {shown.map((cell) => {
        const column = columns[cell.column];
        if (column === undefined) return null;
        return (
          <CellView key={cell.stepId} cell={cell} content={content} column={column}>
            {(cardsByColumn.get(cell.column) ?? []).map((box) => (
              <CardView
                key={box.cardId}
                box={box}
                x={box.x - column.x}
                kind={content.kind}
                group={content.group}
              />
            ))}
            {!content.collapsed && <FacesInCell content={content} stepId={cell.stepId} cellX={column.x} />}
            {!content.collapsed &&
              content.metrics
                .filter((box) => box.stepId === cell.stepId)
                .map((box) => <MetricView key={box.measurementId} box={box} cellX={column.x} />)}
          </CellView>
        );
      })}
    </>
  );
});

interface FacesInCellProps {
  readonly content: RowContent;
  readonly stepId: StepId;
  readonly cellX: number;
}

/** The points of the emotion curves at one step. */
function FacesInCell({ content, stepId, cellX }: FacesInCellProps) {
  const { curveArea, kind, laneId } = content;
  if (curveArea === undefined || kind !== 'emotion') return null;
  return curveArea.curves.map((curve) => {
    const point = curve.points.find((one) => one.stepId === stepId);
    return point === undefined ? null : (
      <EmotionPoint key={curve.personaId} {...{ laneId, curve, point, cellX }} area={curveArea} />
    );
  });
}

/** Cells in the range, cells before it whose cards reach into it, and the one with the keyboard; in order. */
function shownCells(
  content: RowContent,
  first: number,
  last: number,
  pinnedStepId: StepId | undefined,
): readonly Cell[] {
  const reaching = new Set(content.cards.filter((box) => reaches(box, first, last)).map((box) => box.column));
  return content.cells.filter(
    (cell) =>
      (cell.column >= first && cell.column <= last) ||
      cell.stepId === pinnedStepId ||
      reaching.has(cell.column),
  );
}

const reaches = (box: CardBox, first: number, last: number) =>
  box.span > 1 && box.column < first && box.column + box.span - 1 >= first && first <= last;

function groupByColumn(boxes: readonly CardBox[]): ReadonlyMap<number, readonly CardBox[]> {
  const groups = new Map<number, CardBox[]>();
  for (const box of boxes) {
    const group = groups.get(box.column);
    if (group === undefined) groups.set(box.column, [box]);
    else group.push(box);
  }
  return groups;
}
