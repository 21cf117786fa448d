import { describe, expect, it } from 'vitest';
import type { LaneRole } from '../map/lane.ts';
import { blueprintLines, laneGroups } from './blueprintLines.ts';

const lanes = (...roles: LaneRole[]) => roles.map((role) => ({ role }));

describe('the lines of a blueprint', () => {
  it('[Q13] stand between the bands, evidence counts as customer', () => {
    expect(blueprintLines(lanes('evidence', 'customer', 'frontstage', 'backstage', 'support'))).toEqual([
      { above: 1, below: 2, kinds: ['interaction'] },
      { above: 2, below: 3, kinds: ['visibility'] },
      { above: 3, below: 4, kinds: ['internalInteraction'] },
    ]);
  });

  it('[Q13] are one line with all labels where a band is missing', () => {
    expect(blueprintLines(lanes('customer', 'backstage'))).toEqual([
      { above: 0, below: 1, kinds: ['interaction', 'visibility'] },
    ]);
    expect(blueprintLines(lanes('customer', 'support'))[0]?.kinds).toHaveLength(3);
  });

  it('[Q13] a lane without a role belongs to the nearest lane above that has one', () => {
    expect(laneGroups(lanes('none', 'frontstage', 'none', 'support', 'none'))).toEqual([
      'customer',
      'frontstage',
      'frontstage',
      'support',
      'support',
    ]);
  });

  it('[Q13] a band that comes again below gets no second line', () => {
    expect(blueprintLines(lanes('customer', 'backstage', 'customer', 'backstage', 'support'))).toEqual([
      { above: 0, below: 1, kinds: ['interaction', 'visibility'] },
      { above: 3, below: 4, kinds: ['internalInteraction'] },
    ]);
  });
});
