import { Trans } from '@lingui/react/macro';
import { MousePointerClick, Plus, Ruler } from 'lucide-react';
import { useState } from 'react';
import type { StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import type { Measurement } from '../../model/map/measurement.ts';
import { Button } from '../design/parts/Button.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { MeasurementCard } from './MeasurementCard.tsx';
import { MeasurementForm } from './MeasurementForm.tsx';
import { measurementsAtStep } from './measurementsAtStep.ts';
import { StepScore } from './StepScore.tsx';
import styles from './StepTab.module.css';

export interface StepTabProps {
  readonly map: JourneyMap;
  readonly stepId: StepId | undefined;
  readonly readOnly: boolean;
  /** `base`: what one began with; undefined for a new one. Says whether it was stored. */
  readonly onSave: (measurement: Measurement, base: Measurement | undefined) => boolean;
  readonly onDelete: (measurement: Measurement) => void;
}

/** The numbers of the selected step: what is known, how well, how old, and against which target. */
export function StepTab({ map, stepId, readOnly, onSave, onDelete }: StepTabProps) {
  const [editing, setEditing] = useState<Measurement | 'new'>();
  const index = indexMap(map);
  const step = stepId === undefined ? undefined : index.stepsById.get(stepId);
  if (step === undefined)
    return (
      <EmptyState icon={<MousePointerClick />} title={<Trans>No step is selected</Trans>}>
        <Trans>Select a step or a card on the map to see and enter its numbers here.</Trans>
      </EmptyState>
    );
  const groups = measurementsAtStep(map, step.id);
  const number = map.steps.indexOf(step) + 1;
  return (
    <>
      <p className={styles['stage']}>{index.stagesById.get(step.stageId)?.title}</p>
      <h2 className={styles['title']}>
        <span className={styles['number']}>{number}</span> {step.title}
      </h2>
      <StepScore map={map} stepId={step.id} />
      {groups.length === 0 ? (
        <EmptyState icon={<Ruler />} title={<Trans>No numbers yet</Trans>}>
          <Trans>
            A waiting time, a share solved at once, a score from a survey: with a number and its source a step
            can be scored and its improvement forecast. An honest estimate is a good start.
          </Trans>
        </EmptyState>
      ) : (
        groups.map((group) => (
          <section key={group.key} aria-label={group.title === '' ? step.title : group.title}>
            {group.title !== '' && <h3 className={styles['group']}>{group.title}</h3>}
            <ul className={styles['list']}>
              {group.measurements.map((measurement) => (
                <MeasurementCard
                  key={measurement.id}
                  map={map}
                  measurement={measurement}
                  onEdit={readOnly ? undefined : () => setEditing(measurement)}
                  onDelete={readOnly ? undefined : () => onDelete(measurement)}
                />
              ))}
            </ul>
          </section>
        ))
      )}
      {!readOnly && (
        <Button className={styles['add']} icon={<Plus />} onClick={() => setEditing('new')}>
          <Trans>Add a number</Trans>
        </Button>
      )}
      {editing !== undefined && (
        <MeasurementForm
          map={map}
          on={editing === 'new' ? { stepId: step.id } : editing.on}
          measurement={editing === 'new' ? undefined : editing}
          onSave={(measurement) => {
            // What was refused stays in the form, to be corrected.
            if (onSave(measurement, editing === 'new' ? undefined : editing)) setEditing(undefined);
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
