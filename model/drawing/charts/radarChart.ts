import type { TextMeasure } from '../../layout/textMeasure.ts';
import type { PlanForecast } from '../../simulation/planForecast.ts';
import type { DocumentWords } from '../../text/documentWords.ts';
import type { Mark } from '../drawing.ts';
import { type Chart, label } from './chart.ts';

const radius = 62;
const top = 22;

/** The dimensions as a radar, 0 in the middle, 100 at the rim; undefined with fewer than three of them. */
export function radarChart(
  forecast: PlanForecast,
  words: DocumentWords,
  width: number,
  measure: TextMeasure,
): Chart | undefined {
  const axes = forecast.dimensions;
  if (axes.length < 3) return undefined;
  const centre = { x: width / 2, y: top + radius };
  const spot = (i: number, value: number) => {
    const angle = (2 * Math.PI * i) / axes.length - Math.PI / 2;
    const reach = (radius * value) / 100;
    return { x: centre.x + reach * Math.cos(angle), y: centre.y + reach * Math.sin(angle) };
  };
  const outline = (value: (i: number) => number): string =>
    `${axes
      .map((_, i) => {
        const { x, y } = spot(i, value(i));
        return `${i === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`;
      })
      .join('')}Z`;
  const grid = [25, 50, 75, 100].map((ring): Mark => ({
    type: 'path',
    d: outline(() => ring),
    stroke: { colour: 'hairline', width: 0.7 },
  }));
  const names = axes.flatMap((axis, i): Mark => {
    const { x, y } = spot(i, 100);
    const align = Math.abs(x - centre.x) < 2 ? 'middle' : x < centre.x ? 'right' : undefined;
    return label(
      axis.title,
      {
        x: x + (align === undefined ? 6 : align === 'right' ? -6 : 0),
        y: y < centre.y - radius / 2 && align === 'middle' ? y - 16 : y - 6,
        width: width / 2 - radius - 8,
        ...(align === undefined ? {} : { align }),
      },
      measure,
    );
  });
  const today: Mark = {
    type: 'path',
    d: outline((i) => axes[i]?.baseline?.value ?? 0),
    stroke: { colour: 'ink', width: 1.2 },
  };
  const plan: Mark = {
    type: 'path',
    d: outline((i) => axes[i]?.plan?.value ?? axes[i]?.baseline?.value ?? 0),
    fill: 'plan-band',
    stroke: { colour: 'plan', width: 1.2, dash: [3, 2] },
  };
  const alt = axes
    .map(
      ({ title, baseline, plan: after }) =>
        `${title}: ${words.today} ${shown(baseline?.value)}, ${words.withPlan} ${shown(after?.value)}`,
    )
    .join('; ');
  return { marks: [...grid, plan, today, ...names], height: top + 2 * radius + 12, alt };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
const shown = (value: number | undefined): string => (value === undefined ? '–' : String(Math.round(value)));
