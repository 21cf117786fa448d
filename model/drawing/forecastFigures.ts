import type { JourneyMap } from '../map/journeyMap.ts';
import { indexMap } from '../map/mapIndex.ts';
import type { PlanForecast, StepForecast } from '../simulation/planForecast.ts';
import { tornado } from '../simulation/tornado.ts';
import type { DocumentWords } from '../text/documentWords.ts';
import { dimensionChart } from './charts/dimensionChart.ts';
import { frontierChart } from './charts/frontierChart.ts';
import { radarChart } from './charts/radarChart.ts';
import { tornadoChart } from './charts/tornadoChart.ts';
import { waitsChart } from './charts/waitsChart.ts';
import type { FlowBlock } from './textFlow.ts';

/** A forecast as charts: dimensions with their bands, the radar where there is room, what moves it, what budgets buy, waits by hour. */
export function forecastFigures(
  map: JourneyMap,
  forecast: PlanForecast,
  words: DocumentWords,
  more: { readonly withRadar: boolean; readonly mostBars: number },
): readonly FlowBlock[] {
  const plan = map.plans.find((each) => each.id === forecast.planId);
  const middle = forecast.index.difference?.value;
  const bars = plan === undefined || middle === undefined ? [] : tornado(map, plan).slice(0, more.mostBars);
  const waited = mostWaitedAt(forecast);
  return [
    ...(more.withRadar ? [figure((width, measure) => radarChart(forecast, words, width, measure))] : []),
    figure((width, measure) => dimensionChart(forecast, words, width, measure)),
    ...(bars.length === 0 || middle === undefined
      ? []
      : [
          { type: 'heading' as const, level: 3 as const, text: words.moves },
          figure((width, measure) => tornadoChart(map, bars, middle, width, measure)),
        ]),
    ...(plan === undefined || map.levers.length < 2
      ? []
      : [
          { type: 'heading' as const, level: 3 as const, text: words.frontier },
          figure((width, measure) =>
            frontierChart(map, plan, forecast.index.difference, words, width, measure),
          ),
        ]),
    ...(waited?.wait === undefined
      ? []
      : [
          {
            type: 'heading' as const,
            level: 3 as const,
            text: `${words.waits}: ${indexMap(map).stepsById.get(waited.stepId)?.title ?? ''}`,
          },
          figure((width, measure) =>
            waited.wait === undefined ? undefined : waitsChart(waited.wait, words, width, measure),
          ),
        ]),
  ];
}

type Figure = Extract<FlowBlock, { readonly type: 'figure' }>;

const figure = (draw: Figure['draw']): Figure => ({ type: 'figure', draw });

/** The step where most customers give up waiting; where nobody does, the one with the most waiting in all. */
function mostWaitedAt({ steps }: PlanForecast): StepForecast | undefined {
  const lost = ({ wait }: StepForecast) =>
    wait === undefined ? 0 : wait.baseline.visitsPerDay * wait.baseline.abandonedShare;
  const waiting = ({ wait }: StepForecast) =>
    wait === undefined ? 0 : wait.baseline.visitsPerDay * wait.baseline.meanSeconds;
  return steps
    .filter((step) => waiting(step) > 0)
    .toSorted((a, b) => lost(b) - lost(a) || waiting(b) - waiting(a))[0];
}
