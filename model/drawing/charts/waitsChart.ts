import type { TextMeasure } from '../../layout/textMeasure.ts';
import type { StepForecast } from '../../simulation/planForecast.ts';
import type { DocumentWords } from '../../text/documentWords.ts';
import type { Mark } from '../drawing.ts';
import { type Chart, label } from './chart.ts';

const plotHeight = 54;

/** Mean waits at a step by the hour of coming: two columns an hour, as it is and with the plan. */
export function waitsChart(
  wait: NonNullable<StepForecast['wait']>,
  words: DocumentWords,
  width: number,
  measure: TextMeasure,
): Chart {
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    [wait.baseline, wait.plan].some(({ byHour }) => typeof byHour[hour] === 'number'),
  );
  const highest = Math.max(
    1,
    ...hours.flatMap((hour) => [wait.baseline.byHour[hour] ?? 0, wait.plan.byHour[hour] ?? 0]),
  );
  const axis = 44;
  const cell = (width - axis) / Math.max(1, hours.length);
  const column = Math.min(9, cell * 0.34);
  const bar = (seconds: number | null | undefined, x: number, fill: 'mark' | 'plan'): readonly Mark[] => {
    if (typeof seconds !== 'number') return [];
    const height = (plotHeight * seconds) / highest;
    return [{ type: 'rect', x, y: plotHeight - height, width: column, height, fill }];
  };
  const marks: readonly Mark[] = [
    label(
      seconds(highest, words),
      { x: axis - 6, y: -4, width: axis, align: 'right', colour: 'ink-secondary' },
      measure,
    ),
    { type: 'path', d: `M${axis} 0H${width}`, stroke: { colour: 'hairline', width: 0.7 } },
    { type: 'path', d: `M${axis} ${plotHeight}H${width}`, stroke: { colour: 'border', width: 0.7 } },
    ...hours.flatMap((hour, i): readonly Mark[] => {
      const middle = axis + (i + 0.5) * cell;
      return [
        ...bar(wait.baseline.byHour[hour], middle - column - 0.5, 'mark'),
        ...bar(wait.plan.byHour[hour], middle + 0.5, 'plan'),
        label(
          String(hour),
          { x: middle, y: plotHeight + 2, width: cell, align: 'middle', colour: 'ink-secondary' },
          measure,
        ),
      ];
    }),
    ...legend(words, axis, plotHeight + 18, measure),
  ];
  const alt = hours
    .map(
      (hour) =>
        `${hour}: ${seconds(wait.baseline.byHour[hour] ?? 0, words)} → ${seconds(wait.plan.byHour[hour] ?? 0, words)}`,
    )
    .join('; ');
  return { marks, height: plotHeight + 32, alt };
}

function legend(words: DocumentWords, x: number, y: number, measure: TextMeasure): readonly Mark[] {
  return [
    { type: 'rect', x, y: y + 2, width: 8, height: 8, fill: 'mark' },
    label(words.today, { x: x + 12, y, width: 100 }, measure),
    { type: 'rect', x: x + 120, y: y + 2, width: 8, height: 8, fill: 'plan' },
    label(words.withPlan, { x: x + 132, y, width: 160 }, measure),
  ];
}

const seconds = (value: number, words: DocumentWords): string =>
  value < 300 ? `${Math.round(value)} ${words.second}` : `${Math.round(value / 60)} ${words.minute}`;
