import type { LaneId } from '../map/ids.ts';
import type { Lane, LaneRole } from '../map/lane.ts';

/** The four bands of a service blueprint, from the customer down. Evidence counts as customer. */
export const blueprintGroups = ['customer', 'frontstage', 'backstage', 'support'] as const;
export type BlueprintGroup = (typeof blueprintGroups)[number];

/** The lines between neighbouring bands, in the same order. */
export const blueprintLineKinds = ['interaction', 'visibility', 'internalInteraction'] as const;
export type BlueprintLineKind = (typeof blueprintLineKinds)[number];

export interface LinePlace {
  /** Indexes of the lanes above and below. */
  readonly above: number;
  readonly below: number;
  /** More than one where a band between is missing. */
  readonly kinds: readonly BlueprintLineKind[];
}

/** [Q13] The lines of a blueprint: derived from the roles of the lanes, never placed by hand, so they cannot drift. */
export function blueprintLines(lanes: readonly Pick<Lane, 'role'>[]): readonly LinePlace[] {
  const groups = laneGroups(lanes);
  const places: LinePlace[] = [];
  let deepest = depth(groups[0] ?? 'customer');
  for (let i = 1; i < groups.length; i++) {
    const here = depth(groups[i] ?? 'customer');
    if (here <= deepest) continue;
    places.push({ above: i - 1, below: i, kinds: blueprintLineKinds.slice(deepest, here) });
    deepest = here;
  }
  return places;
}

/** The band of each lane: its role's, or without a role that of the nearest lane with one above. */
export function laneGroups(lanes: readonly Pick<Lane, 'role'>[]): readonly BlueprintGroup[] {
  let group: BlueprintGroup = 'customer';
  return lanes.map((lane) => {
    group = groupOfRole(lane.role) ?? group;
    return group;
  });
}

/** Lanes of a band that comes again below a deeper one: no second line is drawn for them, `check` reports them. */
export function lanesOutOfOrder(lanes: readonly Lane[]): readonly LaneId[] {
  const groups = laneGroups(lanes);
  let deepest = 0;
  return lanes.flatMap((lane, i) => {
    const here = depth(groups[i] ?? 'customer');
    const again = here < deepest && lane.role !== 'none';
    deepest = Math.max(deepest, here);
    return again ? [lane.id] : [];
  });
}

const depth = (group: BlueprintGroup): number => blueprintGroups.indexOf(group);

function groupOfRole(role: LaneRole): BlueprintGroup | undefined {
  if (role === 'none') return undefined;
  return role === 'evidence' ? 'customer' : role;
}
