import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { LaneKind } from '../../../model/map/lane.ts';

/** The kinds of lane as a person is offered them, from the customer down to what stands behind. */
export const laneKindNames: Readonly<Record<LaneKind, MessageDescriptor>> = {
  evidence: msg`Evidence: what customers see`,
  customerActions: msg`Customer actions`,
  thoughts: msg`Thoughts and quotes`,
  touchpoints: msg`Touchpoints`,
  emotion: msg`Emotion curve`,
  arc: msg`Arc of tension`,
  painPoints: msg`Pain points`,
  frontstagePeople: msg`Frontstage people`,
  frontstageTechnology: msg`Frontstage technology`,
  backstagePeople: msg`Backstage people`,
  backstageTechnology: msg`Backstage technology`,
  support: msg`Support`,
  policy: msg`Policies`,
  opportunities: msg`Opportunities`,
  solutions: msg`Solutions`,
  metrics: msg`Metrics`,
  time: msg`Time`,
  images: msg`Pictures`,
  notes: msg`Notes`,
  text: msg`Plain text`,
};

/** The title a new lane starts with. */
export const laneTitles: Readonly<Record<LaneKind, MessageDescriptor>> = {
  ...laneKindNames,
  evidence: msg`Evidence`,
  thoughts: msg`Thoughts`,
  emotion: msg`Emotion`,
  arc: msg`Tension`,
  text: msg`Text`,
};
