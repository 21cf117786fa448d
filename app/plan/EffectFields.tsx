import { Trans, useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import { type Grade, gradeSchema } from '../../model/map/fields.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Effect } from '../../model/map/lever.ts';
import { metricOf } from '../../model/quality/metricCatalogue.ts';
import { metricTable } from '../../model/quality/metricTable.ts';
import {
  believedShare,
  isParameter,
  metricOfParameter,
  parameters,
} from '../../model/simulation/planEffects.ts';
import { effectName } from '../../model/text/effectNames.ts';
import { Checkbox } from '../design/parts/Checkbox.tsx';
import { HourStrip } from '../design/parts/HourStrip.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { NumberField } from '../design/parts/NumberField.tsx';
import { SelectField } from '../design/parts/Field.tsx';
import { useLanguage } from '../language/useLanguage.ts';
import styles from './LeverForm.module.css';

export interface EffectFieldsProps {
  readonly map: JourneyMap;
  readonly effect: Effect;
  /** The metric follows from this parameter, which the lever changes too. */
  readonly followsFrom: string | undefined;
  readonly onChange: (effect: Effect) => void;
  readonly onDelete: () => void;
}

const forms = ['gapClosure', 'multiply', 'add', 'set'] as const satisfies readonly Effect['form'][];
const most = 1e9;
const mostPart = 10;

/** What a lever changes, how, by how much, and how well that is known. */
export function EffectFields({ map, effect, followsFrom, onChange, onDelete }: EffectFieldsProps) {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const name = effectName(effect.on, map, language);
  const formNames: Readonly<Record<Effect['form'], string>> = {
    gapClosure: t`closes a part of the gap to the best`,
    multiply: t`multiplies`,
    add: t`adds`,
    set: t`sets to`,
  };
  const { scale, unit } = shownIn(map, effect);
  const inOrder = effect.low <= effect.likely && effect.likely <= effect.high;
  const size = (field: 'low' | 'likely' | 'high', label: string) => (
    <NumberField
      label={label}
      error={field !== 'likely' || inOrder ? undefined : t`Expected low ≤ likely ≤ high. Put them in order.`}
      unit={unit}
      least={-most}
      most={most}
      value={effect[field] * scale}
      onChange={(value) => value !== undefined && onChange({ ...effect, [field]: value / scale })}
    />
  );
  const believed = i18n.number(believedShare[effect.grade], { style: 'percent' });
  return (
    <fieldset className={styles['effect']}>
      <legend className={styles['legend']}>{name}</legend>
      <div className={styles['what']}>
        <SelectField
          label={t`Changes`}
          value={effect.on}
          error={
            followsFrom === undefined
              ? undefined
              : t`“${name}” follows from “${followsFrom}”, so it would count twice. Keep one of the two.`
          }
          onChange={(event) => onChange(changing(effect, event.currentTarget.value))}
        >
          <optgroup label={t`Of the service`}>
            {parameters.map((each) => (
              <option key={each} value={each}>
                {effectName(each, map, language)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t`Metrics`}>
            {[...map.metrics, ...metricTable].map(({ id }) => (
              <option key={id} value={id}>
                {effectName(id, map, language)}
              </option>
            ))}
          </optgroup>
        </SelectField>
        <SelectField
          label={t`How`}
          value={effect.form}
          onChange={(event) =>
            onChange({ ...effect, form: forms.find((each) => each === event.currentTarget.value) ?? 'add' })
          }
        >
          {forms.map((each) => (
            <option key={each} value={each}>
              {formNames[each]}
            </option>
          ))}
        </SelectField>
        <IconButton
          size="small"
          label={t`Delete the effect on “${name}”`}
          icon={<Trash2 />}
          onClick={onDelete}
        />
      </div>
      <div className={styles['sizes']}>
        {size('low', t`Low`)}
        {size('likely', t`Likely`)}
        {size('high', t`High`)}
      </div>
      {isByHour(effect.on) && <Hours effect={effect} onChange={onChange} />}
      <div className={styles['sizes']}>
        <SelectField
          label={t`Rests on`}
          value={effect.basis}
          onChange={(event) =>
            onChange({ ...effect, basis: event.currentTarget.value === 'claim' ? 'claim' : 'judgement' })
          }
        >
          <option value="judgement">{t`the team’s guess`}</option>
          <option value="claim">{t`a claim from elsewhere`}</option>
        </SelectField>
        <SelectField
          label={t`Grade`}
          value={effect.grade}
          onChange={(event) => onChange({ ...effect, grade: event.currentTarget.value as Grade })}
        >
          {gradeSchema.options.map((grade) => (
            <option key={grade} value={grade}>
              {grade}
            </option>
          ))}
        </SelectField>
      </div>
      {effect.basis === 'claim' && (
        <p className={styles['note']}>
          <Trans>
            At grade {effect.grade} {believed} of a claim is believed.
          </Trans>
        </p>
      )}
    </fieldset>
  );
}

/** Parameters that the service holds hour by hour. */
const isByHour = (on: string): boolean => on === 'agents' || on === 'arrivalShape';

/** Hours belong to the parameter that has them. */
function changing({ byHour, ...effect }: Effect, on: string): Effect {
  return isByHour(on) && byHour !== undefined ? { ...effect, on, byHour } : { ...effect, on };
}

const everyHour: readonly number[] = Array.from({ length: 24 }, () => 1);

/** How much of the effect comes in each hour: all of it, none, or a part; below 0 it is taken away there. */
function Hours({ effect, onChange }: Pick<EffectFieldsProps, 'effect' | 'onChange'>) {
  const { t } = useLingui();
  const { byHour, ...alike } = effect;
  return (
    <>
      <Checkbox
        checked={byHour !== undefined}
        onChange={(differs) => onChange(differs ? { ...alike, byHour: everyHour } : alike)}
      >
        <Trans>It is not the same in every hour</Trans>
      </Checkbox>
      {byHour !== undefined && (
        <>
          <HourStrip
            label={t`Part of the effect`}
            values={byHour}
            least={-mostPart}
            most={mostPart}
            onChange={(values) => onChange({ ...effect, byHour: values })}
          />
          <p className={styles['note']}>
            <Trans>1: the whole effect in this hour, 0: none, −1: as much the other way.</Trans>
          </p>
        </>
      )}
    </>
  );
}

/** Shares and gaps are typed in per cent. */
function shownIn(map: JourneyMap, { on, form }: Effect): { readonly scale: number; readonly unit: string } {
  if (form === 'gapClosure') return { scale: 100, unit: '%' };
  if (form === 'multiply') return { scale: 1, unit: '×' };
  const metric = metricOf(map, (isParameter(on) ? metricOfParameter[on] : undefined) ?? on);
  if (metric?.unit === 'share') return { scale: 100, unit: '%' };
  return { scale: 1, unit: metric?.unit === 'seconds' ? 's' : '' };
}
