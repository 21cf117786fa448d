import { Trans, useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import type { Language } from '../../model/map/language.ts';
import type { Pool } from '../../model/map/pool.ts';
import { disciplineNames } from '../../model/text/serviceNames.ts';
import { formatMetric } from '../design/formatNumber.ts';
import { Field, SelectField } from '../design/parts/Field.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { HourStrip } from '../design/parts/HourStrip.tsx';
import type { PoolHour } from './liveFigures.ts';
import { NumberField } from '../design/parts/NumberField.tsx';
import styles from './ServiceDialog.module.css';
import { TitleField } from './TitleField.tsx';

export interface PoolFormProps {
  readonly pool: Pool;
  readonly hours: readonly (PoolHour | undefined)[] | undefined;
  readonly onChange: (pool: Pool) => void;
  readonly onDelete: () => void;
}

/** Who does the work, hour by hour, with how full each hour is as one types. */
export function PoolForm({ pool, hours, onChange, onDelete }: PoolFormProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const percent = (share: number) => i18n.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const describe = (hour: number): string | undefined => {
    const figures = hours?.[hour];
    if (figures === undefined) return hours === undefined ? undefined : t`closed`;
    const { value, unit } = formatMetric(Math.round(figures.waitSeconds), 'seconds', language);
    return t`occupancy ${percent(figures.occupancy)}, wait ${value} ${unit}, ${percent(figures.abandonedShare)} give up`;
  };
  const fullest = fullestHour(hours);
  return (
    <section className={styles['record']}>
      <div className={styles['head']}>
        <TitleField
          hiddenLabel
          label={t`Name of the team`}
          value={pool.title}
          onChange={(title) => onChange({ ...pool, title })}
        />
        <IconButton label={t`Delete the team “${pool.title}”`} icon={<Trash2 />} onClick={onDelete} />
      </div>
      <HourStrip
        label={t`People on duty in ${pool.title}`}
        values={pool.agents}
        most={100_000}
        {...(hours === undefined ? {} : { levels: hours.map((hour) => hour?.occupancy), describe })}
        onChange={(agents) => onChange({ ...pool, agents: [...agents] })}
      />
      {fullest !== undefined && (
        <p className={styles['live']} role="status">
          <Trans>
            At {fullest} h: {describe(fullest)}
          </Trans>
        </p>
      )}
      <div className={styles['fields']}>
        <NumberField
          label={t`Time away from customers`}
          unit="%"
          most={60}
          value={pool.shrinkage * 100}
          onChange={(value) => onChange({ ...pool, shrinkage: (value ?? 0) / 100 })}
        />
        <NumberField
          label={t`Contacts at a time`}
          whole
          least={1}
          most={6}
          value={pool.concurrency}
          onChange={(value) => onChange({ ...pool, concurrency: value ?? 1 })}
        />
        <SelectField
          label={t`Order of the queue`}
          value={pool.discipline}
          onChange={(event) =>
            onChange({ ...pool, discipline: event.currentTarget.value as Pool['discipline'] })
          }
        >
          {(Object.keys(disciplineNames) as Pool['discipline'][]).map((discipline) => (
            <option key={discipline} value={discipline}>
              {disciplineNames[discipline][language]}
            </option>
          ))}
        </SelectField>
        <SkillsField skills={pool.skills} onChange={(skills) => onChange({ ...pool, skills: [...skills] })} />
      </div>
    </section>
  );
}

function SkillsField({
  skills,
  onChange,
}: {
  readonly skills: readonly string[];
  readonly onChange: (skills: readonly string[]) => void;
}) {
  const { t } = useLingui();
  return (
    <Field
      key={skills.join('\n')}
      label={t`Skills, separated by commas`}
      defaultValue={skills.join(', ')}
      onBlur={(event) => {
        const next = event.currentTarget.value
          .split(/[,，、]/)
          .map((skill) => skill.trim())
          .filter((skill) => skill !== '');
        if (next.join('\n') !== skills.join('\n')) onChange(next);
      }}
    />
  );
}

function fullestHour(hours: readonly (PoolHour | undefined)[] | undefined): number | undefined {
  let fullest: number | undefined;
  hours?.forEach((figures, hour) => {
    if (figures === undefined) return;
    const before = fullest === undefined ? undefined : hours[fullest];
    if (before === undefined || figures.occupancy > before.occupancy) fullest = hour;
  });
  return fullest;
}
