import type { MapId } from '../../model/map/ids.ts';
import type { ChangeLinkRequest, CreateLinkRequest, LinkInfo } from '../../model/protocol/api.ts';
import type { Role } from '../../model/protocol/roles.ts';
import { type Database, row } from '../storage/database.ts';
import { hashPassword, hashSecret, newSecret, newServerId } from './secrets.ts';

/** Links to maps and workspaces: a secret of 128 bits each, one role, revocable at any time. */
export interface Links {
  create(target: LinkTarget, request: CreateLinkRequest): Promise<{ link: LinkInfo; secret: string }>;
  list(target: LinkTarget): Promise<LinkInfo[]>;
  /** Raises the grant version, so that tickets issued before are renewed. Undefined when there is no such link. */
  change(target: LinkTarget, linkId: string, change: ChangeLinkRequest): Promise<LinkInfo | undefined>;
  revoke(target: LinkTarget, linkId: string): Promise<boolean>;
  bySecret(secret: string): Promise<StoredLink | undefined>;
  byId(linkId: string): Promise<StoredLink | undefined>;
  used(linkId: string): Promise<void>;
}

export type LinkTarget = { readonly map: MapId } | { readonly workspace: string };

export interface StoredLink {
  readonly id: string;
  readonly target: LinkTarget;
  readonly role: Role;
  readonly withComments: boolean;
  readonly passwordHash: string | undefined;
  readonly expiresAt: number | undefined;
  readonly isRevoked: boolean;
  readonly grant: number;
}

export function links(database: Database, now: () => number): Links {
  const find = async (column: 'id' | 'hash', value: string): Promise<LinkRow | undefined> =>
    row<LinkRow>(database, `SELECT * FROM links WHERE ${column} = $1`, [value]);
  const columnOf = (target: LinkTarget) =>
    'map' in target ? (['map', target.map] as const) : (['workspace', target.workspace] as const);

  return {
    create: async (target, request) => {
      const secret = newSecret();
      const id = newServerId('link');
      await database.run(
        `INSERT INTO links (id, hash, map, workspace, role, label, with_comments, password_hash, expires_at,
           created_at, grant_version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)`,
        [
          id,
          hashSecret(secret),
          'map' in target ? target.map : null,
          'workspace' in target ? target.workspace : null,
          request.role,
          request.label ?? '',
          request.withComments === true ? 1 : 0,
          request.password === undefined ? null : await hashPassword(request.password),
          request.expiresAt ?? null,
          now(),
        ],
      );
      return { link: infoOf((await find('id', id))!), secret };
    },
    list: async (target) => {
      const [column, value] = columnOf(target);
      const found = await database.rows<LinkRow>(
        `SELECT * FROM links WHERE ${column} = $1 ORDER BY created_at, id`,
        [value],
      );
      return found.map(infoOf);
    },
    change: async (target, linkId, change) => {
      const [column, value] = columnOf(target);
      const before = await row<LinkRow>(database, `SELECT * FROM links WHERE id = $1 AND ${column} = $2`, [
        linkId,
        value,
      ]);
      if (before === undefined) return undefined;
      const { password } = change;
      await database.run(
        `UPDATE links SET label = $1, with_comments = $2, password_hash = $3, expires_at = $4,
           grant_version = grant_version + 1 WHERE id = $5`,
        [
          change.label ?? before.label,
          change.withComments === undefined ? before.with_comments : Number(change.withComments),
          password === undefined
            ? before.password_hash
            : password === null
              ? null
              : await hashPassword(password),
          change.expiresAt === undefined ? before.expires_at : change.expiresAt,
          linkId,
        ],
      );
      return infoOf((await find('id', linkId))!);
    },
    revoke: async (target, linkId) => {
      const [column, value] = columnOf(target);
      const changed = await database.run(
        `UPDATE links SET revoked_at = $1, grant_version = grant_version + 1
         WHERE id = $2 AND ${column} = $3 AND revoked_at IS NULL`,
        [now(), linkId, value],
      );
      return changed > 0;
    },
    bySecret: async (secret) => storedOf(await find('hash', hashSecret(secret))),
    byId: async (linkId) => storedOf(await find('id', linkId)),
    used: async (linkId) => {
      await database.run('UPDATE links SET used_at = $1 WHERE id = $2', [now(), linkId]);
    },
  };
}

interface LinkRow {
  readonly id: string;
  readonly map: MapId | null;
  readonly workspace: string | null;
  readonly role: Role;
  readonly label: string;
  readonly with_comments: number;
  readonly password_hash: string | null;
  readonly expires_at: number | null;
  readonly created_at: number;
  readonly revoked_at: number | null;
  readonly used_at: number | null;
  readonly grant_version: number;
}

function infoOf(found: LinkRow): LinkInfo {
  return {
    id: found.id,
    role: found.role,
    label: found.label,
    withComments: found.with_comments === 1,
    hasPassword: found.password_hash !== null,
    expiresAt: found.expires_at,
    createdAt: found.created_at,
    revokedAt: found.revoked_at,
    usedAt: found.used_at,
  };
}

function storedOf(found: LinkRow | undefined): StoredLink | undefined {
  if (found === undefined) return undefined;
  return {
    id: found.id,
    target: found.map === null ? { workspace: found.workspace! } : { map: found.map },
    role: found.role,
    withComments: found.with_comments === 1,
    passwordHash: found.password_hash ?? undefined,
    expiresAt: found.expires_at ?? undefined,
    isRevoked: found.revoked_at !== null,
    grant: found.grant_version,
  };
}
