import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from './intervals.ts';
import { usualLevel } from './intervals.ts';

/** How long customers would wait, from waits of which many end with an answer before the patience does (censored). */

export interface ObservedWait {
  readonly seconds: number;
  /** Gave up; otherwise answered, and the patience is only known to be longer. */
  readonly abandoned: boolean;
}

export interface PatienceEstimate {
  /** Maximum likelihood of an exponential patience: all waiting time over the number who gave up. */
  readonly meanSeconds: number;
  readonly interval: Interval;
  readonly abandonments: number;
  /** Kaplan and Meier 1958: share still willing to wait after so many seconds. */
  readonly survival: readonly { readonly seconds: number; readonly share: number }[];
  /** Where the curve falls to one half; undefined when it never does. */
  readonly medianSeconds: number | undefined;
}

/** Undefined when nobody gave up: then the data say nothing about patience but that it is long. */
export function estimatePatience(
  waits: readonly ObservedWait[],
  level = usualLevel,
): PatienceEstimate | undefined {
  const abandonments = waits.filter((wait) => wait.abandoned).length;
  if (abandonments === 0) return undefined;
  const meanSeconds = waits.reduce((sum, wait) => sum + wait.seconds, 0) / abandonments;
  const half = normalQuantile((1 + level) / 2, 0, 1) / Math.sqrt(abandonments);
  const survival = survivalCurve(waits);
  return {
    meanSeconds,
    interval: { low: meanSeconds * Math.exp(-half), high: meanSeconds * Math.exp(half) },
    abandonments,
    survival,
    medianSeconds: survival.find((point) => point.share <= 0.5)?.seconds,
  };
}

function survivalCurve(waits: readonly ObservedWait[]): PatienceEstimate['survival'] {
  const sorted = [...waits].sort((a, b) => a.seconds - b.seconds);
  const curve: { seconds: number; share: number }[] = [];
  let share = 1;
  for (let i = 0; i < sorted.length;) {
    const { seconds } = sorted[i]!;
    const atRisk = sorted.length - i;
    let gaveUp = 0;
    for (; i < sorted.length && sorted[i]!.seconds === seconds; i++) if (sorted[i]!.abandoned) gaveUp++;
    if (gaveUp === 0) continue;
    share *= 1 - gaveUp / atRisk;
    curve.push({ seconds, share });
  }
  return curve;
}
