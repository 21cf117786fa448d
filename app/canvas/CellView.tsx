import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Cell, Column, RowContent } from '../../model/layout/mapLayout.ts';
import { useCanvas, useCanvasState } from './canvasContext.ts';
import styles from './CellView.module.css';
import { focusKey, sameFocus } from './gridFocus.ts';

export interface CellViewProps {
  readonly cell: Cell;
  readonly content: RowContent;
  readonly column: Column;
  readonly children: ReactNode;
}

/** Lane x step: holds its cards; the empty one can have the keyboard itself. */
export function CellView({ cell, content, column, children }: CellViewProps) {
  const { t } = useLingui();
  const canvas = useCanvas();
  const focus = { kind: 'cell', laneId: content.laneId, stepId: cell.stepId } as const;
  const isFocus = useCanvasState((state) => sameFocus(state.focus, focus));
  const empty = cell.cardIds.length === 0;
  const lane = canvas.shared.record('lanes', content.laneId)?.title ?? '';
  const step = canvas.shared.record('steps', cell.stepId)?.title ?? '';
  return (
    <div
      role="gridcell"
      aria-colindex={cell.column + 2}
      aria-label={empty ? t`${lane}, ${step}: empty` : t`${lane}, ${step}`}
      tabIndex={empty && isFocus ? 0 : -1}
      data-place={focusKey(focus)}
      className={styles['cell']}
      style={{ left: column.x, width: column.width, height: content.height }}
    >
      {cell.column > 0 && <div className={styles['edge']} aria-hidden />}
      {children}
    </div>
  );
}
