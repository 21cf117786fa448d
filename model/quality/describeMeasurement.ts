import type { DescribeMeasurement, MetricWords } from '../layout/metricCells.ts';
import { shownValue } from '../layout/metricCells.ts';
import type { TargetState } from '../layout/mapLayout.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Language } from '../map/language.ts';
import type { Measurement } from '../map/measurement.ts';
import { catalogueMetric, metricOf } from './metricCatalogue.ts';
import type { MetricUnit } from './metricTable.ts';

/**
 * The words for the numbers of a map, on screen and on paper alike: title, value and unit in the language of the map,
 * with no more digits than the number of observations allows.
 */
export function describeMeasurements(
  map: Pick<JourneyMap, 'metrics' | 'currency'>,
  language: Language,
): DescribeMeasurement {
  return (measurement, planValue): MetricWords => {
    const own = map.metrics.find((metric) => metric.id === measurement.metric);
    const known = metricOf(map, measurement.metric);
    const unit = known?.unit ?? 'factor';
    const value = shownValue(measurement) ?? 0;
    const scale = scaleOf(unit, value, language);
    const digits = digitsOf(measurement, value, scale.factor, unit);
    return {
      title: own?.title ?? catalogueMetric(measurement.metric)?.title[language] ?? measurement.metric,
      value: number(value * scale.factor, digits, unit),
      unit:
        measurement.unit ??
        (own === undefined || own.unit === '' ? scale.unit || currencyOf(unit, map) : own.unit),
      plan: planValue === undefined ? undefined : number(planValue * scale.factor, digits, unit),
      targetState: targetState(value, measurement.target, known?.direction ?? 'higher'),
    };
  };
}

const currencyOf = (unit: MetricUnit, map: Pick<JourneyMap, 'currency'>): string =>
  unit === 'money' ? map.currency : '';

/** What a value is multiplied by to be shown, and the unit it then has. */
interface Scale {
  readonly factor: number;
  readonly unit: string;
}

const perDay: Readonly<Record<Language, string>> = { en: '/ day', 'zh-Hans': '/ 天', 'zh-Hant': '/ 天' };
const times: Readonly<Record<Language, readonly [string, string, string, string]>> = {
  en: ['s', 'min', 'h', 'd'],
  'zh-Hans': ['秒', '分', '小时', '天'],
  'zh-Hant': ['秒', '分', '小時', '天'],
};

function scaleOf(unit: MetricUnit, value: number, language: Language): Scale {
  const [second, minute, hour, day] = times[language];
  switch (unit) {
    case 'share':
      return { factor: 100, unit: '%' };
    case 'seconds':
      if (value < 300) return { factor: 1, unit: second };
      if (value < 7_200) return { factor: 1 / 60, unit: minute };
      return value < 172_800 ? { factor: 1 / 3_600, unit: hour } : { factor: 1 / 86_400, unit: day };
    case 'money':
      return { factor: 0.01, unit: '' };
    case 'perDay':
      return { factor: 1, unit: perDay[language] };
    case 'score':
      return { factor: 1, unit: '/ 100' };
    case 'rating7':
      return { factor: 1, unit: '/ 7' };
    case 'points':
    case 'gap':
    case 'people':
    case 'factor':
    case 'shapeByHour':
      return { factor: 1, unit: '' };
  }
}

/** One decimal only where the interval is narrower than a unit of the last digit, none for an estimate above ten. */
function digitsOf(measurement: Measurement, value: number, factor: number, unit: MetricUnit): 0 | 1 {
  const shown = Math.abs(value * factor);
  const n = measurement.n ?? 0;
  if (unit === 'share') {
    const halfWidth = n === 0 ? 5 : 196 * Math.sqrt((value * (1 - value)) / n);
    return halfWidth < 0.5 || (shown < 10 && halfWidth < 2) ? 1 : 0;
  }
  if (measurement.source.kind === 'estimate' && shown >= 10) return 0;
  return shown < 20 && !Number.isInteger(value * factor) ? 1 : 0;
}

function number(value: number, digits: 0 | 1, unit: MetricUnit): string {
  const rounded = value.toFixed(digits).replace('-', '−');
  return (unit === 'points' || unit === 'gap') && value > 0 ? `+${rounded}` : rounded;
}

/** Within a tenth of the target is near; without a target, or where no way is better, there is no state. */
function targetState(
  value: number,
  target: number | undefined,
  direction: 'higher' | 'lower' | 'none',
): TargetState | undefined {
  if (target === undefined || direction === 'none') return undefined;
  const better = direction === 'higher' ? value >= target : value <= target;
  if (better) return 'met';
  return Math.abs(value - target) <= Math.abs(target) * 0.1 ? 'near' : 'missed';
}
