import type { MapId } from '../../model/map/ids.ts';
import { leaseMs, type LeaseAnswer } from '../../model/protocol/session.ts';
import { type Database, databaseNow, row } from '../storage/database.ts';

/**
 * The facilitator lease: one row per map, taken by compare-and-set, timed by the database's clock, so that two people
 * never both run a session, over all processes. The term counts up with every change of hands.
 */
export interface Leases {
  /** Undefined when somebody else holds it (and `byForce` is not given: an owner takes it in any case). */
  take(mapId: MapId, person: Holder, byForce: boolean): Promise<LeaseAnswer | undefined>;
  /** The three below answer undefined when the term is over. */
  keep(mapId: MapId, personId: string, term: number): Promise<LeaseAnswer | undefined>;
  release(mapId: MapId, personId: string, term: number): Promise<LeaseAnswer | undefined>;
  give(mapId: MapId, personId: string, term: number, to: Holder): Promise<LeaseAnswer | undefined>;
}

export interface Holder {
  readonly id: string;
  readonly name: string;
}

export function leases(database: Database): Leases {
  const now = databaseNow[database.kind];
  const answer = `RETURNING term, person AS "personId", person_name AS "personName", expires_at AS "expiresAt"`;
  return {
    take: (mapId, person, byForce) =>
      row<LeaseAnswer>(
        database,
        `INSERT INTO leases (map, person, person_name, term, expires_at) VALUES ($1, $2, $3, 1, ${now} + ${leaseMs})
         ON CONFLICT (map) DO UPDATE SET person = excluded.person, person_name = excluded.person_name,
           term = leases.term + 1, expires_at = excluded.expires_at
         WHERE leases.expires_at <= ${now} OR leases.person = excluded.person OR $4 = 1 ${answer}`,
        [mapId, person.id, person.name, byForce ? 1 : 0],
      ),
    keep: (mapId, personId, term) =>
      row<LeaseAnswer>(
        database,
        `UPDATE leases SET expires_at = ${now} + ${leaseMs} WHERE map = $1 AND person = $2 AND term = $3 ${answer}`,
        [mapId, personId, term],
      ),
    release: (mapId, personId, term) =>
      row<LeaseAnswer>(
        database,
        `UPDATE leases SET expires_at = 0, person_name = '' WHERE map = $1 AND person = $2 AND term = $3 ${answer}`,
        [mapId, personId, term],
      ),
    give: (mapId, personId, term, to) =>
      row<LeaseAnswer>(
        database,
        `UPDATE leases SET person = $4, person_name = $5, term = term + 1, expires_at = ${now} + ${leaseMs}
         WHERE map = $1 AND person = $2 AND term = $3 ${answer}`,
        [mapId, personId, term, to.id, to.name],
      ),
  };
}
