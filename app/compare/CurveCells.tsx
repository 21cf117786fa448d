import { useLingui } from '@lingui/react/macro';
import { curveMonotoneX, line } from 'd3-shape';
import type { LaneId, StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { classNames } from '../design/classNames.ts';
import styles from './CurveCells.module.css';

export interface CurveCellsProps {
  readonly before: JourneyMap;
  readonly after: JourneyMap;
  readonly laneId: LaneId;
  readonly stepIds: readonly StepId[];
}

const stepWidth = 100;
const height = 88;
const inset = 12;

/** The curves of both sides over all steps: what was is drawn through, what is or shall be is dashed. */
export function CurveCells({ before, after, laneId, stepIds }: CurveCellsProps) {
  const { t, i18n } = useLingui();
  const personas = after.personas.length > 0 ? after.personas : before.personas;
  const said = stepIds.map((stepId) => {
    const [a, b] = [valueAt(before, laneId, stepId), valueAt(after, laneId, stepId)];
    const number = (value: number | undefined) =>
      value === undefined
        ? '–'
        : i18n.number(value * 2, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
    return `${number(a)} → ${number(b)}`;
  });
  return (
    <td colSpan={stepIds.length} className={styles['curves']}>
      <svg
        viewBox={`0 0 ${stepIds.length * stepWidth} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t`Emotion, before and after, step by step: ${said.join('; ')}`}
      >
        <line
          className={styles['neutral']}
          x1={0}
          x2={stepIds.length * stepWidth}
          y1={height / 2}
          y2={height / 2}
        />
        {personas.map(({ id }) => (
          <g key={id}>
            {[before, after].map((map, i) => (
              <path
                key={i === 0 ? 'before' : 'after'}
                className={classNames(styles['curve'], styles[i === 0 ? 'before' : 'after'])}
                d={curveOf(map, laneId, id, stepIds)}
              />
            ))}
          </g>
        ))}
      </svg>
    </td>
  );
}

function curveOf(map: JourneyMap, laneId: LaneId, personaId: string, stepIds: readonly StepId[]): string {
  const points = stepIds.flatMap((stepId, i): readonly [number, number][] => {
    const emotion = map.emotions.find(
      (each) => each.laneId === laneId && each.stepId === stepId && each.personaId === personaId,
    );
    if (emotion === undefined) return [];
    return [[(i + 0.5) * stepWidth, inset + ((1 - emotion.value) / 2) * (height - 2 * inset)]];
  });
  return line().curve(curveMonotoneX)(points) ?? '';
}

/** The mean over the personas. */
function valueAt(map: JourneyMap, laneId: LaneId, stepId: StepId): number | undefined {
  const values = map.emotions
    .filter((each) => each.laneId === laneId && each.stepId === stepId)
    .map(({ value }) => value);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
