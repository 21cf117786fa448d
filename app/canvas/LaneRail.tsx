import { memo } from 'react';
import type { MapLayout, Row } from '../../model/layout/mapLayout.ts';
import { laneKindNames } from '../../model/text/laneNames.ts';
import { emotionScaleNames } from '../../model/text/mapNames.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { useCanvas, useCanvasState } from './canvasContext.ts';
import { focusKey, sameFocus } from './gridFocus.ts';
import styles from './LaneRail.module.css';
import { TextLines } from './TextLines.tsx';
import { TitleEditor } from './TitleEditor.tsx';
import { useRecord } from './useRecord.ts';
import { atLeft, atTopLeft, useSticky } from './useSticky.ts';
import type { Range } from './visibleRange.ts';

export interface LaneRailProps {
  readonly layout: MapLayout;
  readonly rows: Range;
}

/** The titles of the lanes. They stay in sight when the map is pushed to the left. */
export const LaneRail = memo(({ layout, rows }: LaneRailProps) => {
  const sticky = useSticky<HTMLDivElement>(atLeft);
  return (
    <div ref={sticky} className={styles['rail']}>
      <div
        aria-hidden
        className={styles['back']}
        style={{ width: layout.grid.x - 2, height: layout.height + 2 * backMargin, top: -backMargin }}
      />
      {layout.rows.map((row) =>
        row.index >= rows.first && row.index <= rows.last ? (
          <LaneTitle key={row.laneId} row={row} width={layout.rail.width} />
        ) : null,
      )}
    </div>
  );
});

/** Covers the corner where rail and header meet. */
export const HeaderCorner = memo(({ layout }: { readonly layout: MapLayout }) => {
  const sticky = useSticky<HTMLDivElement>(atTopLeft);
  return (
    <div ref={sticky} className={styles['corner']} aria-hidden>
      <div
        className={styles['cornerBack']}
        style={{ width: layout.grid.x - 2, height: layout.header.stepY + layout.header.stepHeight + 4 }}
      />
    </div>
  );
});

const backMargin = 400;

const LaneTitle = memo(({ row, width }: { readonly row: Row; readonly width: number }) => {
  const language = useLanguage();
  const canvas = useCanvas();
  const place = { kind: 'lane', laneId: row.laneId } as const;
  const isFocus = useCanvasState((state) => sameFocus(state.focus, place));
  const isEdited = useCanvasState(
    (state) => state.editing?.kind === 'title' && sameFocus(state.editing.focus, place),
  );
  const own = useRecord('lanes', row.laneId)?.title ?? '';
  const { curveArea, kind } = row.content;
  const title = own === '' ? laneKindNames[kind][language] : own;
  return (
    <div
      id={`title-${row.laneId}`}
      role="rowheader"
      aria-label={title}
      aria-colindex={1}
      tabIndex={isFocus ? 0 : -1}
      data-place={focusKey(place)}
      data-group={row.content.group}
      className={styles['lane']}
      style={{ top: row.y, width, height: row.height }}
    >
      {isEdited ? (
        <TitleEditor place={place} block={row.content.text} width={width} />
      ) : own === '' ? (
        <span className={styles['untitled']}>{title}</span>
      ) : (
        <TextLines block={row.content.text} spoken />
      )}
      {curveArea !== undefined && !row.content.collapsed && row.content.kind === 'emotion' && (
        <>
          <span className={styles['level']} style={{ top: curveArea.highY - 7 }} aria-hidden>
            {emotionScaleNames.delighted[language]}
          </span>
          <span className={styles['level']} style={{ top: curveArea.neutralY - 7 }} aria-hidden>
            {emotionScaleNames.neutral[language]}
          </span>
          <span className={styles['level']} style={{ top: curveArea.lowY - 7 }} aria-hidden>
            {emotionScaleNames.frustrated[language]}
          </span>
        </>
      )}
      {!canvas.readOnly && (
        <div className={styles['edge']} data-edge="row" data-edge-of={row.laneId} aria-hidden />
      )}
    </div>
  );
});
