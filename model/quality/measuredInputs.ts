import type { NodeId, PoolId, StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Measurement } from '../map/measurement.ts';
import type { MetricKey } from '../map/metric.ts';
import type { ServiceNode } from '../map/serviceNode.ts';
import { withPrintedRatios } from './derivedMetrics.ts';
import { distributionOf, meanValue } from './distribution.ts';
import { canonicalMetric, catalogueMetric, metricOf } from './metricCatalogue.ts';
import { posteriorIn } from './posterior.ts';
import type { InputPlace, InputValue, ScoreInputs, Uncertain } from './scoreInputs.ts';

/** Which contacts the numbers are about; left out: all of them. */
export type Segment = NonNullable<Measurement['segment']>;

/** The inputs of a map's scores from its measurements alone [Q1, Q2, Q7]. */
export function measuredInputs(map: JourneyMap, segment: Segment = {}): ScoreInputs {
  const best = bestMeasurements(map.measurements, segment);
  const whole = segment.channel === undefined ? best : bestMeasurements(map.measurements, {});
  const ofNode: NodeLookup = (metric, node) =>
    atNode(best, metric, node) ??
    // All contacts of a chat node are chats: its whole is that channel's.
    (segment.personaId === undefined && node.channel === segment.channel
      ? atNode(whole, metric, node)
      : undefined);
  const metrics = new Set([...best.keys(), ...whole.keys()]);
  return {
    values: withPrintedRatios(
      new Map([...metrics].map((metric) => [metric, placesOf(map, metric, best, ofNode)])),
    ),
    volumes: [{ kind: 'measured', perDay: measuredVolumes(map, best, ofNode) }],
  };
}

export type MeasuredPlace = InputPlace | NodeId | PoolId;
type NodeLookup = (metric: MetricKey, node: ServiceNode) => Measurement | undefined;

/** By canonical metric, then place: the one measurement that counts. */
export type BestMeasurements = ReadonlyMap<MetricKey, ReadonlyMap<MeasuredPlace, Measurement>>;

/** [Q1] The newest period's end, then the larger n, then the greater id; a segment's never stands in for the whole. */
export function bestMeasurements(measurements: readonly Measurement[], segment: Segment): BestMeasurements {
  const best = new Map<MetricKey, Map<MeasuredPlace, Measurement>>();
  for (const measurement of measurements) {
    const { personaId, channel } = measurement.segment ?? {};
    if (personaId !== segment.personaId || channel !== segment.channel) continue;
    if (distributionOf(measurement) === undefined) continue;
    const metric = canonicalMetric(measurement.metric);
    const byPlace = best.get(metric) ?? new Map<MeasuredPlace, Measurement>();
    best.set(metric, byPlace);
    const place = placeOf(measurement);
    const known = byPlace.get(place);
    if (known === undefined || isBetter(measurement, known)) byPlace.set(place, measurement);
  }
  return best;
}

function isBetter(a: Measurement, b: Measurement): boolean {
  const endA = a.period?.to ?? '';
  const endB = b.period?.to ?? '';
  if (endA !== endB) return endA > endB;
  if ((a.n ?? 0) !== (b.n ?? 0)) return (a.n ?? 0) > (b.n ?? 0);
  return a.id > b.id;
}

function placeOf({ on }: Measurement): MeasuredPlace {
  if ('stepId' in on) return on.stepId;
  if ('nodeId' in on) return on.nodeId;
  if ('poolId' in on) return on.poolId;
  return 'map';
}

const atNode = (best: BestMeasurements, metric: MetricKey, node: ServiceNode): Measurement | undefined =>
  best.get(metric)?.get(node.id) ??
  (node.poolId === undefined ? undefined : best.get(metric)?.get(node.poolId));

/**
 * [Q2] A step's own measurement, else those of its nodes (or their pools) by visits; and the map's.
 * Waits belong to the step at which the node's wait is shown, everything else to the node's own step.
 */
