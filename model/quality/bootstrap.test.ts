import { describe, expect, it } from 'vitest';
import type { Measurement } from '../map/measurement.ts';
import { bootstrapMeans, bootstrapQuantile } from './bootstrap.ts';
import { catalogueMetric } from './metricCatalogue.ts';
import { posteriorOf } from './posterior.ts';

const answers = [7, 7, 6, 7, 5, 7, 6, 2, 7, 6, 7, 1];
const mean = answers.reduce((sum, each) => sum + each, 0) / answers.length;
const deviation = Math.sqrt(answers.reduce((sum, each) => sum + (each - mean) ** 2, 0) / answers.length);

describe('efforts told by fewer than thirty', () => {
  it('[Q15] the means of resamples lie around the mean, as far apart as the answers over the root of their number', () => {
    const means = bootstrapMeans(answers);
    const middle = means.reduce((sum, each) => sum + each, 0) / means.length;
    const spread = Math.sqrt(means.reduce((sum, each) => sum + (each - middle) ** 2, 0) / means.length);
    expect(middle).toBeCloseTo(mean, 1);
    expect(spread / (deviation / Math.sqrt(answers.length))).toBeCloseTo(1, 1);
    expect(bootstrapMeans(answers)).toEqual(means);
    expect(bootstrapQuantile(means, 0.5)).toBe(means[499]);
  });

  it('[Q15] take the bootstrap: lopsided like the answers and never beyond the scale; from thirty on t', () => {
    const ces = catalogueMetric('ces');
    const of = (samples: readonly number[]) =>
      posteriorOf({ id: 'measurement_x', metric: 'ces', samples } as unknown as Measurement, ces, {
        kind: 'samples',
        values: samples,
      });
    const few = of(answers);
    expect(few.method).toBe('bootstrap');
    const { low, high } = few.interval(0.95);
    expect(mean - low).toBeGreaterThan(high - mean);
    expect(high).toBeLessThanOrEqual(7);
    expect(few.quantile(0.5)).toBeCloseTo(mean, 0);
    expect(of([...answers, ...answers, ...answers]).method).toBe('mean');
  });
});
