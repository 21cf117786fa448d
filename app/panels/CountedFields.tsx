import { Trans, useLingui } from '@lingui/react/macro';
import { scaleLinear } from 'd3-scale';
import type { Language } from '../../model/map/language.ts';
import { estimatePatience, type PatienceEstimate } from '../../model/quality/patienceEstimate.ts';
import type { KnownMetric } from '../../model/quality/metricCatalogue.ts';
import { waitsInTable } from '../../model/quality/waitsInTable.ts';
import { formatMetric } from '../design/formatNumber.ts';
import { Field, TextField } from '../design/parts/Field.tsx';
import { rowsOfText } from '../quality/rowsOfText.ts';
import styles from './MeasurementForm.module.css';
import { countedIn, type Draft } from './measurementDraft.ts';
import { Quantiles } from './Quantiles.tsx';

export interface CountedFieldsProps {
  readonly draft: Draft;
  readonly problemAt: (field: keyof Draft) => string | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** The three counts behind an NPS: with them its interval is as narrow as the answers allow. */
export function NpsFields({ draft, problemAt, onChange }: CountedFieldsProps) {
  const { t, i18n } = useLingui();
  const counted = countedIn(draft, undefined);
  const field = (name: 'promoters' | 'passives' | 'detractors', label: string) => (
    <Field
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={draft[name]}
      error={problemAt(name)}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={styles['group']}>
      <legend>
        <Trans>Answers behind the score (optional)</Trans>
      </legend>
      <div className={styles['numbers']}>
        {field('promoters', t`Promoters (9–10)`)}
        {field('passives', t`Passives (7–8)`)}
        {field('detractors', t`Detractors (0–6)`)}
      </div>
      <p className={styles['hint']} role="status">
        {counted.ok && counted.value !== undefined ? (
          <Trans>
            Score {i18n.number(counted.value.value, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })}{' '}
            from {i18n.number(counted.value.n)} answers
          </Trans>
        ) : (
          <Trans>Without them the interval is the widest that the score allows.</Trans>
        )}
      </p>
    </fieldset>
  );
}

/** Pasted waits, and what they say of patience: those who were answered would have waited longer still. */
export function WaitsField({ draft, problemAt, onChange }: CountedFieldsProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const { waits } = waitsInTable(rowsOfText(draft.waits));
  const estimate = estimatePatience(waits);
  const shown = (seconds: number) => {
    const { value, unit } = formatMetric(seconds, 'seconds', language);
    return `${value} ${unit}`;
  };
  return (
    <fieldset className={styles['group']}>
      <legend>
        <Trans>Estimate it from waits (optional)</Trans>
      </legend>
      <TextField
        label={t`Waits`}
        rows={5}
        hint={t`Paste two columns: how long each customer waited, and “answered” or “gave up”.`}
        placeholder={t`35	answered
140	gave up`}
        value={draft.waits}
        error={problemAt('waits')}
        onChange={(event) => onChange({ waits: event.currentTarget.value })}
      />
      {estimate !== undefined && (
        <>
          <p className={styles['hint']} role="status">
            <Trans>
              {i18n.number(waits.length)} waits, {i18n.number(estimate.abandonments)} gave up: patience{' '}
              {shown(estimate.meanSeconds)} on average, likely between {shown(estimate.interval.low)} and{' '}
              {shown(estimate.interval.high)}
            </Trans>
            {estimate.medianSeconds !== undefined && (
              <>
                {' · '}
                <Trans>half have given up after {shown(estimate.medianSeconds)}</Trans>
              </>
            )}
          </p>
          <SurvivalCurve estimate={estimate} label={t`Share of customers still waiting, by time`} />
        </>
      )}
    </fieldset>
  );
}

/** Single observations: with them a curve scores the whole distribution, and quantiles have intervals of their own. */
export function ObservationsField({
  draft,
  problemAt,
  metric,
  onChange,
}: CountedFieldsProps & { readonly metric: KnownMetric }) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const counted = countedIn(draft, metric);
  const shown = counted.ok && counted.value && formatMetric(counted.value.value, metric.unit, language);
  return (
    <details className={styles['more']} open={draft.observations !== ''}>
      <summary>
        <Trans>Single observations (optional)</Trans>
      </summary>
      <TextField
        label={t`Observations`}
        rows={4}
        hint={t`Paste a column of numbers. Mean, n and spread come from them.`}
        value={draft.observations}
        error={problemAt('observations')}
        onChange={(event) => onChange({ observations: event.currentTarget.value })}
      />
      {counted.ok && counted.value?.samples !== undefined && shown && (
        <p className={styles['hint']} role="status">
          <Trans>
            Mean {shown.value} {shown.unit} of {i18n.number(counted.value.n)}
          </Trans>{' '}
          <Quantiles samples={counted.value.samples} unit={metric.unit} language={language} />
        </p>
      )}
    </details>
  );
}

const width = 320;
const height = 90;
const edge = 6;

/** The steps of Kaplan and Meier. */
function SurvivalCurve({ estimate, label }: { readonly estimate: PatienceEstimate; readonly label: string }) {
  const { survival } = estimate;
  const x = scaleLinear([0, survival.at(-1)!.seconds], [edge, width - edge]);
  const y = scaleLinear([0, 1], [height - edge, edge]);
  const path = survival.map(({ seconds, share }) => `H${x(seconds)}V${y(share)}`).join('');
  return (
    <svg className={styles['curve']} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line className={styles['half']} x1={edge} x2={width - edge} y1={y(0.5)} y2={y(0.5)} />
      <path d={`M${x(0)} ${y(1)}${path}`} />
    </svg>
  );
}
