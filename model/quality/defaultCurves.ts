import type { Channel } from '../map/channel.ts';
import type { MetricKey } from '../map/metric.ts';
import type { Curve, Indicator } from '../map/qualityModel.ts';
import { canonicalMetric, type KnownMetric } from './metricCatalogue.ts';

/** The curves that score a metric when a model names none of its own [Q6]. */

interface TimeCurve {
  readonly metrics: readonly MetricKey[];
  /** Channels it is for; left out: all without a curve of their own, and where no channel is known. */
  readonly channels?: readonly Channel[];
  readonly curve: Curve;
}

const minutes = 60;
const hours = 3_600;
const days = 86_400;

/** Channels on which an answer is expected within hours, not seconds. */
const writtenChannels: readonly Channel[] = ['email', 'form', 'letter'];

export const timeCurves: readonly TimeCurve[] = [
  {
    metrics: ['firstResponse', 'botResponse', 'wait'],
    curve: {
      knots: [
        [30, 85],
        [60, 72.5],
        [90, 60],
      ],
      interpolation: 'linear',
      transform: 'none',
      source:
        'Source 002: 85 % satisfied within 30 s, 60 % beyond 1 minute; constant outside, no extremes invented',
      grade: 'D',
    },
  },
  {
    metrics: ['firstResponse', 'botResponse', 'wait'],
    channels: writtenChannels,
    curve: {
      knots: [
        [1 * hours, 85],
        [24 * hours, 60],
        [72 * hours, 30],
      ],
      interpolation: 'linear',
      transform: 'none',
      source: 'Judgement: an answer within the hour, a day, three days',
      grade: 'E',
    },
  },
  {
    metrics: ['timeToResolution'],
    curve: {
      knots: [
        [15 * minutes, 75],
        [30 * minutes, 60],
      ],
      interpolation: 'linear',
      transform: 'none',
      source: 'Source 002: within 15 minutes about 15 above beyond 30 minutes; the 60 is assumed',
      grade: 'D',
    },
  },
  {
    metrics: ['timeToResolution'],
    channels: writtenChannels,
    curve: {
      knots: [
        [1 * days, 75],
        [3 * days, 60],
      ],
      interpolation: 'linear',
      transform: 'none',
      source: 'Judgement: within a day, within three days',
      grade: 'E',
    },
  },
];

/** The curve by which an indicator scores its metric on a channel; undefined: this metric needs a curve of the model's own. */
export function curveOf(
  metric: KnownMetric,
  choice: Indicator['curve'],
  channel: Channel | undefined,
): Curve | undefined {
  if (typeof choice === 'object') return choice;
  if (choice === 'none') return naturalScale(metric);
  const usual = timeCurve(metric.id, channel) ?? naturalScale(metric);
  return usual !== undefined && choice === 'flat' ? flattened(usual) : usual;
}

/** Asked for every number of every draw: by metric, then channel. */
const foundTimeCurves = new Map<MetricKey, Map<Channel | undefined, Curve | undefined>>();

function timeCurve(metric: MetricKey, channel: Channel | undefined): Curve | undefined {
  const byChannel = foundTimeCurves.get(metric) ?? new Map<Channel | undefined, Curve | undefined>();
  foundTimeCurves.set(metric, byChannel);
  if (!byChannel.has(channel)) byChannel.set(channel, findTimeCurve(metric, channel));
  return byChannel.get(channel);
}

function findTimeCurve(metric: MetricKey, channel: Channel | undefined): Curve | undefined {
  const candidates = timeCurves.filter((each) => each.metrics.includes(canonicalMetric(metric)));
  const own = candidates.find((each) => channel !== undefined && each.channels?.includes(channel));
  return (own ?? candidates.find((each) => each.channels === undefined))?.curve;
}

export const naturalSource = 'The value as it is, no judgement';

/** The value as it is: the metric's range on 0..100, in its direction. Only for metrics with a least and a greatest value. */
function naturalScale(metric: KnownMetric): Curve | undefined {
  const known = naturalScales.get(metric);
  if (known !== undefined) return known;
  const scale = makeNaturalScale(metric);
  if (scale !== undefined) naturalScales.set(metric, scale);
  return scale;
}

/** The same curve for the same metric, so that its score function is made once. */
const naturalScales = new WeakMap<KnownMetric, Curve>();

function makeNaturalScale({ range, direction }: KnownMetric): Curve | undefined {
  const { min, max } = range;
  if (min === undefined || max === undefined || min >= max || direction === 'none') return undefined;
  return {
    knots: [
      [min, direction === 'higher' ? 0 : 100],
      [max, direction === 'higher' ? 100 : 0],
    ],
    interpolation: 'linear',
    transform: 'none',
    source: naturalSource,
    grade: 'A',
  };
}

export const flatNote = '; a quarter of the slope';

/** A quarter of the slope around the middle of the curve (Garcia et al. 2012: waiting has "a significant but small role"). */
function flattened(curve: Curve): Curve {
  const scores = curve.knots.map(([, score]) => score);
  const middle = (Math.min(...scores) + Math.max(...scores)) / 2;
  return {
    ...curve,
    knots: curve.knots.map(([value, score]) => [value, middle + (score - middle) / 4] as const),
    source: `${curve.source}${flatNote}`,
  };
}
