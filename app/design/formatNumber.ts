import { minorUnits } from '../../model/map/currency.ts';
import type { Language, LocalizedText } from '../../model/map/language.ts';
import type { MetricUnit } from '../../model/quality/metricTable.ts';

/** Numbers as the interface writes them: the unit apart (it is drawn small and grey), no digit the interval does not carry. */

export interface ShownNumber {
  readonly value: string;
  /** '' where the value needs none. */
  readonly unit: string;
}

/** `halfWidth`: half of the interval around the value, in the same unit; left out: unknown, three digits are shown. */
export function formatMetric(
  value: number,
  unit: MetricUnit,
  language: Language,
  halfWidth?: number,
): ShownNumber {
  switch (unit) {
    case 'share':
      return { value: formatWithin(value * 100, language, halfWidth && halfWidth * 100), unit: '%' };
    case 'seconds':
      return formatDuration(value, language, halfWidth);
    case 'perDay':
      return { value: formatWithin(value, language, halfWidth), unit: perDay[language] };
    case 'points':
    case 'gap':
      return { value: formatSigned(value, language, halfWidth), unit: '' };
    case 'money':
      // Kept in minor units.
      return { value: formatWithin(value / 100, language, halfWidth && halfWidth / 100), unit: '' };
    case 'score':
    case 'rating7':
    case 'people':
    case 'factor':
    case 'shapeByHour':
      return { value: formatWithin(value, language, halfWidth), unit: '' };
  }
}

/** A half width of 1 or more leaves whole numbers, .1 or more one decimal, and so on; unknown: three digits in all. */
export function formatWithin(value: number, language: Language, halfWidth?: number): string {
  if (halfWidth === undefined)
    return new Intl.NumberFormat(
      language,
      Math.abs(value) < 1_000 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 },
    ).format(value);
  return new Intl.NumberFormat(language, { maximumFractionDigits: decimalsWithin(halfWidth) }).format(value);
}

export function formatSigned(value: number, language: Language, halfWidth?: number): string {
  const decimals = halfWidth === undefined ? 1 : decimalsWithin(halfWidth);
  return new Intl.NumberFormat(language, {
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  }).format(value);
}

/** Money comes in minor units; sums from a thousand on are shortened to three digits: ¥195K, ¥19.5万. */
export function formatMoney(minor: number, currency: string, language: Language): string {
  const amount = minor / minorUnits(currency);
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(Math.abs(amount) < 1_000
      ? { maximumFractionDigits: 0 }
      : { notation: 'compact', maximumSignificantDigits: 3 }),
  }).format(amount);
}

function formatDuration(seconds: number, language: Language, halfWidth?: number): ShownNumber {
  const scale = durations.find(({ upTo }) => Math.abs(seconds) < upTo) ?? durations[0];
  return {
    value: formatWithin(seconds / scale.seconds, language, halfWidth && halfWidth / scale.seconds),
    unit: scale.unit[language],
  };
}

const durations = [
  { unit: { en: 's', 'zh-Hans': '秒', 'zh-Hant': '秒' }, seconds: 1, upTo: 300 },
  { unit: { en: 'min', 'zh-Hans': '分钟', 'zh-Hant': '分鐘' }, seconds: 60, upTo: 7_200 },
  { unit: { en: 'h', 'zh-Hans': '小时', 'zh-Hant': '小時' }, seconds: 3_600, upTo: 172_800 },
  { unit: { en: 'd', 'zh-Hans': '天', 'zh-Hant': '天' }, seconds: 86_400, upTo: Infinity },
] as const;

const perDay: LocalizedText = { en: '/day', 'zh-Hans': '/天', 'zh-Hant': '/天' };

const decimalsWithin = (halfWidth: number) =>
  halfWidth <= 0 ? 2 : Math.min(3, Math.max(0, Math.ceil(-Math.log10(halfWidth) - 1e-9)));
