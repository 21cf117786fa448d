import type { JourneyMap } from '../map/journeyMap.ts';
import type { Language } from '../map/language.ts';
import type { Measurement } from '../map/measurement.ts';
import type { TargetState } from '../layout/mapLayout.ts';
import { shownValue, type DescribeMeasurement } from '../layout/metricCells.ts';
import { catalogueMetric, metricOf } from '../quality/metricCatalogue.ts';
import type { MetricUnit } from '../quality/metricTable.ts';

/** The words for the numbers of a map: titles and units of the catalogue, or of the map's own metrics. */
export function measurementWords(map: JourneyMap, language: Language): DescribeMeasurement {
  return (measurement, planValue) => {
    const own = map.metrics.find((metric) => metric.id === measurement.metric);
    const known = metricOf(map, measurement.metric);
    const value = shownValue(measurement) ?? 0;
    const show = shownIn(known?.unit, value);
    return {
      title: own?.title ?? catalogueMetric(measurement.metric)?.title[language] ?? measurement.metric,
      value: show.number(value),
      unit:
        measurement.unit ??
        (known?.unit === 'money'
          ? map.currency
          : own?.unit === undefined || own.unit === ''
            ? show.unit
            : own.unit),
      plan: planValue === undefined ? undefined : show.number(planValue),
      targetState: targetState(value, measurement, known?.direction ?? 'none'),
    };
  };
}

interface Shown {
  readonly unit: string;
  number(value: number): string;
}

/** One unit for a value and what it is compared with, chosen by the size of the first. */
function shownIn(unit: MetricUnit | undefined, value: number): Shown {
  switch (unit) {
    case 'share':
      return { unit: '%', number: (each) => digits(each * 100, 0) };
    case 'seconds':
      if (Math.abs(value) < 180) return { unit: 's', number: (each) => digits(each, 0) };
      if (Math.abs(value) < 7_200) return { unit: 'min', number: (each) => digits(each / 60, 1) };
      if (Math.abs(value) < 172_800) return { unit: 'h', number: (each) => digits(each / 3_600, 1) };
      return { unit: 'd', number: (each) => digits(each / 86_400, 1) };
    case 'points':
      return { unit: '', number: (each) => (each > 0 ? '+' : '') + digits(each, 0) };
    case 'score':
      return { unit: '', number: (each) => digits(each, 0) };
    case 'rating7':
      return { unit: '', number: (each) => digits(each, 1) };
    case 'money':
      // Kept in minor units; every currency of the map is shown with two decimals at most.
      return { unit: '', number: (each) => digits(each / 100, Math.abs(each) < 1_000_000 ? 2 : 0) };
    case 'perDay':
      return { unit: '/d', number: (each) => digits(each, 0) };
    default:
      return { unit: '', number: (each) => digits(each, Math.abs(each) < 10 ? 1 : 0) };
  }
}

/** At most so many decimals, with a true minus sign. */
function digits(value: number, most: number): string {
  const rounded = Math.round(value * 10 ** most) / 10 ** most;
  return String(rounded === 0 ? 0 : rounded).replace('-', '−');
}

/** Near is within a tenth of the target. */
function targetState(
  value: number,
  measurement: Measurement,
  direction: 'higher' | 'lower' | 'none',
): TargetState | undefined {
  const { target } = measurement;
  if (target === undefined || direction === 'none') return undefined;
  const short = direction === 'higher' ? target - value : value - target;
  if (short <= 0) return 'met';
  return short <= Math.abs(target) * 0.1 ? 'near' : 'missed';
}
