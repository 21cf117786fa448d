import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Pencil, Plus, Ruler, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Metric } from '../../model/map/metric.ts';
import { newId } from '../../model/map/newId.ts';
import { ownMetricUses } from '../../model/quality/ownMetricErrors.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import { directionNames, estimatorNames } from '../../model/text/ownMetricText.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { OwnMetricForm } from './OwnMetricForm.tsx';
import styles from './OwnMetricsDialog.module.css';

export interface OwnMetricsDialogProps {
  readonly map: JourneyMap;
  readonly readOnly: boolean;
  readonly run: (command: Command) => void;
  readonly onClose: () => void;
}

/** The metrics that this map's users defined. Deleting one takes its numbers along; a model or a lever keeps it. */
export function OwnMetricsDialog({ map, readOnly, run, onClose }: OwnMetricsDialogProps) {
  const { t } = useLingui();
  const [editing, setEditing] = useState<Metric>();
  if (editing !== undefined)
    return (
      <OwnMetricForm
        map={map}
        metric={editing}
        onSave={(record) => {
          run({ type: 'put', collection: 'metrics', record, base: editing });
          setEditing(undefined);
        }}
        onClose={() => setEditing(undefined)}
      />
    );
  const add = () =>
    setEditing({
      // Two people may define one at the same time: its name is random.
      id: newId('measurement', Math.random).replace('measurement', 'own'),
      title: '',
      unit: '',
      range: {},
      direction: 'higher',
      estimator: 'mean',
    });
  return (
    <Dialog
      open
      title={t`Own metrics`}
      description={
        <Trans>
          What the catalogue does not have. They can be measured, scored and set as targets alike.
        </Trans>
      }
      onClose={onClose}
      actions={
        <>
          {!readOnly && (
            <Button icon={<Plus />} onClick={add}>
              <Trans>Define a metric</Trans>
            </Button>
          )}
          <Button look="main" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
        </>
      }
    >
      {map.metrics.length === 0 ? (
        <EmptyState icon={<Ruler />} title={<Trans>No metrics of your own yet</Trans>}>
          <Trans>The catalogue has the usual ones: times, shares, scores, NPS, costs.</Trans>
        </EmptyState>
      ) : (
        <ul className={styles['list']}>
          {map.metrics.map((metric) => (
            <OwnMetric
              key={metric.id}
              map={map}
              metric={metric}
              readOnly={readOnly}
              onEdit={() => setEditing(metric)}
              onDelete={(measurements) =>
                run({
                  type: 'together',
                  commands: [
                    { type: 'delete', collection: 'measurements', ids: measurements },
                    { type: 'delete', collection: 'metrics', ids: [metric.id] },
                  ],
                })
              }
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

interface OwnMetricProps {
  readonly map: JourneyMap;
  readonly metric: Metric;
  readonly readOnly: boolean;
  readonly onEdit: () => void;
  readonly onDelete: (measurements: readonly string[]) => void;
}

function OwnMetric({ map, metric, readOnly, onEdit, onDelete }: OwnMetricProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const { measurements, keptBy } = ownMetricUses(map, metric.id);
  return (
    <li className={styles['metric']}>
      <div>
        <p className={styles['title']}>
          {metric.title}
          {metric.unit !== '' && <span className={styles['unit']}> {metric.unit}</span>}
        </p>
        <p className={styles['facts']}>
          {estimatorNames[metric.estimator][language]} · {directionNames[metric.direction][language]} ·{' '}
          <Plural value={measurements.length} one="# number" other="# numbers" />
        </p>
        {keptBy.length > 0 && (
          <p className={styles['facts']}>
            <Trans>Used by {keptBy.join(language === 'en' ? ', ' : '、')}, so it cannot be deleted</Trans>
          </p>
        )}
      </div>
      {!readOnly && (
        <>
          <IconButton size="small" label={t`Change “${metric.title}”`} icon={<Pencil />} onClick={onEdit} />
          <IconButton
            size="small"
            label={
              measurements.length > 0
                ? t`Delete “${metric.title}” with its numbers`
                : t`Delete “${metric.title}”`
            }
            icon={<Trash2 />}
            disabled={keptBy.length > 0}
            onClick={() => onDelete(measurements.map(({ id }) => id))}
          />
        </>
      )}
    </li>
  );
}
