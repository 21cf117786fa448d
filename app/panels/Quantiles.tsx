import { Trans } from '@lingui/react/macro';
import type { Language } from '../../model/map/language.ts';

import { quantileInterval } from '../../model/quality/intervals.ts';
import type { MetricUnit } from '../../model/quality/metricTable.ts';
import { sampleQuantile } from '../../model/quality/sampleQuantile.ts';
import { formatMetric } from '../design/formatNumber.ts';

export interface QuantilesProps {
  readonly samples: readonly number[];
  readonly unit: MetricUnit;
  readonly language: Language;
}

/** Below so many observations a quantile says little. */
const least = 10;

/** The middle of single observations and where nine in ten lie, with intervals that assume no distribution. */
export function Quantiles({ samples, unit, language }: QuantilesProps) {
  if (samples.length < least) return null;
  const shown = (value: number) => {
    const { value: number, unit: sign } = formatMetric(value, unit, language);
    return sign === '' ? number : `${number} ${sign}`;
  };
  const within = (p: number) => {
    const interval = quantileInterval(samples, p);
    return interval === undefined ? '' : ` (${shown(interval.low)} – ${shown(interval.high)})`;
  };
  const [half, nine] = [sampleQuantile(samples, 0.5), sampleQuantile(samples, 0.9)];
  return (
    <Trans>
      Median {shown(half)}
      {within(0.5)}, 90 % up to {shown(nine)}
      {within(0.9)}
    </Trans>
  );
}
