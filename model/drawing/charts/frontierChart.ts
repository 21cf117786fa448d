import { scaleLinear } from 'd3-scale';
import type { TextMeasure } from '../../layout/textMeasure.ts';
import { chosenLevers } from '../../map/chosenLevers.ts';
import { moneyText } from '../../map/currency.ts';
import type { JourneyMap } from '../../map/journeyMap.ts';
import type { Plan } from '../../map/plan.ts';
import { optimisePlan, usualWeeks } from '../../simulation/optimisePlan.ts';
import { leverCost } from '../../simulation/portfolioProblem.ts';
import type { DocumentWords } from '../../text/documentWords.ts';
import type { Mark } from '../drawing.ts';
import { chartText, type Chart, label } from './chart.ts';

const plotHeight = 60;
const axis = 44;

/**
 * What each budget for half a year would buy at best, in points of the index by formulas; the plan's own cost is a dotted
 * line. Nothing where the map has no two sets to choose from.
 */
export function frontierChart(
  map: JourneyMap,
  plan: Plan,
  words: DocumentWords,
  width: number,
  measure: TextMeasure,
): Chart | undefined {
  const most = map.levers.reduce((sum, lever) => sum + leverCost(lever, usualWeeks), 0);
  const points = optimisePlan(map, most).frontier.filter(({ value }) => value > 0);
  const last = points.at(-1);
  if (last === undefined || points.length < 2) return undefined;
  const x = scaleLinear([0, most], [axis, width - 4]);
  const y = scaleLinear([0, last.value], [plotHeight, 4]).nice();
  const spent = chosenLevers(map, plan).reduce((sum, each) => sum + leverCost(each, usualWeeks), 0);
  const steps = points.map(({ cost, value }) => `H${x(cost)}V${y(value)}`).join('');
  const marks: readonly Mark[] = [
    ...y.ticks(3).flatMap((tick): readonly Mark[] => [
      { type: 'path', d: `M${axis} ${y(tick)}H${width}`, stroke: { colour: 'hairline', width: 0.7 } },
      label(
        `+${tick}`,
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
    label(
      plan.title,
      { x: Math.min(x(spent) + 4, width - 120), y: plotHeight - 14, width: 120, colour: 'plan' },
      measure,
    ),
  ];
  const alt = [
    ...points.map(({ cost, value }) => `${moneyText(cost, map.currency)}: +${value.toFixed(1)}`),
    `${plan.title}: ${words.cost} ${moneyText(spent, map.currency)}`,
  ].join('; ');
  return { marks, height: plotHeight + 3 + chartText.lineHeight, alt };
}
