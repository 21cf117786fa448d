import type { Measurement } from '../map/measurement.ts';
import { distributionOf, meanValue } from './distribution.ts';
import { canonicalMetric } from './metricCatalogue.ts';

/**
 * [Q39] The channel mix that a share belongs to: the shares of all channels at its place, of the same persona and
 * period, itself among them. Of a channel that was entered twice the last counts.
 */
export function channelMix(measurements: readonly Measurement[], share: Measurement): readonly Measurement[] {
  const whole = wholeOf(share);
  const byChannel = new Map(
    measurements
      .filter((each) => canonicalMetric(each.metric) === 'channelMix' && wholeOf(each) === whole)
      .map((each) => [each.segment?.channel, each] as const),
  );
  return [...byChannel.values()];
}

/** Sum of the shares of a mix; above 1 they contradict each other. */
export function sumOfMix(mix: readonly Measurement[]): number {
  return mix.reduce((sum, each) => {
    const distribution = distributionOf(each);
    return sum + ((distribution && meanValue(distribution)) ?? 0);
  }, 0);
}

const wholeOf = ({ on, segment, period }: Measurement): string =>
  JSON.stringify([on, segment?.personaId, period?.from, period?.to]);
