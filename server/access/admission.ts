import type { MapId } from '../../model/map/ids.ts';
import type { CloseReason } from '../../model/protocol/closeCodes.ts';
import { type DocumentKind, parseDocumentName } from '../../model/protocol/documentNames.ts';
import { may, mayReadTalk, type Role } from '../../model/protocol/roles.ts';
import type { TicketClaims } from '../../model/protocol/tickets.ts';
import type { MapStore } from '../storage/mapStore.ts';
import type { Links, StoredLink } from './links.ts';
import type { Membership } from './membership.ts';

/** Decides who may open a document, when a ticket is issued, at every connect, and whenever access changes. */
export interface Admission {
  /** Undefined when the ticket still holds; else why not. */
  whyNot(claims: TicketClaims): Promise<CloseReason | undefined>;
}

export function mayOpen(kind: DocumentKind, role: Role, withComments: boolean): boolean {
  if (kind === 'talk') return mayReadTalk(role, withComments);
  return may(role, kind === 'map' ? 'readMap' : 'readSession');
}

export function isOpen(link: StoredLink, now: number): boolean {
  return !link.isRevoked && (link.expiresAt === undefined || link.expiresAt > now);
}

export function admission(
  maps: MapStore,
  links: Links,
  membership: Membership,
  now: () => number,
): Admission {
  const whyNotLink = async (claims: TicketClaims, linkId: string, mapId: MapId) => {
    const link = await links.byId(linkId);
    if (link === undefined || !('map' in link.target) || link.target.map !== mapId || !isOpen(link, now()))
      return 'accessWithdrawn';
    // The link was changed: a new ticket tells whether its bearer still comes in (there may be a password now).
    return link.grant === claims.grant ? undefined : 'ticketExpired';
  };
  const whyNotMember = async (claims: TicketClaims, mapId: MapId) => {
    const role = await membership.roleOnMap(claims.person.id, mapId);
    if (role === undefined) return 'accessWithdrawn';
    return role === claims.role ? undefined : 'ticketExpired';
  };

  return {
    whyNot: async (claims) => {
      const address = parseDocumentName(claims.document);
      if (address === undefined) return 'noAccess';
      const map = await maps.find(address.mapId);
      if (map === undefined || map.isTrashed) return 'noSuchMap';
      if (address.kind === 'map' && map.epoch !== claims.epoch) return 'epochDiffers';
      return claims.link === undefined
        ? whyNotMember(claims, address.mapId)
        : whyNotLink(claims, claims.link, address.mapId);
    },
  };
}
