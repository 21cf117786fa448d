import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Gauge, Ruler } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { shownMeasurements, shownValue } from '../../model/layout/metricCells.ts';
import type { Language } from '../../model/map/language.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Measurement } from '../../model/map/measurement.ts';
import type { MetricKey } from '../../model/map/metric.ts';
import type { SourceKind } from '../../model/map/source.ts';
import { sourceKinds } from '../../model/map/source.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import { canonicalMetric, catalogueMetric, metricOf } from '../../model/quality/metricCatalogue.ts';
import { isPossible } from '../../model/quality/isPossible.ts';
import { findingsOf } from '../../model/quality/measurementFindings.ts';
import { metricTable } from '../../model/quality/metricTable.ts';
import { measurementFindingText } from '../../model/text/qualityFindingText.ts';
import { sourceKindNames } from '../../model/text/mapNames.ts';
import type { Canvas } from '../canvas/canvasContext.ts';
import { today } from '../design/today.ts';
import { Button } from '../design/parts/Button.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { tell, tellDone } from '../design/parts/toasts.ts';
import { comma } from '../language/comma.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { useUndoKeys } from '../quality/useUndoKeys.ts';
import { expectedText } from '../panels/expectedText.ts';
import { OwnMetricsDialog } from '../panels/OwnMetricsDialog.tsx';
import styles from './MetricsTable.module.css';
import { NumberCell } from './NumberCell.tsx';
import { type PasteProblem, PasteProblems } from './PasteProblems.tsx';
import { cellsOfPaste, shownNumber, storedNumber } from './tableNumbers.ts';

export interface MetricsTableProps {
  readonly canvas: Canvas;
  readonly map: JourneyMap;
}

