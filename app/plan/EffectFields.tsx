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
import { IconButton } from '../design/parts/IconButton.tsx';
import { NumberField } from '../design/parts/NumberField.tsx';
import { SelectField } from '../design/parts/Field.tsx';
import { useLanguage } from '../language/useLanguage.ts';
import styles from './LeverForm.module.css';

export interface EffectFieldsProps {
  readonly map: JourneyMap;
  readonly effect: Effect;
  readonly onChange: (effect: Effect) => void;
  readonly onDelete: () => void;
}

const forms = ['gapClosure', 'multiply', 'add', 'set'] as const satisfies readonly Effect['form'][];
const most = 1e9;

/** What a lever changes, how, by how much, and how well that is known. */
export function EffectFields({ map, effect, onChange, onDelete }: EffectFieldsProps) {
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
  const size = (field: 'low' | 'likely' | 'high', label: string) => (
    <NumberField
      label={label}
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
          onChange={(event) => onChange({ ...effect, on: event.currentTarget.value })}
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

/** Shares and gaps are typed in per cent. */
function shownIn(map: JourneyMap, { on, form }: Effect): { readonly scale: number; readonly unit: string } {
  if (form === 'gapClosure') return { scale: 100, unit: '%' };
  if (form === 'multiply') return { scale: 1, unit: '×' };
  const metric = metricOf(map, (isParameter(on) ? metricOfParameter[on] : undefined) ?? on);
  if (metric?.unit === 'share') return { scale: 100, unit: '%' };
  return { scale: 1, unit: metric?.unit === 'seconds' ? 's' : '' };
}
