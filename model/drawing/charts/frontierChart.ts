import { scaleLinear } from 'd3-scale';
import type { TextMeasure } from '../../layout/textMeasure.ts';
import { chosenLevers } from '../../map/chosenLevers.ts';
import { moneyText } from '../../map/currency.ts';
import type { JourneyMap } from '../../map/journeyMap.ts';
import type { Plan } from '../../map/plan.ts';
import type { Change } from '../../simulation/planForecast.ts';
import { optimisePlan, usualWeeks } from '../../simulation/optimisePlan.ts';
import { leverCost } from '../../simulation/portfolioProblem.ts';
import type { DocumentWords } from '../../text/documentWords.ts';
import { signed, signedBand } from '../../text/signed.ts';
import type { Mark } from '../drawing.ts';
import { chartText, type Chart, label } from './chart.ts';

const plotHeight = 60;
const axis = 44;

/**
 * What each budget for half a year would buy at best, in points of the index by formulas; at the plan's own cost a dotted
 * line, and on it what the forecast says of the plan, with its band. Nothing where the map has no two sets to choose from.
 */
export function frontierChart(
  map: JourneyMap,
  plan: Plan,
  difference: Change['difference'],
  words: DocumentWords,
  width: number,
  measure: TextMeasure,
): Chart | undefined {
  const most = map.levers.reduce((sum, lever) => sum + leverCost(lever, usualWeeks), 0);
  const points = optimisePlan(map, most).frontier.filter(({ value }) => value > 0);
  const last = points.at(-1);
  if (last === undefined || points.length < 2) return undefined;
  const x = scaleLinear([0, most], [axis, width - 4]);
  const y = scaleLinear(
    [Math.min(0, difference?.low ?? 0), Math.max(last.value, difference?.high ?? 0)],
    [plotHeight, 4],
  ).nice();
  const spent = chosenLevers(map, plan).reduce((sum, each) => sum + leverCost(each, usualWeeks), 0);
  const steps = points.map(({ cost, value }) => `H${x(cost)}V${y(value)}`).join('');
  const marks: readonly Mark[] = [
    ...y.ticks(3).flatMap((tick): readonly Mark[] => [
      { type: 'path', d: `M${axis} ${y(tick)}H${width}`, stroke: { colour: 'hairline', width: 0.7 } },
      label(
        signed(tick),
        {
          x: axis - 6,
          y: y(tick) - chartText.lineHeight / 2,
          width: axis,
          align: 'right',
          colour: 'ink-secondary',
        },
        measure,
      ),
    ]),
    ...x.ticks(4).map((tick) =>
      label(
        moneyText(tick, map.currency),
        {
          x: x(tick),
          y: plotHeight + 3,
          width: 90,
          align: tick === 0 ? undefined : x(tick) > width - 45 ? 'right' : 'middle',
          colour: 'ink-secondary',
        },
        measure,
      ),
    ),
    {
      type: 'path',
      d: `M${x(spent)} 0V${plotHeight}`,
      stroke: { colour: 'plan', width: 1.2, dash: [1, 3], cap: 'round' },
    },
    { type: 'path', d: `M${axis} ${y(0)}${steps}H${width - 4}`, stroke: { colour: 'ink', width: 1.2 } },
    ...(difference === null
      ? []
      : whisker(x(spent), y(difference.low), y(difference.value), y(difference.high))),
    label(
      plan.title,
      { x: Math.min(x(spent) + 4, width - 120), y: plotHeight - 14, width: 120, colour: 'plan' },
      measure,
    ),
  ];
  const alt = [
    ...points.map(({ cost, value }) => `${moneyText(cost, map.currency)}: +${value.toFixed(1)}`),
    [
      `${plan.title}: ${words.cost} ${moneyText(spent, map.currency)}`,
      ...(difference === null ? [] : [signedBand(difference)]),
    ].join(', '),
  ].join('; ');
  return { marks, height: plotHeight + 3 + chartText.lineHeight, alt };
}

/** A band as a line with ends, its middle as a square. */
const whisker = (x: number, low: number, middle: number, high: number): readonly Mark[] => [
  {
    type: 'path',
    d: `M${x} ${low}V${high}M${x - 4} ${low}H${x + 4}M${x - 4} ${high}H${x + 4}`,
    stroke: { colour: 'plan', width: 1 },
  },
  { type: 'rect', x: x - 2.5, y: middle - 2.5, width: 5, height: 5, fill: 'plan' },
];
