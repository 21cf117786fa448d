import { useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import type { BlueprintGroup } from '../../model/layout/blueprintLines.ts';
import type { Cell, Column, CurveArea } from '../../model/layout/mapLayout.ts';
import type { LaneId } from '../../model/map/ids.ts';
import type { LaneKind } from '../../model/map/lane.ts';
import { useCanvasState } from './canvasContext.ts';
import { CardView } from './cards/CardView.tsx';
import styles from './CellView.module.css';
import { focusKey, sameFocus } from './gridFocus.ts';
import { EmotionPoint } from './lanes/EmotionPoint.tsx';
import { MetricView } from './lanes/MetricView.tsx';
import { useRecord } from './useRecord.ts';

export interface CellViewProps {
  readonly cell: Cell;
  readonly column: Column;
  readonly laneId: LaneId;
  readonly kind: LaneKind;
  readonly group: BlueprintGroup;
  /** Of an emotion lane: the curves with their points. */
  readonly faces: CurveArea | undefined;
}

/**
 * Lane x step: its cards, faces and numbers; the empty one can have the keyboard itself. It is as high as its row, and an
 * edit of the row renders it again only where the layout says something else of this cell.
 */
export const CellView = memo(({ cell, column, laneId, kind, group, faces }: CellViewProps) => {
  const { t } = useLingui();
  const focus = { kind: 'cell', laneId, stepId: cell.stepId } as const;
  const isFocus = useCanvasState((state) => sameFocus(state.focus, focus));
  const lane = useRecord('lanes', laneId)?.title ?? '';
  const step = useRecord('steps', cell.stepId)?.title ?? '';
  const points = (faces?.curves ?? []).flatMap((curve) => {
    const point = curve.points.find(({ stepId }) => stepId === cell.stepId);
    return point === undefined ? [] : [{ curve, point }];
  });
  const hasCards = cell.cardIds.length > 0;
  const isEmpty = !hasCards && points.length === 0 && cell.metrics.length === 0;
  return (
    <div
      role="gridcell"
      aria-colindex={cell.column + 2}
      aria-label={isEmpty ? t`${lane}, ${step}: empty` : undefined}
      // Cards take the keyboard themselves.
      tabIndex={!hasCards && isFocus ? 0 : -1}
      data-place={focusKey(focus)}
      className={styles['cell']}
      style={{ left: column.x, width: column.width }}
    >
      {cell.column > 0 && <div className={styles['edge']} aria-hidden />}
      {cell.cards.map((box) => (
        <CardView key={box.cardId} box={box} x={box.x - column.x} kind={kind} group={group} />
      ))}
      {faces !== undefined &&
        points.map(({ curve, point }) => (
          <EmotionPoint
            key={curve.personaId}
            laneId={laneId}
            curve={curve}
            point={point}
            area={faces}
            cellX={column.x}
          />
        ))}
      {cell.metrics.map((box) => (
        <MetricView key={box.measurementId} box={box} cellX={column.x} />
      ))}
    </div>
  );
});
