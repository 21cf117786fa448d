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
  const holds = whatIsIn(cell, content);
  const lane = canvas.shared.record('lanes', content.laneId)?.title ?? '';
  const step = canvas.shared.record('steps', cell.stepId)?.title ?? '';
  return (
    <div
      role="gridcell"
      aria-colindex={cell.column + 2}
      aria-label={holds === 'nothing' ? t`${lane}, ${step}: empty` : undefined}
      tabIndex={holds !== 'cards' && isFocus ? 0 : -1}
      data-place={focusKey(focus)}
      className={styles['cell']}
      style={{ left: column.x, width: column.width, height: content.height }}
    >
      {cell.column > 0 && <div className={styles['edge']} aria-hidden />}
      {children}
    </div>
  );
}

/** Whether a cell has cards, which take the keyboard themselves, or faces or numbers, or nothing. */
function whatIsIn(cell: Cell, content: RowContent): 'cards' | 'values' | 'nothing' {
  if (cell.cardIds.length > 0) return 'cards';
  const hasFace = content.curveArea?.curves.some((curve) =>
    curve.points.some((point) => point.stepId === cell.stepId),
  );
  return hasFace === true || content.metrics.some((box) => box.stepId === cell.stepId) ? 'values' : 'nothing';
}
