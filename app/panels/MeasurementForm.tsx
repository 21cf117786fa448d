import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useId, useState } from 'react';
import { type Channel, channels } from '../../model/map/channel.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Measurement, MeasurementPlace } from '../../model/map/measurement.ts';
import { newId } from '../../model/map/newId.ts';
import { type SourceKind, sourceKinds } from '../../model/map/source.ts';
import { canonicalMetric, metricOf } from '../../model/quality/metricCatalogue.ts';
import { metricTable } from '../../model/quality/metricTable.ts';
import { hasObservations } from '../../model/quality/observationsInTable.ts';
import { channelNames, sourceKindNames } from '../../model/text/mapNames.ts';
import { tableErrorText } from '../../model/text/tableText.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { Field, SelectField, TextField } from '../design/parts/Field.tsx';
import { NpsFields, ObservationsField, WaitsField } from './CountedFields.tsx';
import {
  countedIn,
  type Draft,
  draftOf,
  type DraftProblem,
  hasWindow,
  measurementOf,
  mostObservations,
  typedUnit,
  usualWindowDays,
} from './measurementDraft.ts';
import { expectedText } from './expectedText.ts';
import styles from './MeasurementForm.module.css';

export interface MeasurementFormProps {
  readonly map: JourneyMap;
  readonly on: MeasurementPlace;
  /** undefined: a new one. */
  readonly measurement: Measurement | undefined;
  readonly onSave: (measurement: Measurement) => void;
  readonly onClose: () => void;
}

