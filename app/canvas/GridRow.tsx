import { memo } from 'react';
import type { CardBox, Cell, Column, RowContent } from '../../model/layout/mapLayout.ts';
import type { StepId } from '../../model/map/ids.ts';
import { CellView } from './CellView.tsx';
import { ArcRow } from './lanes/ArcRow.tsx';
import { EmotionRow } from './lanes/EmotionRow.tsx';

export interface GridRowProps {
  readonly content: RowContent;
  readonly columns: readonly Column[];
  readonly first: number;
  readonly last: number;
  readonly pinnedStepId: StepId | undefined;
}

/** The cells of one lane that are on screen, and what the kind of the lane draws across them. */
export const GridRow = memo(({ content, columns, first, last, pinnedStepId }: GridRowProps) => {
  const { laneId, kind, group, collapsed } = content;
  const curveArea = collapsed ? undefined : content.curveArea;
  return (
    <>
      {curveArea !== undefined && kind === 'emotion' && (
        <EmotionRow content={content} area={curveArea} columns={columns} />
      )}
      {curveArea !== undefined && kind === 'arc' && (
        <ArcRow area={curveArea} columns={columns} first={first} last={last} />
      )}
      {shownCells(content, first, last, pinnedStepId).map((cell) => {
        const column = columns[cell.column];
        if (column === undefined) return null;
        return (
          <CellView
            key={cell.stepId}
            cell={cell}
            column={column}
            laneId={laneId}
            kind={kind}
            group={group}
            faces={kind === 'emotion' ? curveArea : undefined}
          />
        );
      })}
    </>
  );
});

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
