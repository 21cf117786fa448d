import type { LeverId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Effect } from '../map/lever.ts';
import type { Plan } from '../map/plan.ts';
import { planEffects } from './planEffects.ts';
import { quickForecast } from './quickForecast.ts';

/** What one uncertain effect does to the forecast by itself: the index's difference at its 10 % and its 90 % size. */
export interface TornadoBar {
  readonly leverId: LeverId;
  /** Position among the lever's effects. */
  readonly effect: number;
  readonly on: string;
  readonly low: number;
  readonly high: number;
}

const mostBars = 10;

/** [K17] One effect at a time, all others at their mean, by formulas; the widest first. */
export function tornado(map: JourneyMap, plan: Plan): readonly TornadoBar[] {
  const differenceAt = (leverId: LeverId, index: number, size: number): number =>
    quickForecast(map, withEffectAt(map, plan, leverId, index, size), { draws: 0 }).index.difference?.value ??
    0;
  return planEffects(map, plan)
    .filter(({ size }) => size.low < size.high)
    .map(({ leverId, index, on, size }): TornadoBar => {
      const ends = [0.1, 0.9].map((share) => differenceAt(leverId, index, size.quantile(share)));
      return { leverId, effect: index, on, low: Math.min(...ends), high: Math.max(...ends) };
    })
    .sort(
      (a, b) =>
        b.high - b.low - (a.high - a.low) || a.leverId.localeCompare(b.leverId) || a.effect - b.effect,
    )
    .slice(0, mostBars);
}

/** Thinner than this share of the widest side a bar moves nothing worth a line. */
const leastShown = 0.02;

/** The bars worth a line, and how far the widest side reaches from the middle. */
export function shownBars(
  bars: readonly TornadoBar[],
  middle: number,
): { readonly shown: readonly TornadoBar[]; readonly widest: number } {
  const widest = Math.max(1e-9, ...bars.flatMap(({ low, high }) => [middle - low, high - middle]));
  return { shown: bars.filter(({ low, high }) => high - low > widest * leastShown), widest };
}

/** The plan with one effect at a certain size; the others certain at their means. */
function withEffectAt(map: JourneyMap, plan: Plan, leverId: LeverId, index: number, size: number): Plan {
  const believed = planEffects(map, plan);
  return {
    ...plan,
    levers: plan.levers.map((use) => {
      const effects = believed
        .filter((effect) => effect.leverId === use.leverId)
        .map((effect): Effect => {
          const at = effect.leverId === leverId && effect.index === index ? size : effect.size.mean;
          // Shrunk already: taken as it is.
          return { ...effect.raw, low: at, likely: at, high: at, basis: 'judgement' };
        });
      return effects.length === 0 ? use : { ...use, override: { ...use.override, effects } };
    }),
  };
}
