import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronRight, Download } from 'lucide-react';
import { useMemo } from 'react';
import type { StageId, StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { QualityModel } from '../../model/map/qualityModel.ts';
import { measuredInputs, type Segment } from '../../model/quality/measuredInputs.ts';
import { metricOf } from '../../model/quality/metricCatalogue.ts';
import { metricTitle } from '../../model/quality/metricTitle.ts';
import { onTarget, scoreOnTarget } from '../../model/quality/partialScores.ts';
import { scoreWithBands } from '../../model/quality/scoreWithBands.ts';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import { tracePlan } from '../../model/simulation/tracePlan.ts';
import { type Trace, traceIndex, type TraceNode } from '../../model/quality/trace.ts';
import { tracePeakEnd, traceStage, traceStep } from '../../model/quality/traceParts.ts';
import { sourceKindNames } from '../../model/text/mapNames.ts';
import { effectName } from '../../model/text/effectNames.ts';
import { assumptionText, formulaNames } from '../../model/text/traceText.ts';
import { formatMetric, formatMoney } from '../design/formatNumber.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { saveFile } from '../library/saveFile.ts';
import { shownBand, shownScore } from './shownScore.ts';
import styles from './TraceDialog.module.css';

/** Which score is asked about. */
export type Traced =
  | { readonly kind: 'index'; readonly segment: Segment }
  | { readonly kind: 'plan'; readonly forecast: PlanForecast }
  | { readonly kind: 'onTarget'; readonly segment: Segment }
  | { readonly kind: 'peakEnd'; readonly segment: Segment }
  | { readonly kind: 'stage'; readonly stageId: StageId; readonly segment: Segment }
  | { readonly kind: 'step'; readonly stepId: StepId; readonly segment: Segment };

export interface TraceDialogProps {
  readonly map: JourneyMap;
  readonly model: QualityModel;
  readonly of: Traced;
  readonly onClose: () => void;
}

/** The whole way from a score down to the entered numbers, their sources, and what was assumed on the way. */
export function TraceDialog({ map, model, of, onClose }: TraceDialogProps) {
  const { t } = useLingui();
  const trace = useMemo(() => traceOf(map, model, of), [map, model, of]);
  if (trace === undefined) return null;
  const titles: Partial<Record<Traced['kind'], string>> = {
    index: t`Where the index comes from`,
    plan: t`Where the forecast comes from`,
  };
  return (
    <Dialog
      open
      width="wide"
      title={titles[of.kind] ?? t`Where this score comes from`}
      description={
        <Trans>
          {trace.estimates} of {trace.inputs} inputs are estimates. Bands: {trace.draws} draws, seed{' '}
          {trace.seed}, {trace.engineVersion}.
        </Trans>
      }
      onClose={onClose}
      actions={
        <Button
          icon={<Download />}
          onClick={() => saveFile('trace.json', 'application/json', `${JSON.stringify(trace, null, 2)}\n`)}
        >
          <Trans>Save as JSON</Trans>
        </Button>
      }
    >
      <ul className={styles['tree']}>
        <Node map={map} node={trace.root} depth={0} />
      </ul>
    </Dialog>
  );
}

function traceOf(map: JourneyMap, model: QualityModel, of: Traced): Trace | undefined {
  if (of.kind === 'plan') return tracePlan(map, model, of.forecast);
  if (of.kind === 'onTarget') {
    const card = scoreOnTarget(map, model, of.segment);
    return card && traceIndex(onTarget(map), model, card);
  }
  const inputs = measuredInputs(map, of.segment);
  if (of.kind === 'stage') return traceStage(map, model, inputs, of.stageId);
  const card = scoreWithBands(map, model, inputs);
  switch (of.kind) {
    case 'index':
      return traceIndex(map, model, card);
    case 'step':
      return traceStep(map, model, card, of.stepId);
    case 'peakEnd':
      return tracePeakEnd(map, model, card);
  }
}

interface NodeProps {
  readonly map: JourneyMap;
  readonly node: TraceNode;
  readonly depth: number;
}

function Node({ map, node, depth }: NodeProps) {
  const { i18n } = useLingui();
  const language = i18n.locale as Language;
  const { source } = node;
  const details = [
    ...node.assumptions.map((assumption) => assumptionText(assumption, language)),
    ...(source === undefined
      ? []
      : [
          [
            sourceKindNames[source.kind][language],
            source.reference,
            source.n !== undefined && `n = ${i18n.number(source.n)}`,
            source.date !== undefined && i18n.date(source.date),
            source.ownerName,
          ]
            .filter(Boolean)
            .join(' · '),
          ...(source.evidence === undefined
            ? []
            : [`${source.evidence.quote || source.evidence.claim} (${source.evidence.grade})`]),
        ]),
  ];
  const head = (
    <>
      <span className={styles['title']}>{titleOf(node, map, i18n)}</span>
      <span className={styles['formula']}>{formulaNames[node.formula][language]}</span>
      {node.weight !== undefined && (
        <span className={styles['weight']}>
          {i18n.number(node.weight, { style: 'percent', maximumFractionDigits: 1 })}
        </span>
      )}
      <span className={styles['value']}>
        <Value node={node} map={map} language={language} />
      </span>
    </>
  );
  const below = (
    <>
      {details.map((detail) => (
        <p key={detail} className={styles['detail']}>
          {detail}
        </p>
      ))}
      {node.inputs.length > 0 && (
        <ul className={styles['branch']}>
          {node.inputs.map((input) => (
            <Node key={input.id} map={map} node={input} depth={depth + 1} />
          ))}
        </ul>
      )}
    </>
  );
  if (node.inputs.length === 0 && details.length === 0) return <li className={styles['leaf']}>{head}</li>;
  return (
    <li>
      <details open={depth < 1 || node.inputs.length === 0}>
        <summary className={styles['head']}>
          <ChevronRight aria-hidden />
          {head}
        </summary>
        <div className={styles['below']}>{below}</div>
      </details>
    </li>
  );
}

function titleOf({ of }: TraceNode, map: JourneyMap, i18n: I18n): string {
  switch (of.kind) {
    case 'measurement':
      return metricTitle(map, of.metric, i18n.locale as Language);
    case 'computed':
      return '';
    case 'peakEnd':
      return i18n._(msg`As remembered (peak and end)`);
    case 'asIs':
      return i18n._(msg`As it is`);
    case 'wait':
      return i18n._(msg`Mean wait: ${of.title}`);
    case 'money':
      return i18n._(msg`Net present value`);
    case 'cost':
      return i18n._(msg`Cost of the plan`);
    case 'costPerContact':
      return i18n._(msg`Cost of a contact`);
    case 'margin':
      return i18n._(msg`Margin of a customer a year`);
    case 'effect':
      return `${effectName(of.on, map, i18n.locale as Language)} · ${of.title}`;
    case 'plan':
    case 'index':
    case 'stage':
    case 'dimension':
    case 'indicator':
    case 'place':
    case 'curve':
      return of.title;
  }
}

function Value({
  node,
  map,
  language,
}: {
  readonly node: TraceNode;
  readonly map: JourneyMap;
  readonly language: Language;
}) {
  if (node.value === null) return '–';
  const half = node.band === undefined ? undefined : (node.band.high - node.band.low) / 2;
  if (node.unit === 'money')
    return (
      <>
        <strong>{formatMoney(node.value, map.currency, language)}</strong>
        {node.band !== undefined &&
          ` ${formatMoney(node.band.low, map.currency, language)} – ${formatMoney(node.band.high, map.currency, language)}`}
      </>
    );
  if (node.of.kind !== 'measurement' && node.unit === undefined)
    return (
      <>
        <strong>{shownScore(node, language)}</strong> {shownBand(node, language)}
      </>
    );
  const unit =
    node.unit ??
    (node.of.kind === 'measurement' ? metricOf(map, node.of.metric)?.unit : undefined) ??
    'factor';
  // Of an effect every digit counts: a tenth of a gap is much.
  const shown = formatMetric(node.value, unit, language, node.of.kind === 'effect' ? undefined : half);
  return (
    <>
      <strong>{shown.value}</strong> {shown.unit}
    </>
  );
}
