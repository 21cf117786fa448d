import type { Channel } from '../map/channel.ts';
import type { LeverId, MeasurementId, NodeId, StepId } from '../map/ids.ts';
import type { MetricKey } from '../map/metric.ts';
import type { Distribution } from './distribution.ts';

/**
 * Everything the scores are made of: values per metric and place, whether measured, simulated or shifted by a plan.
 * A scorecard does not know which; it only passes on `origin`.
 */
export interface ScoreInputs {
  /** By canonical metric, then place. */
  readonly values: ReadonlyMap<MetricKey, ReadonlyMap<InputPlace, readonly InputValue[]>>;
  /** Contacts per day at the steps, and where the figures come from; steps that nobody counted are left out. */
  readonly volumes: readonly VolumeColumn[];
}

export type InputPlace = StepId | 'map';

/** One contribution to a metric at a place; a step served by several nodes has one for each. */
export interface InputValue {
  readonly distribution: Distribution;
  /** Relative to the other contributions at the place, such as visits of the node. */
  readonly weight: number;
  readonly channel?: Channel;
  readonly origin: InputOrigin;
  /** How sure the mean of the values is; left out: known exactly, or drawn already by whoever computed it. */
  readonly uncertain?: Uncertain;
  readonly uncertainAbandonment?: Uncertain;
}

/** A number that is not known for sure. */
export interface Uncertain {
  /** The same key is drawn alike wherever it stands, in a baseline and in a plan. */
  readonly key: string;
  /** The value that a share of all draws lies below. */
  readonly quantile: (share: number) => number;
}

export type InputOrigin =
  | { readonly kind: 'measurement'; readonly id: MeasurementId }
  | { readonly kind: 'simulated'; readonly nodeId?: NodeId }
  | { readonly kind: 'plan'; readonly leverIds: readonly LeverId[]; readonly base?: InputOrigin };

/** Columns are tried in order: the first that has every scored step decides the weights of the steps. */
export interface VolumeColumn {
  readonly kind: 'measured' | 'simulated';
  readonly perDay: ReadonlyMap<StepId, number>;
}
