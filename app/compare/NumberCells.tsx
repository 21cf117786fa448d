import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Measurement } from '../../model/map/measurement.ts';
import type { MetricKey } from '../../model/map/metric.ts';
import type { ComparedNumber } from '../../model/quality/compareMeasurements.ts';
import { describeMeasurements } from '../../model/quality/describeMeasurement.ts';
import { metricTitle } from '../../model/quality/metricTitle.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { ComparedFigure } from './ComparedFigure.tsx';
import styles from './ComparedTable.module.css';

export interface NumberCellsProps {
  readonly before: JourneyMap;
  readonly after: JourneyMap;
  readonly stepIds: readonly StepId[];
  readonly numbers: (stepId: StepId) => readonly ComparedNumber[];
  readonly onTake: ((stepId: StepId, metric: MetricKey) => void) | undefined;
}

/** The numbers of each step, metric by metric. */
export function NumberCells({ before, after, stepIds, numbers, onTake }: NumberCellsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [was, is] = useMemo(
    () => [describeMeasurements(before, language), describeMeasurements(after, language)] as const,
    [before, after, language],
  );
  const said = (describe: typeof was, measurement: Measurement | undefined) => {
    if (measurement === undefined) return undefined;
    const { value, unit } = describe(measurement, undefined);
    return unit === '' ? value : `${value} ${unit}`;
  };
  return stepIds.map((stepId) => (
    <td key={stepId} className={styles['cell']}>
      {numbers(stepId).map(({ metric, change, before: old, after: now }) => (
        <ComparedFigure
          key={metric}
          name={metricTitle(old === undefined ? after : before, metric, language)}
          change={change}
          before={said(was, old)}
          after={said(is, now)}
          take={
            onTake && {
              label: t`Take this number from the other side`,
              onTake: () => onTake(stepId, metric),
            }
          }
        />
      ))}
    </td>
  ));
}
