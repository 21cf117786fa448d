import type { LaneKind } from '../../../model/map/lane.ts';
import type { NewCard } from '../../../model/sharedMap/commands/command.ts';

/** What a card starts with in a lane of a kind: the facts that this kind shows, in the middle of their range. */
export function newCardFor(kind: LaneKind | undefined): NewCard {
  switch (kind) {
    case 'painPoints':
      return { painPoint: { severity: 3 } };
    case 'opportunities':
    case 'solutions':
      return { opportunity: { impact: 3, effort: 3, ownerName: '', status: 'idea' } };
    case 'touchpoints':
      return { touchpoint: { channel: 'web' } };
    case 'arc':
      return { arc: 3 };
    case 'time':
      return { seconds: 60 };
    default:
      return {};
  }
}
