import type { LeverId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { QualityModel } from '../map/qualityModel.ts';
import { canonicalMetric } from '../quality/metricCatalogue.ts';
import { measuredInputs } from '../quality/measuredInputs.ts';
import { scoreMap } from '../quality/scoreMap.ts';
import {
  type Assumption,
  combinedBy,
  traceFrom,
  traceIndicator,
  type Trace,
  type TraceNode,
} from '../quality/trace.ts';
import { isParameter } from './planEffects.ts';
import type { Banded, Change, EffectNote, PlanForecast } from './planForecast.ts';

/**
 * [K25] The tree below a plan's numbers: the index over dimensions and indicators, each from what it is today and the effects
 * that move it, the waits of the steps, and what the plan is worth; every effect with its claims and how far they are believed.
 * Precondition: the forecast is of this map and model.
 */
export function tracePlan(map: JourneyMap, model: QualityModel, forecast: PlanForecast): Trace {
  const trace = traceFrom({
    id: 'plan',
    of: { kind: 'plan', title: map.plans.find(({ id }) => id === forecast.planId)?.title ?? '' },
    value: null,
    formula: 'forecast',
    inputs: [indexNode(map, model, forecast), ...waitNodes(map, forecast), ...moneyNodes(map, forecast)],
    assumptions: [],
  });
  const { seed, draws, simulation } = forecast;
  return {
    ...trace,
    seed,
    draws,
    ...(simulation === undefined ? {} : { engineVersion: `engine-${simulation.engineVersion}` }),
  };
}

const banded = (number: Banded | null): Pick<TraceNode, 'value' | 'band'> =>
  number === null ? { value: null } : { value: number.value, band: { low: number.low, high: number.high } };

function indexNode(map: JourneyMap, model: QualityModel, forecast: PlanForecast): TraceNode {
  const measured = scoreMap(map, model, measuredInputs(map));
  const formula = combinedBy[model.combine];
  return {
    id: 'index',
    of: { kind: 'index', title: model.title },
    ...banded(forecast.index.plan),
    formula,
    inputs: forecast.dimensions.map((dimension, d): TraceNode => {
      const id = `index/${dimension.id}`;
      const card = measured.dimensions[d];
      return {
        id,
        of: { kind: 'dimension', title: dimension.title },
        ...banded(dimension.plan),
        ...(card === undefined ? {} : { weight: card.weight }),
        formula,
        inputs: dimension.indicators.map((indicator, i): TraceNode => {
          const known = model.dimensions[d]?.indicators[i];
          const score = card?.indicators[i];
          const below = `${id}/${indicator.id}`;
          const tree =
            known === undefined || score === undefined
              ? undefined
              : traceIndicator(map, known, score, measured.stepWeights, `${below}/asIs`);
          return {
            id: below,
            of: { kind: 'indicator', title: indicator.title },
            ...banded(indicator.plan),
            ...(score === undefined ? {} : { weight: score.weight }),
            formula: 'planned',
            inputs: [
              asIs(below, indicator.baseline, tree),
              ...effectsOn(forecast, indicator, known?.metric).map((effect) =>
                effectNode(map, effect, below),
              ),
            ],
            assumptions: [],
          };
        }),
        assumptions: [],
      };
    }),
    assumptions: [],
  };
}

/** As it is today: from the entered numbers where they alone decide, else from the service. */
function asIs(above: string, baseline: Banded | null, tree: TraceNode | undefined): TraceNode {
  const measured = tree?.value !== null && tree !== undefined && baseline !== null;
  const alone = measured && Math.abs((tree.value ?? 0) - baseline.value) < 1e-6;
  return {
    id: `${above}/asIs`,
    of: { kind: 'asIs' },
    ...banded(baseline),
    formula: alone ? tree.formula : 'simulated',
    inputs: alone ? tree.inputs : [],
    assumptions: [],
  };
}

/** The effects on the metric itself; where it follows the service, those on the service. */
function effectsOn(
  { effects }: PlanForecast,
  { difference }: Pick<Change, 'difference'>,
  metric: string | undefined,
): readonly EffectNote[] {
  const direct = effects.filter(
    ({ on }) => !isParameter(on) && metric !== undefined && canonicalMetric(on) === canonicalMetric(metric),
  );
  if (direct.length > 0) return direct;
  return difference === null || difference.value === 0 ? [] : effects.filter(({ on }) => isParameter(on));
}

function effectNode(map: JourneyMap, effect: EffectNote, above: string): TraceNode {
  const { believed, said, grade } = effect;
  const claims = map.evidence.filter(({ id }) => effect.evidenceIds.includes(id));
  return {
    id: `${above}/${effect.leverId}/${effect.index}`,
    of: {
      kind: 'effect',
      on: effect.on,
      leverId: effect.leverId,
      title: leverTitle(map, effect.leverId),
      grade,
    },
    value: believed.likely,
    band: { low: believed.low, high: believed.high },
    unit: 'factor',
    formula: 'believed',
    inputs: [],
    assumptions: [
      { type: 'said', low: said.low, likely: said.likely, high: said.high, grade },
      ...claims.map(({ claim, quote, source, grade: ofClaim }): Assumption => ({
        type: 'claim',
        quote: quote === '' ? claim : quote,
        source,
        grade: ofClaim,
      })),
    ],
  };
}

const leverTitle = (map: JourneyMap, leverId: LeverId): string =>
  map.levers.find(({ id }) => id === leverId)?.title ?? leverId;

function waitNodes(map: JourneyMap, forecast: PlanForecast): readonly TraceNode[] {
  const effects = forecast.effects.filter(({ on }) => isParameter(on));
  return forecast.steps.flatMap(({ stepId, wait }): TraceNode[] => {
    if (wait === undefined || wait.baseline.visitsPerDay === 0) return [];
    const id = `wait/${stepId}`;
    const seconds = (value: number) => ({ value, unit: 'seconds' as const });
    const formula = forecast.level === 'quick' ? 'queues' : 'simulated';
    return [
      {
        id,
        of: { kind: 'wait', title: map.steps.find((step) => step.id === stepId)?.title ?? '' },
        ...seconds(wait.plan.meanSeconds),
        formula,
        inputs: [
          {
            id: `${id}/asIs`,
            of: { kind: 'asIs' },
            ...seconds(wait.baseline.meanSeconds),
            formula,
            inputs: [],
            assumptions: [],
          },
          ...effects.map((effect) => effectNode(map, effect, id)),
        ],
        assumptions: [],
      },
    ];
  });
}

function moneyNodes(map: JourneyMap, { money }: PlanForecast): readonly TraceNode[] {
  if (money?.ok !== true) return [];
  const { netPresentValue, cost } = money.value;
  const leaf = (id: string, of: TraceNode['of'], value: number): TraceNode => ({
    id: `money/${id}`,
    of,
    value,
    unit: 'money',
    formula: 'measured',
    inputs: [],
    assumptions: [],
  });
  return [
    {
      id: 'money',
      of: { kind: 'money' },
      ...banded(netPresentValue),
      unit: 'money',
      formula: 'discounted',
      inputs: [
        leaf('cost', { kind: 'cost' }, cost),
        ...(map.business === undefined
          ? []
          : [
              leaf('contact', { kind: 'costPerContact' }, map.business.costPerContact),
              leaf('margin', { kind: 'margin' }, map.business.marginPerCustomerYear),
            ]),
      ],
      assumptions: [],
    },
  ];
}
