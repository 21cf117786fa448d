import { randomInt } from 'node:crypto';
import type { MapId } from '../../model/map/ids.ts';
import { joinCodeLength, joinCodeLetters } from '../../model/protocol/session.ts';
import { hashSecret } from '../access/secrets.ts';
import { type Database, row } from '../storage/database.ts';

/**
 * Codes that are short enough to be read aloud, for the time of one session. Whoever gives one in becomes a participant
 * of the map until the session ends; a code for one person makes one participant, whatever is cleared in a browser.
 */
export interface JoinCodes {
  /** For everybody; the one before opens nothing any more. Who is in stays in. */
  replace(mapId: MapId): Promise<string>;
  /** For one person each, beside those that were made before. */
  addForOne(mapId: MapId, count: number): Promise<string[]>;
  /** Whether there is such a code, used or not. */
  isKnown(code: string): Promise<boolean>;
  /** The map whose session the person is in now; undefined when the code opens nothing (any more) for this person. */
  redeem(code: string, personId: string): Promise<MapId | undefined>;
  /** Whether the person came with a code of their own. */
  hasOwnCode(mapId: MapId, personId: string): Promise<boolean>;
  ownCodesUsed(mapId: MapId): Promise<number>;
  /** The session is over: codes and participants go. */
  end(mapId: MapId): Promise<void>;
}

export function joinCodes(database: Database): JoinCodes {
  const insert = `INSERT INTO join_codes (hash, map, for_one) VALUES ($1, $2, $3)`;
  return {
    replace: (mapId) =>
      database.transaction(async (queries) => {
        const code = newCode();
        await queries.run('DELETE FROM join_codes WHERE map = $1 AND for_one = 0', [mapId]);
        await queries.run(insert, [hashSecret(code), mapId, 0]);
        return code;
      }, `codes ${mapId}`),
    addForOne: (mapId, count) =>
      database.transaction(async (queries) => {
        const codes = Array.from({ length: count }, newCode);
        for (const code of codes) await queries.run(insert, [hashSecret(code), mapId, 1]);
        return codes;
      }, `codes ${mapId}`),
    isKnown: async (code) =>
      (await row(database, 'SELECT 1 AS one FROM join_codes WHERE hash = $1', [hashSecret(code)])) !==
      undefined,
    redeem: (code, personId) =>
      database.transaction(async (queries) => {
        const hash = hashSecret(code);
        // Given in again by the same person (a lost answer, another tab) it holds.
        const taken = await queries.run(
          'UPDATE join_codes SET used_by = $1 WHERE hash = $2 AND (for_one = 0 OR used_by IS NULL OR used_by = $1)',
          [personId, hash],
        );
        if (taken === 0) return undefined;
        const found = await row<{ map: MapId; for_one: number }>(
          queries,
          'SELECT map, for_one FROM join_codes WHERE hash = $1',
          [hash],
        );
        if (found === undefined) return undefined;
        await queries.run(
          `INSERT INTO participants (map, person, own_code) VALUES ($1, $2, $3)
           ON CONFLICT (map, person) DO UPDATE SET own_code = CASE excluded.own_code WHEN 1 THEN 1 ELSE participants.own_code END`,
          [found.map, personId, found.for_one],
        );
        return found.map;
      }),
    hasOwnCode: async (mapId, personId) =>
      (await row(
        database,
        'SELECT 1 AS one FROM participants WHERE map = $1 AND person = $2 AND own_code = 1',
        [mapId, personId],
      )) !== undefined,
    ownCodesUsed: async (mapId) =>
      (await row<{ count: number }>(
        database,
        'SELECT CAST(count(*) AS INTEGER) AS count FROM participants WHERE map = $1 AND own_code = 1',
        [mapId],
      ))!.count,
    end: (mapId) =>
      database.transaction(async (queries) => {
        await queries.run('DELETE FROM join_codes WHERE map = $1', [mapId]);
        await queries.run('DELETE FROM participants WHERE map = $1', [mapId]);
      }, `codes ${mapId}`),
  };
}

function newCode(): string {
  return Array.from({ length: joinCodeLength }, () =>
    joinCodeLetters.charAt(randomInt(joinCodeLetters.length)),
  ).join('');
}
