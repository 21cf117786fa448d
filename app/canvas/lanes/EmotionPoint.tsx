import { useLingui } from '@lingui/react/macro';
import type { Curve, CurveArea, CurvePoint } from '../../../model/layout/mapLayout.ts';
import { layoutSizes } from '../../../model/layout/layoutSizes.ts';
import type { LaneId } from '../../../model/map/ids.ts';
import { classNames } from '../../design/classNames.ts';
import { useCanvas, useCanvasState } from '../canvasContext.ts';
import { comma } from '../../language/comma.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import styles from './EmotionRow.module.css';
import { Face } from './Face.tsx';

export interface EmotionPointProps {
  readonly laneId: LaneId;
  readonly curve: Curve;
  readonly point: CurvePoint;
  readonly area: CurveArea;
  /** Left edge of the cell it stands in. */
  readonly cellX: number;
}

const radius = layoutSizes.faceSize / 2;
/** One press of an arrow key: a tenth on the shown scale of -2..+2. */
const stepOfKey = 0.05;

/** One feeling: a slider that is dragged up and down, or moved with the arrow keys while it has the keyboard. */
export function EmotionPoint({ laneId, curve, point: stored, area, cellX }: EmotionPointProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const canvas = useCanvas();
  const step = canvas.shared.record('steps', stored.stepId)?.title ?? '';
  const { personaId } = curve;
  const point = useCanvasState(({ emotionMove: move }) =>
    move?.laneId === laneId && move.personaId === personaId && move.stepId === stored.stepId ? move : stored,
  );
  const y = area.highY + ((1 - point.value) / 2) * (area.lowY - area.highY);
  const persona = personaId === undefined ? '' : (canvas.shared.record('personas', personaId)?.name ?? '');
  const shownValue = shownEmotion(point.value);
  // What people remember most: the strongest feeling and the last one.
  const noteText = curve.peak === point.stepId ? t`peak` : curve.end === point.stepId ? t`end` : undefined;

  const moveTo = (value: number) => {
    if (canvas.readOnly || personaId === undefined) return;
    const next = Math.round(Math.min(1, Math.max(-1, value)) / stepOfKey) * stepOfKey;
    canvas.actions.setEmotion({
      laneId,
      personaId,
      stepId: point.stepId,
      value: Math.round(next * 100) / 100,
    });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const by = event.shiftKey ? 5 * stepOfKey : stepOfKey;
    if (event.key === 'ArrowUp') moveTo(point.value + by);
    else if (event.key === 'ArrowDown') moveTo(point.value - by);
    else if (event.key === 'Home') moveTo(-1);
    else if (event.key === 'End') moveTo(1);
    else if (event.key === 'Delete' && personaId !== undefined)
      canvas.actions.removeEmotion(laneId, personaId, point.stepId);
    else if (event.key === 'Escape' || event.key === 'Enter') {
      if (event.target instanceof HTMLElement) event.target.blur();
      canvas.store.keepKeyboard();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="slider"
      aria-orientation="vertical"
      aria-label={t`Emotion of ${persona} at ${step}`}
      aria-valuemin={-2}
      aria-valuemax={2}
      aria-valuenow={shownValue}
      aria-valuetext={noteText === undefined ? `${shownValue}` : `${shownValue}${comma(language)}${noteText}`}
      aria-readonly={canvas.readOnly}
      tabIndex={-1}
      data-emotion-lane={laneId}
      data-emotion-step={point.stepId}
      data-emotion-persona={personaId}
      className={classNames(styles['point'], !canvas.readOnly && styles['adjustable'])}
      style={{ left: stored.x - cellX - radius, top: y - radius, width: radius * 2, height: radius * 2 }}
      onKeyDown={onKeyDown}
    >
      <svg aria-hidden className={styles['face']} viewBox="-9 -9 18 18">
        <Face value={point.value} />
      </svg>
      {noteText !== undefined && (
        <span className={classNames(styles['note'], point.value > 0 ? styles['above'] : styles['below'])}>
          {noteText}
        </span>
      )}
    </div>
  );
}

/** -1..1 as it is shown: -2..+2 with one decimal. */
export const shownEmotion = (value: number): number => Math.round(value * 20) / 10;
