import type { Channel } from '../map/channel.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { distributionOf, meanValue } from '../quality/distribution.ts';
import { bestMeasurements } from '../quality/measuredInputs.ts';
import type { ServiceModel } from '../service/serviceModel.ts';
import { compileService } from './compiledService.ts';
import { type DayTally, emptyTally } from './dayTally.ts';
import { simulateDay } from './engine.ts';
import type { PoolCalibration } from './planForecast.ts';

/** A service whose simulated waits are those that were measured, as far as one number a pool can bring them there. */
export interface Calibrated {
  readonly model: ServiceModel;
  /** Empty: no wait was measured, so nothing could be calibrated. */
  readonly pools: readonly PoolCalibration[];
}

/** Days that judge one factor. The same customers come in each, so a few are enough to tell factors apart. */
const days = 12;
const steps = 6;
const leastFactor = 0.5;
const greatestFactor = 2;

/** [Q7] One factor on effective agents, for each pool whose wait was measured, by bisection on simulated days. */
export function calibrate(map: JourneyMap, model: ServiceModel, seed: number): Calibrated {
  let calibrated = model;
  const pools: PoolCalibration[] = [];
  for (const goal of goals(map, model)) {
    const simulate = (factor: number): number => {
      const scaled = withFactor(calibrated, goal.pool, factor);
      return simulatedMean(scaled, goal, seed);
    };
    // The wait falls with the agents: bisection on the logarithm of the factor, from where it may lie.
    let [low, high] = [leastFactor, greatestFactor];
    let best = { factor: 1, seconds: simulate(1) };
    for (let step = 0; step < steps && Math.abs(best.seconds / goal.seconds - 1) > 0.02; step++) {
      if (best.seconds > goal.seconds) low = Math.max(low, best.factor);
      else high = Math.min(high, best.factor);
      const factor = step === 0 ? firstGuess(best.seconds, goal.seconds) : Math.sqrt(low * high);
      const seconds = simulate(factor);
      if (seconds > goal.seconds) low = factor;
      else high = factor;
      if (Math.abs(seconds - goal.seconds) < Math.abs(best.seconds - goal.seconds))
        best = { factor, seconds };
    }
    calibrated = withFactor(calibrated, goal.pool, best.factor);
    pools.push({
      poolId: model.pools[goal.pool]!.id,
      factor: best.factor,
      measuredSeconds: goal.seconds,
      simulatedSeconds: best.seconds,
      misfit: best.seconds / goal.seconds - 1,
    });
  }
  return { model: calibrated, pools };
}

const firstGuess = (simulated: number, measured: number): number =>
  Math.min(1.15, Math.max(0.87, (simulated / measured) ** 0.25));

interface Goal {
  readonly pool: number;
  readonly nodes: readonly number[];
  readonly metric: 'wait' | 'firstResponse';
  readonly seconds: number;
}

/**
 * One goal a pool: the wait measured at one of its nodes, else at the pool, else at a step (of a channel, or of all)
 * where only this pool is waited for. What several pools share tells nothing of any one of them.
 */
function goals(map: JourneyMap, model: ServiceModel): readonly Goal[] {
  const channels = [undefined, ...new Set(model.nodes.flatMap((node) => node.channel ?? []))];
  const best = new Map(
    channels.map((channel) => [
      channel,
      bestMeasurements(map.measurements, channel === undefined ? {} : { channel }),
    ]),
  );
  const measured = (metric: string, place: string, channel: Channel | undefined): number | undefined => {
    const measurement = best
      .get(channel)
      ?.get(metric)
      ?.get(place as never);
    const distribution = measurement && distributionOf(measurement);
    const seconds = distribution && meanValue(distribution);
    return seconds !== undefined && seconds > 0 ? seconds : undefined;
  };
  const found = new Map<number, Goal>();
  const add = (place: string, channel: Channel | undefined, nodes: readonly number[]) => {
    const pools = [...new Set(nodes.map((node) => model.nodes[node]!.pool))];
    const [pool] = pools;
    if (pool === undefined || pools.length > 1 || found.has(pool)) return;
    for (const metric of ['wait', 'firstResponse'] as const) {
      const seconds = measured(metric, place, channel);
      if (seconds === undefined) continue;
      found.set(pool, { pool, nodes, metric, seconds });
      return;
    }
  };
  const nodesWhere = (holds: (node: ServiceModel['nodes'][number]) => boolean): readonly number[] =>
    model.nodes.flatMap((node, i) => (node.pool >= 0 && holds(node) ? [i] : []));
  model.nodes.forEach((node, i) => {
    if (node.pool >= 0) add(node.id, undefined, [i]);
  });
  model.pools.forEach((pool, p) =>
    add(
      pool.id,
      undefined,
      nodesWhere((node) => node.pool === p),
    ),
  );
  for (const step of map.steps)
    for (const channel of channels)
      add(
        step.id,
        channel,
        nodesWhere(
          (node) => node.waitStepId === step.id && (channel === undefined || node.channel === channel),
        ),
      );
  return [...found.values()];
}

/** The factors of a calibration on another service of the same pools. */
export const withCalibration = (model: ServiceModel, pools: readonly PoolCalibration[]): ServiceModel =>
  pools.reduce(
    (scaled, { poolId, factor }) =>
      withFactor(
        scaled,
        model.pools.findIndex(({ id }) => id === poolId),
        factor,
      ),
    model,
  );

/** More or fewer people in every hour: what shrinkage, breaks and other work really leave. */
function withFactor(model: ServiceModel, index: number, factor: number): ServiceModel {
  if (factor === 1) return model;
  return {
    ...model,
    pools: model.pools.map((pool, p) =>
      p === index ? { ...pool, agents: pool.agents.map((agents) => agents * factor) } : pool,
    ),
  };
}

function simulatedMean(model: ServiceModel, { nodes, metric }: Goal, seed: number): number {
  const service = compileService(model);
  const sum: DayTally = emptyTally(model.nodes.length, model.pools.length);
  for (let replication = 0; replication < days; replication++)
    simulateDay(service, seed, replication, { into: sum });
  let seconds = 0;
  let count = 0;
  for (const node of nodes) {
    const tally = sum.nodes[node]!;
    const waits = metric === 'wait' ? tally.waits : tally.firstAnswers;
    seconds += waits.seconds;
    count += waits.count;
  }
  return count > 0 ? seconds / count : 0;
}