/** Enters or changes one number. No value without a kind of source; an estimate says how low and how high it could be. */
export function MeasurementForm({ map, on, measurement, onSave, onClose }: MeasurementFormProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const formId = useId();
  const [draft, setDraft] = useState<Draft>(() => draftOf(map, measurement));
  const [problem, setProblem] = useState<DraftProblem>();
  const set = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change });
    setProblem(undefined);
  };
  const metric = metricOf(map, draft.metric);
  const unit = typedUnit(metric, map, language);
  const estimate = draft.kind === 'estimate';
  const counted = countedIn(draft, metric);
  // A number that is counted from answers or waits is shown, not typed.
  const isCounted = !counted.ok || counted.value !== undefined;
  const parts = { draft, problemAt: (field: keyof Draft) => problemAt(field), onChange: set };
  const problemAt = (field: keyof Draft) => (problem?.field === field ? problemText(problem) : undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = measurementOf(draft, map, {
      id: measurement?.id ?? newId('measurement', Math.random),
      on,
      before: measurement,
    });
    if (read.ok) onSave(read.value);
    else setProblem(read.error);
  };

  function problemText(found: DraftProblem): string {
    switch (found.reason) {
      case 'notAWhole':
        return t`Expected a whole number from 0 to ${i18n.number(mostObservations)}.`;
      case 'notAWindow':
        return t`Expected a whole number of 1 to 365 days.`;
      case 'tooMany':
        return t`Up to 20,000 observations are kept one by one. Leave this empty and enter value and n.`;
      case 'nobodyLeft':
        return t`Nobody in these waits gave up: they say nothing about patience but that it is long.`;
      case 'cells':
        return found.cells
          .slice(0, 4)
          .map(
            (cell) =>
              t`Row ${cell.row + 1}, column ${cell.column + 1}:` + ` ${tableErrorText(cell, language)}`,
          )
          .join(' ');
      case 'notANumber':
        return t`Expected a number, such as 96 or 4.5.`;
      case 'outOfRange':
        return expectedText(metric, i18n);
      case 'order':
        return t`Expected low, likely and high in ascending order.`;
      case 'noChannel':
        return t`A share of contacts belongs to a channel. Choose which.`;
      case 'missing':
        return t`A number is needed here.`;
    }
  }

  const numberField = (field: 'value' | 'low' | 'high' | 'target', label: string) => (
    <Field
      label={label}
      unit={unit}
      inputMode="decimal"
      autoComplete="off"
      value={draft[field]}
      error={problemAt(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );

  return (
    <Dialog
      open
      title={measurement === undefined ? t`Add a number` : t`Change the number`}
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
        <SelectField
          label={t`What is measured`}
          value={draft.metric}
          disabled={measurement !== undefined}
          onChange={(event) => set({ metric: event.currentTarget.value })}
        >
          {map.metrics.length > 0 && (
            <optgroup label={t`Metrics of this map`}>
              {map.metrics.map((metric) => (
                <option key={metric.id} value={metric.id}>
                  {metric.title}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={t`Catalogue`}>
            {metricTable
              .filter((metric) => metric.unit !== 'shapeByHour')
              .map((metric) => (
                <option key={metric.id} value={metric.id}>
                  {metric.title[language]}
                </option>
              ))}
          </optgroup>
        </SelectField>
        <SelectField
          label={t`Kind of source`}
          value={draft.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as SourceKind })}
        >
          {sourceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {sourceKindNames[kind][language]}
            </option>
          ))}
        </SelectField>
        <div className={styles['numbers']}>
          {estimate && numberField('low', t`Low`)}
          {!isCounted && numberField('value', estimate ? t`Likely` : t`Value`)}
          {estimate && numberField('high', t`High`)}
          {numberField('target', t`Target`)}
        </div>
        {!estimate && canonicalMetric(draft.metric) === 'nps' && <NpsFields {...parts} />}
        {!estimate && metric !== undefined && hasObservations(metric) && (
          <ObservationsField {...parts} metric={metric} />
        )}
        {!estimate && draft.metric === 'patience' && <WaitsField {...parts} />}
        {!estimate && (
          <div className={styles['numbers']}>
            {!isCounted && (
              <Field
                label={t`Observations (n)`}
                inputMode="numeric"
                value={draft.n}
                error={problemAt('n')}
                onChange={(event) => set({ n: event.currentTarget.value })}
              />
            )}
            <Field
              label={t`From`}
              type="date"
              value={draft.from}
              onChange={(event) => set({ from: event.currentTarget.value })}
            />
            <Field
              label={t`To`}
              type="date"
              value={draft.to}
              error={problemAt('to')}
              onChange={(event) => set({ to: event.currentTarget.value })}
            />
          </div>
        )}
        {hasWindow(draft.metric) && (
          <Field
            label={t`Solved when nobody comes back within`}
            unit={t`days`}
            hint={t`${usualWindowDays} days when left empty`}
            inputMode="numeric"
            value={draft.windowDays}
            error={problemAt('windowDays')}
            onChange={(event) => set({ windowDays: event.currentTarget.value })}
          />
        )}
        <div className={styles['numbers']}>
          {map.personas.length > 0 && (
            <SelectField
              label={t`Persona`}
              value={draft.personaId}
              onChange={(event) => set({ personaId: event.currentTarget.value })}
            >
              <option value="">{t`all customers`}</option>
              {map.personas.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          <SelectField
            label={t`Channel`}
            value={draft.channel}
            error={problemAt('channel')}
            onChange={(event) => set({ channel: event.currentTarget.value as Channel | '' })}
          >
            <option value="">{t`all channels`}</option>
            {channels.map((channel) => (
              <option key={channel} value={channel}>
                {channelNames[channel][language]}
              </option>
            ))}
          </SelectField>
        </div>
        <Field
          label={t`Source`}
          hint={t`Report, system, study or person, so that others can find it.`}
          value={draft.reference}
          onChange={(event) => set({ reference: event.currentTarget.value })}
        />
        <div className={styles['numbers']}>
          <Field
            label={t`Date of the source`}
            type="date"
            value={draft.date}
            onChange={(event) => set({ date: event.currentTarget.value })}
          />
          <Field
            label={t`Responsible`}
            value={draft.ownerName}
            onChange={(event) => set({ ownerName: event.currentTarget.value })}
          />
          {map.evidence.length > 0 && (
            <SelectField
              label={t`Evidence`}
              value={draft.evidenceId}
              onChange={(event) => set({ evidenceId: event.currentTarget.value })}
            >
              <option value="">{t`none`}</option>
              {map.evidence.map(({ id, claim, grade }) => (
                <option key={id} value={id}>
                  {grade}: {claim.slice(0, 80)}
                </option>
              ))}
            </SelectField>
          )}
        </div>
        <details className={styles['more']} open={draft.series !== '' || problem?.field === 'series'}>
          <summary>
            <Trans>Earlier values</Trans>
          </summary>
          <TextField
            label={t`A line each: day, value, n`}
            rows={4}
            hint={t`From five values on their usual variation is shown, and which values stand out.`}
            value={draft.series}
            error={problemAt('series')}
            onChange={(event) => set({ series: event.currentTarget.value })}
          />
        </details>
      </form>
    </Dialog>
  );
}
