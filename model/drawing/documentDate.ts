import type { JourneyMap } from '../map/journeyMap.ts';

/** The newest date that a map itself carries; a file made of the map is dated by it, so that the same map gives the same bytes. */
export function documentDate(map: JourneyMap): string {
  const dates = [
    ...map.measurements.flatMap((each) => [each.source.date, each.period?.to]),
    ...map.evidence.map((each) => each.date),
    ...map.emotions.map((each) => each.source?.date),
    ...map.forecasts.map((each) => each.frozenAt.slice(0, 10)),
  ].filter((date) => date !== undefined);
  return dates.reduce((newest, date) => (date > newest ? date : newest), '2000-01-01');
}
