import type { Language } from '../../model/map/language.ts';
import type { Score } from '../../model/quality/scoreMap.ts';
import { formatWithin } from '../design/formatNumber.ts';

/** A score with no more digits than its band carries; a dash where there is none. */
export function shownScore({ value, band }: Score, language: Language): string {
  if (value === null) return '–';
  return formatWithin(value, language, band === undefined ? 1 : Math.max(0.5, (band.high - band.low) / 2));
}

/** `61 – 74`, or nothing without a band or where both ends read the same. */
export function shownBand({ band }: Score, language: Language): string {
  if (band === undefined) return '';
  const half = Math.max(0.5, (band.high - band.low) / 2);
  const low = formatWithin(band.low, language, half);
  const high = formatWithin(band.high, language, half);
  return low === high ? '' : `${low} – ${high}`;
}
