import type { Logger } from 'pino';
import type { Admission } from '../access/admission.ts';
import type { Audit } from '../access/audit.ts';
import type { Links } from '../access/links.ts';
import type { Membership } from '../access/membership.ts';
import type { People } from '../access/people.ts';
import type { TicketSigner } from '../access/ticketSigner.ts';
import type { Bus } from '../bus/bus.ts';
import type { Database } from '../storage/database.ts';
import type { MapSearch } from '../search/mapSearch.ts';
import type { JoinCodes } from '../session/joinCodes.ts';
import type { Leases } from '../session/leases.ts';
import type { MapStore } from '../storage/mapStore.ts';
import type { PictureStore } from '../storage/pictureStore.ts';
import type { VersionStore } from '../storage/versionStore.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { Visitors } from './visitor.ts';

/** What the routes work with. One of each per process, put together in startServer.ts. */
export interface Services {
  readonly database: Database;
  readonly people: People;
  readonly visitors: Visitors;
  readonly membership: Membership;
  readonly links: Links;
  readonly maps: MapStore;
  readonly versions: VersionStore;
  readonly pictures: PictureStore;
  readonly search: MapSearch;
  readonly leases: Leases;
  readonly codes: JoinCodes;
  readonly admission: Admission;
  readonly audit: Audit;
  readonly limits: Limits;
  readonly signer: TicketSigner;
  readonly rooms: Rooms;
  readonly bus: Bus;
  readonly log: Logger;
  readonly now: () => number;
}

export interface Limits {
  /** Of all maps of a workspace together. */
  readonly workspaceBytes: number;
  readonly documentBytes: number;
  /** Of a request that carries a whole document. */
  readonly uploadBytes: number;
  readonly mapsPerWorkspace: number;
  readonly pictureBytesPerMap: number;
}
