import { useLingui } from '@lingui/react/macro';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import type { Column, MapHeader, MapLayout, StageBand } from '../../model/layout/mapLayout.ts';
import { useObservable } from '../session/useSharedMap.ts';
import { useCanvas, useCanvasState } from './canvasContext.ts';
import { MarkerBadge } from './cards/MarkerBadge.tsx';
import { CommentBadge } from './CommentBadges.tsx';
import { focusKey, type GridFocus, sameFocus } from './gridFocus.ts';
import styles from './StageHeader.module.css';
import { TextLines } from './TextLines.tsx';
import { TitleEditor } from './TitleEditor.tsx';
import { useRecord } from './useRecord.ts';
import { atTop, useSticky } from './useSticky.ts';
import type { Range } from './visibleRange.ts';

export interface StageHeaderProps {
  readonly layout: MapLayout;
  readonly columns: Range;
}

/** The stages and steps over the grid. They stay in sight when the map is pushed up. */
export const StageHeader = memo(({ layout, columns }: StageHeaderProps) => {
  const sticky = useSticky<HTMLDivElement>(atTop);
  const { header } = layout;
  const shownStages = layout.stages.filter(
    (stage) =>
      stage.columns === undefined ||
      (stage.columns.last >= columns.first && stage.columns.first <= columns.last),
  );
  return (
    <div ref={sticky} className={styles['header']} role="rowgroup">
      <div
        aria-hidden
        className={styles['back']}
        style={{
          width: layout.width + 2 * backMargin,
          left: -backMargin,
          height: header.stepY + header.stepHeight + 4,
        }}
      />
      <div role="row" aria-rowindex={1} className={styles['row']}>
        {shownStages.map((stage) => (
          <StageTitle key={stage.stageId} stage={stage} />
        ))}
      </div>
      <div role="row" aria-rowindex={2} className={styles['row']}>
        {layout.columns.slice(columns.first, columns.last + 1).map((column) => (
          <StepTitle key={column.stepId} column={column} header={header} />
        ))}
      </div>
    </div>
  );
});

const backMargin = 400;

const StageTitle = memo(({ stage }: { readonly stage: StageBand }) => {
  const place = { kind: 'stage', stageId: stage.stageId } as const;
  const { title, isFocus, isEdited } = useHeaderPlace(place);
  return (
    <div
      role="columnheader"
      aria-colindex={(stage.columns?.first ?? 0) + 2}
      aria-colspan={stage.columns === undefined ? 1 : stage.columns.last - stage.columns.first + 1}
      aria-label={title}
      tabIndex={isFocus ? 0 : -1}
      data-place={focusKey(place)}
      className={styles['stage']}
      style={{
        left: stage.x,
        top: stage.y,
        width: stage.width,
        height: stage.height,
        background: `var(--stage-${stage.hue})`,
      }}
    >
      {isEdited ? (
        <TitleEditor place={place} block={stage.text} width={stage.width} />
      ) : (
        <TextLines block={stage.text} spoken />
      )}
    </div>
  );
});

interface StepTitleProps {
  readonly column: Column;
  readonly header: MapHeader;
}

const StepTitle = memo(({ column, header }: StepTitleProps) => {
  const { t } = useLingui();
  const canvas = useCanvas();
  const place = { kind: 'step', stepId: column.stepId } as const;
  const { title, isFocus, isEdited } = useHeaderPlace(place);
  const threads = useObservable(canvas.openThreads).get(column.stepId) ?? 0;
  return (
    <div
      role="columnheader"
      aria-colindex={column.index + 2}
      aria-label={`${column.index + 1} ${title}`}
      tabIndex={isFocus ? 0 : -1}
      data-place={focusKey(place)}
      className={styles['step']}
      style={{ left: column.x + 2, top: header.stepY, width: column.width - 4, height: header.stepHeight }}
    >
      <TextLines block={column.number} className={styles['number']} />
      {isEdited ? (
        <TitleEditor place={place} block={column.text} width={column.width - 4} />
      ) : (
        <TextLines block={column.text} spoken />
      )}
      {column.markers.map((marker) => (
        <MarkerBadge key={marker.markerId} box={marker} />
      ))}
      {threads > 0 && !canvas.presenting && (
        <div className={styles['comments']}>
          <CommentBadge place={place} count={threads} />
        </div>
      )}
      {!canvas.readOnly && (
        <>
          <div className={styles['edge']} data-edge="column" data-edge-of={column.stepId} aria-hidden />
          <button
            type="button"
            tabIndex={-1}
            className={styles['add']}
            aria-label={t`Step after ${title}`}
            title={t`Step after ${title}`}
            onClick={() => canvas.actions.insertStepAfter(column.stepId)}
          >
            <Plus aria-hidden />
          </button>
        </>
      )}
    </div>
  );
});

function useHeaderPlace(place: Extract<GridFocus, { kind: 'stage' | 'step' }>) {
  const isFocus = useCanvasState((state) => sameFocus(state.focus, place));
  const isEdited = useCanvasState(
    (state) => state.editing?.kind === 'title' && sameFocus(state.editing.focus, place),
  );
  const stage = useRecord('stages', place.kind === 'stage' ? place.stageId : '');
  const step = useRecord('steps', place.kind === 'step' ? place.stepId : '');
  return { title: (stage ?? step)?.title ?? '', isFocus, isEdited };
}
