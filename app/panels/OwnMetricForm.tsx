import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useId, useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Metric } from '../../model/map/metric.ts';
import { ownMetricErrors } from '../../model/quality/ownMetricErrors.ts';
import { directionNames, estimatorNames, ownMetricErrorText } from '../../model/text/ownMetricText.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { Field, SelectField } from '../design/parts/Field.tsx';
import { readNumber } from '../design/readNumber.ts';
import styles from './MeasurementForm.module.css';

export interface OwnMetricFormProps {
  readonly map: JourneyMap;
  readonly metric: Metric;
  readonly onSave: (metric: Metric) => void;
  readonly onClose: () => void;
}

/** Defines a metric, or changes it. Shares are typed in per cent. */
export function OwnMetricForm({ map, metric, onSave, onClose }: OwnMetricFormProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const formId = useId();
  const [draft, setDraft] = useState(metric);
  const [bounds, setBounds] = useState(() => boundsTyped(metric));
  const [asked, setAsked] = useState(false);
  const scale = draft.estimator === 'proportion' ? 100 : 1;
  const [min, max] = [readNumber(bounds.min), readNumber(bounds.max)];
  const read: Metric = {
    ...draft,
    title: draft.title.trim(),
    unit: draft.estimator === 'proportion' ? '' : draft.unit.trim(),
    range: {
      ...(typeof min === 'number' ? { min: min / scale } : {}),
      ...(typeof max === 'number' ? { max: max / scale } : {}),
    },
  };
  const errors = ownMetricErrors(map, read);
  const isReadable = min !== 'unreadable' && max !== 'unreadable';
  const errorAt = (field: 'title' | 'min' | 'max'): string | undefined => {
    if (!asked) return undefined;
    if (field !== 'title' && readNumber(bounds[field]) === 'unreadable')
      return t`Expected a number, such as 96 or 4.5.`;
    const error = errors.find((each) => each.field === field);
    return error && ownMetricErrorText(error, language);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (errors.length === 0 && isReadable) onSave(read);
  };
  const bound = (field: 'min' | 'max', label: string) => (
    <Field
      label={label}
      inputMode="decimal"
      autoComplete="off"
      unit={scale === 100 ? '%' : draft.unit}
      value={bounds[field]}
      error={errorAt(field)}
      onChange={(event) => setBounds({ ...bounds, [field]: event.currentTarget.value })}
    />
  );
  return (
    <Dialog
      open
      title={metric.title === '' ? t`Define a metric` : t`Change “${metric.title}”`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="main" type="submit" form={formId}>
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={submit} noValidate>
        <Field
          label={t`Name`}
          maxLength={200}
          value={draft.title}
          error={errorAt('title')}
          onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
        />
        <div className={styles['numbers']}>
          <SelectField
            label={t`What its values are`}
            value={draft.estimator}
            onChange={(event) =>
              setDraft({ ...draft, estimator: event.currentTarget.value as Metric['estimator'] })
            }
          >
            {Object.entries(estimatorNames).map(([key, name]) => (
              <option key={key} value={key}>
                {name[language]}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t`Which way is better`}
            value={draft.direction}
            onChange={(event) =>
              setDraft({ ...draft, direction: event.currentTarget.value as Metric['direction'] })
            }
          >
            {Object.entries(directionNames).map(([key, name]) => (
              <option key={key} value={key}>
                {name[language]}
              </option>
            ))}
          </SelectField>
        </div>
        <div className={styles['numbers']}>
          {draft.estimator !== 'proportion' && (
            <Field
              label={t`Unit`}
              maxLength={20}
              value={draft.unit}
              onChange={(event) => setDraft({ ...draft, unit: event.currentTarget.value })}
            />
          )}
          {bound('min', t`Least possible (optional)`)}
          {bound('max', t`Greatest possible (optional)`)}
        </div>
      </form>
    </Dialog>
  );
}

function boundsTyped({ estimator, range }: Metric): { readonly min: string; readonly max: string } {
  const scale = estimator === 'proportion' ? 100 : 1;
  const typed = (value: number | undefined): string =>
    value === undefined ? '' : String(Number((value * scale).toPrecision(12)));
  return { min: typed(range.min), max: typed(range.max) };
}