/** The numbers of the map as a table: a row per step, a column per metric. Cells are written, or pasted from a spreadsheet. */
export function MetricsTable({ canvas, map }: MetricsTableProps) {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  useUndoKeys(canvas.actions);
  const table = useRef<HTMLTableElement>(null);
  const [added, setAdded] = useState<readonly MetricKey[]>([]);
  const [source, setSource] = useState<SourceKind>('measured');
  const [defining, setDefining] = useState(false);
  const [wrongCells, setWrongCells] = useState<readonly PasteProblem[]>([]);
  const byStep = useMemo(() => shownMeasurements(map.measurements), [map.measurements]);
  const metrics = useMemo(() => {
    const used = [...byStep.values()].flat().map((measurement) => canonicalMetric(measurement.metric));
    // One's own may have been deleted since.
    const chosen = added.filter((metric) => metricOf(map, metric) !== undefined);
    return [...new Set([...used, ...chosen])];
  }, [byStep, added, map]);
  const [day] = useState(today);
  const cautions = useMemo(
    () =>
      new Map(
        map.measurements.map((measurement) => [
          measurement.id,
          findingsOf(map, measurement, day)
            .map((finding) => measurementFindingText(finding, language))
            .join(' '),
        ]),
      ),
    [map, day, language],
  );
  const shown = [...byStep.values()].flat();
  const estimates = shown.filter((measurement) => measurement.source.kind === 'estimate').length;
  const titleOf = (metric: MetricKey) =>
    map.metrics.find((one) => one.id === metric)?.title ?? catalogueMetric(metric)?.title[language] ?? metric;
  const unitOf = (metric: MetricKey) =>
    map.metrics.find((one) => one.id === metric)?.unit || unitText(metricOf(map, metric)?.unit, language);
  const placeOf = (one: string, other: string) => `${one}${comma(language)}${other}`;
  const at = (row: number, metric: MetricKey): Measurement | undefined => {
    const step = map.steps[row];
    return step === undefined
      ? undefined
      : byStep.get(step.id)?.find((one) => canonicalMetric(one.metric) === metric);
  };

  /** The command that writes a number where it differs from what stands there. */
  const writeCommand = (row: number, metric: MetricKey, shown: number | undefined): Command | undefined => {
    const step = map.steps[row];
    const here = at(row, metric);
    if (step === undefined) return undefined;
    const unit = metricOf(map, metric)?.unit ?? 'factor';
    if (shown === undefined)
      return here === undefined ? undefined : { type: 'delete', collection: 'measurements', ids: [here.id] };
    const value = storedNumber(shown, unit);
    if (here !== undefined && shownValue(here) === value) return undefined;
    if (here === undefined)
      return {
        type: 'put',
        collection: 'measurements',
        record: {
          metric,
          on: { stepId: step.id },
          source: { kind: source, reference: '', ownerName: '' },
          ...(source === 'estimate' ? { low: value, likely: value, high: value } : { value }),
        },
      };
    return {
      type: 'setFields',
      collection: 'measurements',
      ids: [here.id],
      fields:
        here.source.kind === 'estimate' && here.value === undefined ? estimateAround(here, value) : { value },
    };
  };

  const fits = (metric: MetricKey, shown: number): boolean => {
    const known = metricOf(map, metric);
    return isPossible(known, storedNumber(shown, known?.unit ?? 'factor'));
  };

  const paste = (row: number, column: number, text: string) => {
    const pasted = cellsOfPaste(text);
    const wrong: PasteProblem[] = [];
    const rows = pasted.rows.slice(0, map.steps.length - row);
    let written = 0;
    let besideColumns = 0;
    const commands = rows.flatMap((cells, down) =>
      cells.flatMap((cell, right) => {
        const metric = metrics[column + right];
        if (metric === undefined) {
          if (cell !== undefined) besideColumns += 1;
          return [];
        }
        const isNumber = cell !== 'unreadable';
        if (!isNumber || (cell !== undefined && !fits(metric, cell))) {
          wrong.push({
            row: down + 1,
            column: right + 1,
            place: placeOf(map.steps[row + down]!.title, titleOf(metric)),
            found: pasted.texts[down]![right]!,
            reason: isNumber ? 'outOfRange' : 'notANumber',
          });
          return [];
        }
        if (cell !== undefined) written += 1;
        const command = writeCommand(row + down, metric, cell);
        return command === undefined ? [] : [command];
      }),
    );
    if (commands.length > 0) canvas.actions.run({ type: 'together', commands });
    setWrongCells(wrong);
    const below = pasted.found - rows.length;
    const sentences = [
      t`${plural(written, { one: '# number pasted.', other: '# numbers pasted.' })}`,
      below > 0 &&
        t`${plural(below, {
          one: '# row has no step here and was left out.',
          other: '# rows have no step here and were left out.',
        })}`,
      besideColumns > 0 &&
        t`${plural(besideColumns, {
          one: '# cell has no column here and was left out.',
          other: '# cells have no column here and were left out.',
        })}`,
    ];
    const told = sentences.filter((sentence) => sentence !== false).join(' ');
    if (commands.length === 0) tell(told);
    else tellDone(told, canvas.shared, canvas.actions.undo);
  };

  const move = (row: number, column: number) => {
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row} ${column}"]`)?.focus();
  };

  return (
    <div className={styles['page']} data-region tabIndex={-1}>
      <div className={styles['bar']}>
        {!canvas.readOnly && (
          <label>
            {t`New numbers are`}
            <select value={source} onChange={(event) => setSource(event.currentTarget.value as SourceKind)}>
              {sourceKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {sourceKindNames[kind][language]}
                </option>
              ))}
            </select>
          </label>
        )}
        {!canvas.readOnly && (
          <label>
            {t`Add a metric`}
            <select value="" onChange={(event) => setAdded([...added, event.currentTarget.value])}>
              <option value="">{t`Choose…`}</option>
              {map.metrics
                .filter((metric) => !metrics.includes(metric.id))
                .map((metric) => (
                  <option key={metric.id} value={metric.id}>
                    {metric.title}
                  </option>
                ))}
              {metricTable
                .filter((metric) => metric.unit !== 'shapeByHour' && !metrics.includes(metric.id))
                .map((metric) => (
                  <option key={metric.id} value={metric.id}>
                    {metric.title[language]}
                  </option>
                ))}
            </select>
          </label>
        )}
        <Button size="small" icon={<Ruler />} onClick={() => setDefining(true)}>
          {t`Own metrics`}
        </Button>
        {shown.length > 0 && (
          <span className={styles['hint']}>{t`${estimates} of ${shown.length} numbers are estimates`}</span>
        )}
        {!canvas.readOnly && (
          <span className={styles['hint']}>{t`Cells can be pasted from a spreadsheet.`}</span>
        )}
      </div>
      {wrongCells.length > 0 && <PasteProblems cells={wrongCells} onClose={() => setWrongCells([])} />}
      {metrics.length === 0 ? (
        <EmptyState icon={<Gauge />} title={t`No numbers yet`}>
          {t`Add a metric above, then write or paste its value for each step.`}
        </EmptyState>
      ) : (
        <div className={styles['scroll']}>
          <table ref={table} className={`${styles['table']} numbers`}>
            <thead>
              <tr>
                <th scope="col" className={styles['corner']}>{t`Step`}</th>
                {metrics.map((metric) => (
                  <th key={metric} scope="col">
                    {titleOf(metric)}
                    <span className={styles['unit']}>{unitOf(metric)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {map.steps.map((step, row) => (
                <tr key={step.id}>
                  <th scope="row">
                    {row + 1} {step.title}
                  </th>
                  {metrics.map((metric, column) => {
                    const measurement = at(row, metric);
                    const unit = metricOf(map, metric)?.unit ?? 'factor';
                    const value = measurement === undefined ? undefined : shownValue(measurement);
                    const caution = measurement === undefined ? '' : cautions.get(measurement.id)!;
                    return (
                      <td
                        key={metric}
                        data-estimate={measurement?.source.kind === 'estimate' || undefined}
                        data-caution={caution !== '' || undefined}
                        title={caution === '' ? undefined : caution}
                      >
                        <NumberCell
                          label={placeOf(titleOf(metric), step.title)}
                          caution={caution}
                          value={value === undefined ? undefined : shownNumber(value, unit)}
                          fits={(shown) => fits(metric, shown)}
                          expected={expectedText(metricOf(map, metric), i18n)}
                          readOnly={canvas.readOnly}
                          cell={`${row} ${column}`}
                          onWrite={(shown) => {
                            const command = writeCommand(row, metric, shown);
                            if (command !== undefined) canvas.actions.run(command);
                          }}
                          onPaste={(text) => paste(row, column, text)}
                          onMove={(down, right) => move(row + down, column + right)}
                          onUndo={(again) => (again ? canvas.actions.redo() : canvas.actions.undo())}
                        />
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {defining && (
        <OwnMetricsDialog
          map={map}
          readOnly={canvas.readOnly}
          run={(command) => canvas.actions.run(command)}
          onClose={() => setDefining(false)}
        />
      )}
    </div>
  );
}

/** An estimate keeps its range when its likely value stays inside, else the range grows to hold it. */
function estimateAround(
  { low, high }: Measurement,
  likely: number,
): Pick<Measurement, 'low' | 'likely' | 'high'> {
  return { low: Math.min(low ?? likely, likely), likely, high: Math.max(high ?? likely, likely) };
}

const unitText = (unit: string | undefined, language: Language): string =>
  ({
    share: '%',
    seconds: language === 'en' ? 's' : '秒',
    score: '/ 100',
    rating7: '/ 7',
    perDay: language === 'en' ? '/ d' : '/ 天',
  })[unit ?? ''] ?? '';
