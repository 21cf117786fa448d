import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { Indicator, QualityModel } from '../../model/map/qualityModel.ts';
import { type Gap, gapOf } from '../../model/quality/gap.ts';
import { gapsInTable } from '../../model/quality/gapsInTable.ts';
import { catalogueMetric } from '../../model/quality/metricCatalogue.ts';
import type { NewMeasurement } from '../../model/quality/measurementTable.ts';
import { gapTableErrorText } from '../../model/text/gapTableErrorText.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { Field, TextField } from '../design/parts/Field.tsx';
import { useLanguage } from '../language/useLanguage.ts';
import styles from './GapDialog.module.css';
import { rowsOfText } from './rowsOfText.ts';

export interface GapDialogProps {
  readonly model: QualityModel;
  readonly onImport: (measurements: readonly NewMeasurement[]) => void;
  readonly onClose: () => void;
}

/** Items of a model that are answered twice: what is expected, and how it is found (SERVQUAL). */
export const gapItemsOf = (model: QualityModel): readonly Indicator[] =>
  model.dimensions
    .flatMap(({ indicators }) => indicators)
    .filter(({ metric }) => catalogueMetric(metric)?.unit === 'gap');

/** Pasted answers of a SERVQUAL questionnaire become a gap for each item, with its paired interval. */
export function GapDialog({ model, onImport, onClose }: GapDialogProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [text, setText] = useState('');
  const [reference, setReference] = useState('');
  const items = gapItemsOf(model);
  const read = useMemo(
    () => (text.trim() === '' ? undefined : gapsInTable(rowsOfText(text), items.length)),
    [text, items.length],
  );
  const gaps = read?.ok === true ? read.value.map((answers) => gapOf(answers)) : undefined;
  const take = () =>
    onImport(
      items.flatMap(({ metric }, i): readonly NewMeasurement[] => {
        const gap = gaps?.[i];
        if (gap === undefined) return [];
        return [
          {
            metric,
            on: { map: true },
            samples: gap.gaps,
            n: gap.n,
            source: { kind: 'survey', reference: reference.trim(), ownerName: '' },
            series: [],
          },
        ];
      }),
    );
  return (
    <Dialog
      open
      width="wide"
      title={t`Gaps from answers`}
      description={
        <Trans>
          Paste a row for each respondent: {items.length} expectations, then {items.length} perceptions in the
          same order, each from 1 to 7.
        </Trans>
      }
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="main" disabled={gaps === undefined} onClick={take}>
            <Trans>Take these numbers</Trans>
          </Button>
        </>
      }
    >
      <TextField
        label={t`Answers`}
        rows={6}
        value={text}
        error={read?.ok === false ? gapTableErrorText(read.error, language) : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Field
        label={t`Source`}
        value={reference}
        maxLength={1_000}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      {gaps !== undefined && <Gaps model={model} items={items} gaps={gaps} />}
    </Dialog>
  );
}

interface GapsProps {
  readonly model: QualityModel;
  readonly items: readonly Indicator[];
  readonly gaps: readonly (Gap | undefined)[];
}

/** Item by item and dimension by dimension; a dimension's gap is the mean of its items'. */
function Gaps({ model, items, gaps }: GapsProps) {
  const { i18n } = useLingui();
  const one = (value: number) => i18n.number(value, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const signed = (value: number) =>
    i18n.number(value, {
      maximumFractionDigits: 1,
      minimumFractionDigits: 1,
      signDisplay: 'exceptZero',
    });
  const gapAt = (indicator: Indicator) => gaps[items.indexOf(indicator)];
  return (
    <table className={styles['gaps']}>
      <thead>
        <tr>
          <th />
          <th>
            <Trans>Expected</Trans>
          </th>
          <th>
            <Trans>Perceived</Trans>
          </th>
          <th>
            <Trans>Gap</Trans>
          </th>
          <th>
            <Trans>Likely between</Trans>
          </th>
          <th>n</th>
        </tr>
      </thead>
      {model.dimensions.map((dimension) => {
        const known = dimension.indicators.flatMap((indicator) => gapAt(indicator) ?? []);
        if (known.length === 0) return null;
        const mean = known.reduce((sum, { meanGap }) => sum + meanGap, 0) / known.length;
        return (
          <tbody key={dimension.id}>
            <tr className={styles['dimension']}>
              <th scope="row">{dimension.title}</th>
              <td colSpan={2} />
              <td>{signed(mean)}</td>
              <td colSpan={2} />
            </tr>
            {dimension.indicators.map((indicator) => {
              const gap = gapAt(indicator);
              return (
                gap !== undefined && (
                  <tr key={indicator.id}>
                    <th scope="row">{indicator.title}</th>
                    <td>{one(gap.meanExpected)}</td>
                    <td>{one(gap.meanPerceived)}</td>
                    <td>{signed(gap.meanGap)}</td>
                    <td>
                      {gap.interval !== undefined &&
                        `${signed(gap.interval.low)} – ${signed(gap.interval.high)}`}
                    </td>
                    <td>{i18n.number(gap.n)}</td>
                  </tr>
                )
              );
            })}
          </tbody>
        );
      })}
    </table>
  );
}
