import type { IndicatorId, StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Scorecard } from './scoreMap.ts';

/** Indicators by steps: what is scored where, and who answers for the number. */
export interface OwnedIndicator {
  readonly id: IndicatorId;
  readonly title: string;
  /** One cell per step of the map; `map` where the number is of the whole. */
  readonly cells: readonly {
    readonly place: StepId | 'map';
    readonly score: number;
    /** Empty: the number has no owner. */
    readonly owners: readonly string[];
  }[];
  /** Nobody measures it, or nobody signs for any of its numbers. */
  readonly unowned: boolean;
}

export function indicatorOwnership(map: JourneyMap, card: Scorecard): readonly OwnedIndicator[] {
  const owners = new Map(map.measurements.map(({ id, source }) => [id, source.ownerName.trim()]));
  return card.dimensions.flatMap((dimension) =>
    dimension.indicators.map(({ id, title, places }) => {
      const cells = places.map(({ place, value, inputs }) => ({
        place,
        score: value,
        owners: [
          ...new Set(
            inputs.flatMap(({ origin }) =>
              origin.kind === 'measurement' ? (owners.get(origin.id) ?? '') : '',
            ),
          ),
        ].filter((name) => name !== ''),
      }));
      return { id, title, cells, unowned: cells.every((cell) => cell.owners.length === 0) };
    }),
  );
}
