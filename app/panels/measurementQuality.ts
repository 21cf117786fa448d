import type { Measurement } from '../../model/map/measurement.ts';

/** What makes a number doubtful: few observations, or a long time since. */

export const smallSample = 30;
export const staleAfterDays = 365;

export function ageInDays({ period, source }: Measurement, today: Date): number | undefined {
  const last = period?.to ?? source.date;
  return last === undefined ? undefined : Math.floor((today.getTime() - Date.parse(last)) / 86_400_000);
}

export const isStale = (measurement: Measurement, today: Date): boolean =>
  (ageInDays(measurement, today) ?? 0) > staleAfterDays;

export const isSmallSample = ({ n }: Measurement): boolean => n !== undefined && n < smallSample;
