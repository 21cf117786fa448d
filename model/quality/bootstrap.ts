import { uniforms } from './draws.ts';

const resamples = 999;

/**
 * The means of samples drawn again from a few answers, ascending: with less than thirty answers on a short scale t would take
 * them for normal. The same answers give the same means.
 */
export function bootstrapMeans(samples: readonly number[]): readonly number[] {
  const means = Array.from({ length: resamples }, (_, resample) => {
    const uniform = uniforms(samples.length, resample);
    const sum = samples.reduce(
      (total, _answer, i) => total + samples[Math.floor(uniform(String(i)) * samples.length)]!,
      0,
    );
    return sum / samples.length;
  });
  return means.sort((a, b) => a - b);
}

/** The mean that a share of the resamples lies below, straight between two of them. */
export function bootstrapQuantile(means: readonly number[], share: number): number {
  const place = share * (means.length - 1);
  const at = Math.floor(place);
  const low = means[at]!;
  return low + (place - at) * ((means[at + 1] ?? low) - low);
}
