import type { StepId } from '../map/ids.ts';
import type { Measurement } from '../map/measurement.ts';
import type { LayoutForecast } from './layoutForecast.ts';
import { layoutSizes as sizes, textStyles, type TextStyle } from './layoutSizes.ts';
import type { Column, MetricBox, Point, TargetState, TextBlock } from './mapLayout.ts';
import { breakLines, clipLines, oneLine, type TextLine } from './textLines.ts';
import type { TextMeasure } from './textMeasure.ts';

/** The words for a number, by the catalogue of metrics and the language of the map. */
export interface MetricWords {
  readonly title: string;
  /** With no more digits than the interval allows. */
  readonly value: string;
  readonly unit: string;
  /** The value under the plan, in the same unit. */
  readonly plan: string | undefined;
  readonly targetState: TargetState | undefined;
}

export type DescribeMeasurement = (measurement: Measurement, planValue: number | undefined) => MetricWords;

/** The numbers of one metrics row: in each column the newest measurement of each metric, one below the other. */
export function layoutMetricCells(
  columns: readonly Column[],
  measurements: ReadonlyMap<StepId, readonly Measurement[]>,
  forecast: LayoutForecast | undefined,
  describe: DescribeMeasurement,
  measure: TextMeasure,
): readonly MetricBox[] {
  const numbers = columns.flatMap((column) =>
    (measurements.get(column.stepId) ?? []).map((measurement, place) => {
      const plan = forecast?.metrics.find(
        (each) => each.stepId === column.stepId && each.metric === measurement.metric,
      );
      const words = describe(measurement, plan?.value);
      const room = innerWidth(column) - sizes.targetDotSize - gap;
      const lines = breakLines(words.title, room, textStyles.small, measure);
      const label = clipLines(lines, sizes.mostMetricLabelLines, room, textStyles.small, measure);
      return { measurement, words, column, place, label };
    }),
  );
  // All labels of a row have room for as many lines and all numbers for a sparkline if one has it: values stand level.
  const labelLines = Math.max(1, ...numbers.map((number) => number.label.length));
  const withSparkline = numbers.some((number) => number.measurement.series.length > 1);
  return numbers.map((number) => metricBox(number, { labelLines, withSparkline }, measure));
}

interface MetricNumber {
  readonly measurement: Measurement;
  readonly words: MetricWords;
  readonly column: Column;
  readonly place: number;
  readonly label: readonly TextLine[];
}

const gap = 4;

const innerWidth = (column: Column): number => column.width - 2 * (sizes.cellPadding + sizes.metricPaddingX);

/** [Q1] Of each metric at each step the measurement that counts; segments stand for themselves only and are left out. */
export function shownMeasurements(
  measurements: readonly Measurement[],
): ReadonlyMap<StepId, readonly Measurement[]> {
  const byStep = new Map<StepId, Map<string, Measurement>>();
  for (const measurement of measurements) {
    if (!('stepId' in measurement.on) || measurement.segment !== undefined) continue;
    if (shownValue(measurement) === undefined) continue;
    const byMetric = byStep.get(measurement.on.stepId) ?? new Map<string, Measurement>();
    byStep.set(measurement.on.stepId, byMetric);
    const other = byMetric.get(measurement.metric);
    if (other === undefined || newer(measurement, other)) byMetric.set(measurement.metric, measurement);
  }
  return new Map([...byStep].map(([stepId, byMetric]) => [stepId, [...byMetric.values()]]));
}

/** One number for a measurement: its value, the likely value of an estimate, or the median. */
export function shownValue(measurement: Measurement): number | undefined {
  if (measurement.value !== undefined) return measurement.value;
  if (measurement.likely !== undefined) return measurement.likely;
  const median = measurement.quantiles?.reduce((best, each) =>
    Math.abs(each.p - 0.5) < Math.abs(best.p - 0.5) ? each : best,
  );
  if (median !== undefined) return median.value;
  const sorted = measurement.samples?.toSorted((a, b) => a - b);
  return sorted?.[Math.floor(sorted.length / 2)];
}

/** Newest end of period, then larger n, then greater id. */
function newer(a: Measurement, b: Measurement): boolean {
  const endA = a.period?.to ?? '';
  const endB = b.period?.to ?? '';
  if (endA !== endB) return endA > endB;
  const nA = a.n ?? 0;
  const nB = b.n ?? 0;
  return nA === nB ? a.id > b.id : nA > nB;
}

function metricBox(
  { measurement, words, column, place, label }: MetricNumber,
  room: { readonly labelLines: number; readonly withSparkline: boolean },
  measure: TextMeasure,
): MetricBox {
  const inner = innerWidth(column);
  const x = sizes.metricPaddingX;
  const block = (text: string, left: number, y: number, style: TextStyle): TextBlock => ({
    x: left,
    y,
    lines: text === '' ? [] : [oneLine(text, Math.max(0, x + inner - left), style, measure)],
    style,
  });
  const labelY = 5;
  const valueY = labelY + room.labelLines * textStyles.small.lineHeight + 1;
  // Smaller texts stand on the same baseline as the value.
  const smallY = valueY + 6;
  const value = block(words.value, x, valueY, textStyles.metricValue);
  const unitX = x + (value.lines[0]?.width ?? 0) + gap;
  const unit = block(words.unit, unitX, smallY, textStyles.small);
  const planX = unitX + (unit.lines[0] === undefined ? 0 : unit.lines[0].width + gap);
  const height =
    valueY - 1 + sizes.metricValueHeight - labelY + (room.withSparkline ? sizes.sparklineHeight : 0);
  return {
    measurementId: measurement.id,
    stepId: column.stepId,
    x: column.x + sizes.cellPadding,
    y: place * height,
    width: column.width - 2 * sizes.cellPadding,
    height,
    // A short label stands by its number, not at the top of the room for the longest.
    label: {
      x,
      y: labelY + (room.labelLines - label.length) * textStyles.small.lineHeight,
      lines: label,
      style: textStyles.small,
    },
    value,
    unit,
    plan: words.plan === undefined ? undefined : block(`→ ${words.plan}`, planX, smallY, textStyles.line),
    target:
      words.targetState === undefined
        ? undefined
        : {
            x: x + inner - sizes.targetDotSize / 2,
            y: labelY + textStyles.small.lineHeight / 2,
            state: words.targetState,
          },
    sparkline: sparkline(measurement, x, valueY + textStyles.metricValue.lineHeight + 3, inner),
    estimate: measurement.source.kind === 'estimate',
  };
}

/** The series as points from left to right, lowest value at the bottom. */
function sparkline(measurement: Measurement, x: number, y: number, width: number): readonly Point[] {
  const values = measurement.series.map((each) => each.value);
  if (values.length < 2) return [];
  const least = Math.min(...values);
  const range = Math.max(...values) - least;
  const height = sizes.sparklineHeight - 2;
  return values.map((value, i) => ({
    x: x + (i / (values.length - 1)) * width,
    y: y + (range === 0 ? height / 2 : height - ((value - least) / range) * height),
  }));
}
