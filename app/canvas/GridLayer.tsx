import { useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import type { Column, MapLayout, Row } from '../../model/layout/mapLayout.ts';
import type { LaneId, StepId } from '../../model/map/ids.ts';
import { useCanvas, useCanvasState } from './canvasContext.ts';
import { GridRow } from './GridRow.tsx';
import styles from './GridLayer.module.css';
import { headerRows } from './headerRows.ts';
import type { Range } from './visibleRange.ts';

export interface GridLayerProps {
  readonly layout: MapLayout;
  readonly rows: Range;
  readonly columns: Range;
}

/**
 * The rows of the map that are on screen, with the columns that are on screen, and always the place that has the
 * keyboard. `aria-rowcount` and `aria-colcount` tell the whole size to who does not see it.
 */
export const GridLayer = memo(({ layout, rows, columns }: GridLayerProps) => {
  const pinned = usePinnedPlace();
  return (
    <div className={styles['grid']} role="rowgroup">
      {layout.rows.map((row) => {
        const isSeen = row.index >= rows.first && row.index <= rows.last;
        const pinnedStepId = row.laneId === pinned?.laneId ? pinned.stepId : undefined;
        if (!isSeen && pinnedStepId === undefined) return null;
        const { first, last } = isSeen ? columns : noColumns;
        return (
          <PlacedRow
            key={row.laneId}
            row={row}
            columns={layout.columns}
            gridX={layout.grid.x}
            gridRight={layout.grid.right}
            first={first}
            last={last}
            pinnedStepId={pinnedStepId}
          />
        );
      })}
    </div>
  );
});

/** Of a row out of sight there is the cell with the keyboard alone. */
const noColumns: Range = { first: 0, last: -1 };

interface PlacedRowProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly gridX: number;
  readonly gridRight: number;
  readonly first: number;
  readonly last: number;
  readonly pinnedStepId: StepId | undefined;
}

/** A row at its height; what is in it does not render again when the row only moves. */
const PlacedRow = memo(({ row, gridX, gridRight, ...rest }: PlacedRowProps) => (
  <div
    role="row"
    aria-rowindex={row.index + headerRows + 1}
    aria-owns={`title-${row.laneId}`}
    className={styles['row']}
    data-lane-row={row.laneId}
    style={{ transform: `translateY(${row.y}px)`, height: row.height }}
  >
    <div
      className={styles['paper']}
      style={{ left: gridX, width: gridRight - gridX }}
      data-grid-paper
      aria-hidden
    />
    <GridRow content={row.content} {...rest} />
  </div>
));

/** The cell that has the keyboard: it stays mounted while the view moves away. */
function usePinnedPlace(): { readonly laneId: LaneId; readonly stepId: StepId } | undefined {
  const canvas = useCanvas();
  const focus = useCanvasState((state) => state.focus);
  if (focus?.kind === 'cell') return focus;
  if (focus?.kind !== 'card') return undefined;
  const card = canvas.shared.record('cards', focus.cardId);
  return card?.laneId === undefined || card.stepId === undefined
    ? undefined
    : { laneId: card.laneId, stepId: card.stepId };
}

/** Says how large the grid is and holds its parts together for assistive technology. */
export function useGridLabel(layout: MapLayout): string {
  const { t } = useLingui();
  return t`Map: ${layout.rows.length} lanes, ${layout.columns.length} steps. Arrow keys move, Enter edits, question mark lists all keys.`;
}