function placesOf(
  map: JourneyMap,
  metric: MetricKey,
  best: BestMeasurements,
  ofNode: NodeLookup,
): ReadonlyMap<InputPlace, readonly InputValue[]> {
  const known = metricOf(map, metric);
  const feltAsWait = known?.feltAsWait === true;
  const canAbandon = feltAsWait && known.unit === 'seconds';
  const places = new Map<InputPlace, readonly InputValue[]>();
  for (const node of map.nodes) {
    const measurement = ofNode(metric, node);
    if (measurement === undefined) continue;
    const stepId = feltAsWait ? (node.waitShownAt ?? node.stepId) : node.stepId;
    const value = inputValue(map, measurement, {
      weight: meanOf(ofNode('volume', node)) ?? 1,
      abandoned: canAbandon ? ofNode('abandonment', node) : undefined,
      node,
    });
    places.set(stepId, [...(places.get(stepId) ?? []), value]);
  }
  for (const [place, measurement] of best.get(metric) ?? []) {
    if (!isInputPlace(place)) continue;
    const abandoned = canAbandon ? best.get('abandonment')?.get(place) : undefined;
    places.set(place, [inputValue(map, measurement, { weight: 1, abandoned })]);
  }
  return places;
}

const isInputPlace = (place: MeasuredPlace): place is InputPlace =>
  place === 'map' || place.startsWith('step_');

function inputValue(
  map: JourneyMap,
  measurement: Measurement,
  about: { weight: number; abandoned: Measurement | undefined; node?: ServiceNode },
): InputValue {
  const channel = measurement.segment?.channel ?? about.node?.channel;
  const abandonedShare = meanOf(about.abandoned);
  return {
    // Precondition of the caller: best measurements hold a value.
    distribution: {
      ...distributionOf(measurement)!,
      ...(abandonedShare === undefined ? {} : { abandonedShare }),
    },
    weight: about.weight,
    ...(channel === undefined ? {} : { channel }),
    origin: { kind: 'measurement', id: measurement.id },
    uncertain: uncertain(map, measurement),
    ...(about.abandoned === undefined ? {} : { uncertainAbandonment: uncertain(map, about.abandoned) }),
  };
}

/** How sure a number is hangs on itself alone, but for metrics that the catalogue does not have and for parts of a mix. */
const uncertainOf = new WeakMap<Measurement, Uncertain>();

function uncertain(map: JourneyMap, measurement: Measurement): Uncertain {
  const estimator = catalogueMetric(measurement.metric)?.estimator;
  const isOwn = map.metrics.some(({ id }) => id === measurement.metric);
  if (isOwn || estimator === undefined || estimator === 'mix') return makeUncertain(map, measurement);
  const made = uncertainOf.get(measurement) ?? makeUncertain(map, measurement);
  uncertainOf.set(measurement, made);
  return made;
}

function makeUncertain(map: JourneyMap, measurement: Measurement): Uncertain {
  const posterior = posteriorIn(map, measurement)!;
  return { key: measurement.id, quantile: (share) => posterior.quantile(share) };
}

function meanOf(measurement: Measurement | undefined): number | undefined {
  const distribution = measurement && distributionOf(measurement);
  return distribution && meanValue(distribution);
}

/** Contacts per day where a step's own volume, or that of every node it shows, was counted. */
function measuredVolumes(
  map: JourneyMap,
  best: BestMeasurements,
  ofNode: NodeLookup,
): ReadonlyMap<StepId, number> {
  const volumes = new Map<StepId, number>();
  for (const { id } of map.steps) {
    const own = map.nodes.filter((node) => node.stepId === id);
    const nodes = own.length > 0 ? own : map.nodes.filter((node) => node.waitShownAt === id);
    const ofNodes = nodes.map((node) => meanOf(ofNode('volume', node)));
    const volume =
      meanOf(best.get('volume')?.get(id)) ??
      (ofNodes.length > 0 && ofNodes.every((each) => each !== undefined)
        ? ofNodes.reduce((sum, each) => sum + each, 0)
        : undefined);
    if (volume !== undefined) volumes.set(id, volume);
  }
  return volumes;
}
