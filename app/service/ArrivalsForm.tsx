import { useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import type { Arrivals } from '../../model/map/arrivals.ts';
import type { NodeId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { SelectField } from '../design/parts/Field.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { HourStrip } from '../design/parts/HourStrip.tsx';
import { NumberField } from '../design/parts/NumberField.tsx';
import styles from './ServiceDialog.module.css';

export interface ArrivalsFormProps {
  readonly map: JourneyMap;
  readonly arrivals: Arrivals;
  readonly onChange: (arrivals: Arrivals) => void;
  readonly onDelete: () => void;
}

/** How many come, where they enter, and at which hours. */
export function ArrivalsForm({ map, arrivals, onChange, onDelete }: ArrivalsFormProps) {
  const { t, i18n } = useLingui();
  const sum = arrivals.profile.reduce((total, weight) => total + weight, 0);
  return (
    <section className={styles['record']}>
      <div className={styles['fields']}>
        <SelectField
          label={t`They enter at`}
          value={arrivals.nodeId}
          onChange={(event) => onChange({ ...arrivals, nodeId: event.currentTarget.value as NodeId })}
        >
          {map.nodes.map((node) => (
            <option key={node.id} value={node.id}>
              {node.title}
            </option>
          ))}
        </SelectField>
        <NumberField
          label={t`Customers a day`}
          most={10_000_000}
          value={arrivals.perDay}
          onChange={(perDay) => onChange({ ...arrivals, perDay: perDay ?? 0 })}
        />
        <NumberField
          label={t`Differs from day to day by`}
          unit="%"
          most={200}
          value={arrivals.dayVariation * 100}
          onChange={(percent) => onChange({ ...arrivals, dayVariation: (percent ?? 0) / 100 })}
        />
        <IconButton label={t`Delete these arrivals`} icon={<Trash2 />} onClick={onDelete} />
      </div>
      <HourStrip
        label={t`Weight of the hours`}
        values={arrivals.profile}
        most={100_000}
        describe={(hour) =>
          sum <= 0
            ? undefined
            : t`${i18n.number(((arrivals.profile[hour] ?? 0) / sum) * arrivals.perDay, { maximumFractionDigits: 0 })} customers`
        }
        onChange={(profile) => onChange({ ...arrivals, profile: [...profile] })}
      />
    </section>
  );
}
