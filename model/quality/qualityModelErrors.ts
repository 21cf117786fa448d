import type { DimensionId, IndicatorId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Curve, Indicator, QualityModel } from '../map/qualityModel.ts';
import { curveOf } from './defaultCurves.ts';
import { metricOf } from './metricCatalogue.ts';

/** Why a quality model cannot be scored as it stands; `path` is as in code, from the model on. */
export type QualityModelError = { readonly path: string } & (
  | { readonly type: 'NoDimensions' }
  | { readonly type: 'NoIndicators'; readonly dimensionId: DimensionId }
  | { readonly type: 'NoPositiveWeight'; readonly dimensionId?: DimensionId }
  | { readonly type: 'IdTwice'; readonly id: string }
  | { readonly type: 'UnknownMetric'; readonly indicatorId: IndicatorId; readonly found: string }
  | { readonly type: 'NoCurve'; readonly indicatorId: IndicatorId; readonly metric: string }
  | { readonly type: 'KnotsNotAscending'; readonly indicatorId: IndicatorId; readonly knot: number }
  | { readonly type: 'CurveTurns'; readonly indicatorId: IndicatorId; readonly knot: number }
  | {
      readonly type: 'CurveAgainstMetric';
      readonly indicatorId: IndicatorId;
      readonly direction: 'higher' | 'lower';
    }
);

/** [Q19] Every error of a model on this map; an empty list: it can be scored. */
export function qualityModelErrors(map: JourneyMap, model: QualityModel): readonly QualityModelError[] {
  const ids = model.dimensions.flatMap((dimension) => [
    dimension.id,
    ...dimension.indicators.map(({ id }) => id),
  ]);
  return [
    ...(model.dimensions.length === 0 ? [{ path: 'dimensions', type: 'NoDimensions' } as const] : []),
    ...(model.dimensions.length > 0 && !someWeight(model.dimensions)
      ? [{ path: 'dimensions', type: 'NoPositiveWeight' } as const]
      : []),
    ...ids
      .filter((id, i) => ids.indexOf(id) !== i)
      .map((id): QualityModelError => ({ path: 'dimensions', type: 'IdTwice', id })),
    ...model.dimensions.flatMap((dimension, d): readonly QualityModelError[] => {
      const path = `dimensions[${d}].indicators`;
      const dimensionId = dimension.id;
      if (dimension.indicators.length === 0) return [{ path, type: 'NoIndicators', dimensionId }];
      return [
        ...(someWeight(dimension.indicators)
          ? []
          : [{ path, type: 'NoPositiveWeight', dimensionId } as const]),
        ...dimension.indicators.flatMap((indicator, i) => indicatorErrors(map, indicator, `${path}[${i}]`)),
      ];
    }),
  ];
}

const someWeight = (items: readonly { readonly weight: number }[]): boolean =>
  items.some(({ weight }) => weight > 0);

function indicatorErrors(map: JourneyMap, indicator: Indicator, path: string): readonly QualityModelError[] {
  const indicatorId = indicator.id;
  const metric = metricOf(map, indicator.metric);
  if (metric === undefined)
    return [{ path: `${path}.metric`, type: 'UnknownMetric', indicatorId, found: indicator.metric }];
  const curve = curveOf(metric, indicator.curve, undefined);
  if (curve === undefined)
    return [{ path: `${path}.curve`, type: 'NoCurve', indicatorId, metric: metric.id }];
  return typeof indicator.curve === 'object'
    ? curveErrors(indicator.curve, metric.direction).map((error) => ({
        ...error,
        path: `${path}.curve`,
        indicatorId,
      }))
    : [];
}

type CurveError =
  | { readonly type: 'KnotsNotAscending' | 'CurveTurns'; readonly knot: number }
  | { readonly type: 'CurveAgainstMetric'; readonly direction: 'higher' | 'lower' };

/** A curve's values ascend, its scores go one way, and that way is the metric's. */
export function curveErrors(
  { knots }: Pick<Curve, 'knots'>,
  direction: 'higher' | 'lower' | 'none',
): readonly CurveError[] {
  const unordered = knots.findIndex(([value], i) => i > 0 && value <= knots[i - 1]![0]);
  if (unordered > 0) return [{ type: 'KnotsNotAscending', knot: unordered }];
  const rises = knots.slice(1).map(([, score], i) => score - knots[i]![1]);
  const way = Math.sign(rises.find((rise) => rise !== 0) ?? 0);
  const turn = rises.findIndex((rise) => rise !== 0 && Math.sign(rise) !== way);
  if (turn >= 0) return [{ type: 'CurveTurns', knot: turn + 1 }];
  const against = (direction === 'higher' && way < 0) || (direction === 'lower' && way > 0);
  return against ? [{ type: 'CurveAgainstMetric', direction }] : [];
}
