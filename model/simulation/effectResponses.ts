import type { ServiceModel } from '../service/serviceModel.ts';
import { applyToService, type EffectSize } from './applyToService.ts';
import { vectorOf } from './figureVector.ts';
import { networkService } from './networkService.ts';
import { isParameter, type PlanEffect } from './planEffects.ts';
import { solveNetwork } from './queueNetwork.ts';

/**
 * How the figures of a service follow the size of each uncertain effect, by formulas: one effect at a time at its 5 %
 * and 95 % size, straight between. The engine gives the level, this gives the slope: hundreds of draws cost nothing.
 */
export type FigureShift = (sizeOf: EffectSize) => Float64Array | undefined;

/** Shifts against all effects at their means; undefined where nothing about the service is uncertain. */
export function effectResponses(model: ServiceModel, effects: readonly PlanEffect[]): FigureShift {
  const solved = (sizeOf: EffectSize): Float64Array => {
    const planned = applyToService(model, effects, sizeOf);
    return vectorOf(networkService(planned, solveNetwork(planned)));
  };
  const uncertain = effects.filter((effect) => isParameter(effect.on) && effect.size.low < effect.size.high);
  if (uncertain.length === 0) return () => undefined;
  const middle = solved((effect) => effect.size.mean);
  const slopes = uncertain.map((effect) => {
    const [low, high] = [effect.size.quantile(0.05), effect.size.quantile(0.95)];
    const at = (size: number) => solved((each) => (each === effect ? size : each.size.mean));
    return {
      effect,
      below: slope(at(low), middle, low - effect.size.mean),
      above: slope(at(high), middle, high - effect.size.mean),
    };
  });
  return (sizeOf) => {
    const shift = new Float64Array(middle.length);
    for (const { effect, below, above } of slopes) {
      const distance = sizeOf(effect) - effect.size.mean;
      const direction = distance < 0 ? below : above;
      for (let i = 0; i < shift.length; i++) shift[i]! += distance * direction[i]!;
    }
    return shift;
  };
}

const slope = (at: Float64Array, middle: Float64Array, distance: number): Float64Array =>
  at.map((value, i) => (distance === 0 ? 0 : (value - middle[i]!) / distance));
