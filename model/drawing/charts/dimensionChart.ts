import type { TextMeasure } from '../../layout/textMeasure.ts';
import type { Banded, Change, PlanForecast } from '../../simulation/planForecast.ts';
import type { DocumentWords } from '../../text/documentWords.ts';
import type { Mark } from '../drawing.ts';
import { type Chart, label } from './chart.ts';

const rowHeight = 18;
const barHeight = 7;

/** Index and dimensions on a scale of 0 to 100: today as a bar, the plan as its step, the band as a whisker. */
export function dimensionChart(
  forecast: PlanForecast,
  words: DocumentWords,
  width: number,
  measure: TextMeasure,
): Chart {
  const nameWidth = width * 0.28;
  const numberWidth = 52;
  const x0 = nameWidth + 8;
  const scale = width - x0 - numberWidth;
  const at = (value: number): number => x0 + (scale * Math.max(0, Math.min(100, value))) / 100;
  const rows: readonly (readonly [string, Change])[] = [
    [words.index, forecast.index],
    ...forecast.dimensions.map((dimension) => [dimension.title, dimension] as const),
  ];
  const marks = rows.flatMap(([name, { baseline, plan }], i): readonly Mark[] => {
    const y = i * rowHeight;
    const middle = y + rowHeight / 2;
    const top = middle - barHeight / 2;
    const shown = plan ?? baseline;
    return [
      label(name, { x: 0, y: middle - 6, width: nameWidth }, measure),
      { type: 'rect', x: x0, y: top, width: scale, height: barHeight, radius: 3.5, fill: 'sunken' },
      ...(baseline === null
        ? []
        : [
            {
              type: 'rect' as const,
              x: x0,
              y: top,
              width: at(baseline.value) - x0,
              height: barHeight,
              radius: 3.5,
              fill: 'mark' as const,
            },
          ]),
      ...(baseline === null || plan === null ? [] : [step(at(baseline.value), at(plan.value), top)]),
      ...(shown === null ? [] : whisker(shown, at, middle)),
      label(
        shown === null ? '–' : numbers(baseline, plan),
        { x: width, y: middle - 6, width: numberWidth, align: 'right' },
        measure,
      ),
    ];
  });
  const alt = rows.map(([name, { baseline, plan }]) => `${name}: ${numbers(baseline, plan)}`).join('; ');
  return { marks, height: rows.length * rowHeight, alt };
}

const step = (from: number, to: number, y: number): Mark => ({
  type: 'rect',
  x: Math.min(from, to),
  y,
  width: Math.abs(to - from),
  height: barHeight,
  fill: 'plan',
});

function whisker({ low, high }: Banded, at: (value: number) => number, y: number): readonly Mark[] {
  if (high <= low) return [];
  const [from, to] = [at(low), at(high)];
  return [
    {
      type: 'path',
      d: `M${from} ${y}H${to}M${from} ${y - 4}V${y + 4}M${to} ${y - 4}V${y + 4}`,
      stroke: { colour: 'ink', width: 1 },
    },
  ];
}

function numbers(baseline: Banded | null, plan: Banded | null): string {
  const whole = (banded: Banded) => String(Math.round(banded.value));
  if (baseline === null) return plan === null ? '–' : whole(plan);
  return plan === null ? whole(baseline) : `${whole(baseline)} → ${whole(plan)}`;
}
