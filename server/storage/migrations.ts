import type { Database } from './database.ts';

/**
 * The database's tables, as steps that are never edited after a release. Types are those of PostgreSQL; SQLite takes
 * them as hints. Times are milliseconds since 1970, flags 0 or 1, secrets only hashes.
 */
const migrations: readonly string[][] = [
  [
    `CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)`,
    `CREATE TABLE persons (
       id TEXT PRIMARY KEY, name TEXT NOT NULL, subject TEXT UNIQUE, administrator INTEGER NOT NULL DEFAULT 0,
       created_at BIGINT NOT NULL)`,
    `CREATE TABLE sessions (
       hash TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES persons(id) ON DELETE CASCADE,
       created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL)`,
    `CREATE TABLE workspaces (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at BIGINT NOT NULL)`,
    `CREATE TABLE workspace_members (
       workspace TEXT NOT NULL REFERENCES workspaces(id) ON DELETE CASCADE,
       person TEXT NOT NULL REFERENCES persons(id) ON DELETE CASCADE,
       role TEXT NOT NULL, since BIGINT NOT NULL, PRIMARY KEY (workspace, person))`,
    `CREATE INDEX workspace_members_person ON workspace_members (person)`,
    `CREATE TABLE maps (
       id TEXT PRIMARY KEY, workspace TEXT NOT NULL REFERENCES workspaces(id), title TEXT NOT NULL,
       language TEXT NOT NULL, owner_key TEXT, created_at BIGINT NOT NULL, deleted_at BIGINT)`,
    `CREATE INDEX maps_workspace ON maps (workspace)`,
    `CREATE TABLE map_members (
       map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
       person TEXT NOT NULL REFERENCES persons(id) ON DELETE CASCADE,
       role TEXT NOT NULL, since BIGINT NOT NULL, PRIMARY KEY (map, person))`,
    `CREATE INDEX map_members_person ON map_members (person)`,
    `CREATE TABLE documents (
       name TEXT PRIMARY KEY, map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE, epoch INTEGER NOT NULL,
       head BIGINT NOT NULL, tail_bytes BIGINT NOT NULL, changed_at BIGINT NOT NULL)`,
    `CREATE INDEX documents_map ON documents (map)`,
    `CREATE TABLE updates (
       document TEXT NOT NULL REFERENCES documents(name) ON DELETE CASCADE, sequence BIGINT NOT NULL,
       person TEXT NOT NULL, at BIGINT NOT NULL, bytes BYTEA NOT NULL, PRIMARY KEY (document, sequence))`,
    `CREATE TABLE snapshots (
       document TEXT PRIMARY KEY REFERENCES documents(name) ON DELETE CASCADE, sequence BIGINT NOT NULL,
       state BYTEA NOT NULL)`,
    `CREATE TABLE versions (
       id TEXT PRIMARY KEY, map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE, kind TEXT NOT NULL,
       label TEXT NOT NULL, person_name TEXT NOT NULL, sequence BIGINT NOT NULL, at BIGINT NOT NULL,
       state BYTEA NOT NULL)`,
    `CREATE INDEX versions_map ON versions (map, at)`,
    `CREATE TABLE links (
       id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, map TEXT REFERENCES maps(id) ON DELETE CASCADE,
       workspace TEXT REFERENCES workspaces(id) ON DELETE CASCADE, role TEXT NOT NULL, label TEXT NOT NULL,
       with_comments INTEGER NOT NULL, password_hash TEXT, expires_at BIGINT, created_at BIGINT NOT NULL,
       revoked_at BIGINT, used_at BIGINT, grant_version INTEGER NOT NULL)`,
    `CREATE INDEX links_map ON links (map)`,
    `CREATE TABLE audit (
       at BIGINT NOT NULL, person TEXT NOT NULL, action TEXT NOT NULL, target TEXT NOT NULL, detail TEXT NOT NULL)`,
    `CREATE INDEX audit_target ON audit (target, at)`,
    `CREATE TABLE search_terms (
       map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE, term TEXT NOT NULL, PRIMARY KEY (map, term))`,
    `CREATE INDEX search_terms_term ON search_terms (term)`,
    `CREATE TABLE search_texts (map TEXT PRIMARY KEY REFERENCES maps(id) ON DELETE CASCADE, text TEXT NOT NULL)`,
  ],
  [
    `CREATE TABLE leases (
       map TEXT PRIMARY KEY REFERENCES maps(id) ON DELETE CASCADE, person TEXT NOT NULL, person_name TEXT NOT NULL,
       term INTEGER NOT NULL, expires_at BIGINT NOT NULL)`,
    `CREATE TABLE votes (
       map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE, block TEXT NOT NULL, person TEXT NOT NULL,
       target TEXT NOT NULL, points INTEGER NOT NULL, PRIMARY KEY (map, block, person, target))`,
  ],
  [
    `CREATE TABLE pictures (
       map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE, hash TEXT NOT NULL, mime TEXT NOT NULL,
       size BIGINT NOT NULL, at BIGINT NOT NULL, unused_since BIGINT, bytes BYTEA NOT NULL, PRIMARY KEY (map, hash))`,
  ],
  [
    `CREATE TABLE join_codes (
       hash TEXT PRIMARY KEY, map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE, for_one INTEGER NOT NULL,
       used_by TEXT)`,
    `CREATE INDEX join_codes_map ON join_codes (map)`,
    `CREATE TABLE participants (
       map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
       person TEXT NOT NULL REFERENCES persons(id) ON DELETE CASCADE, own_code INTEGER NOT NULL,
       PRIMARY KEY (map, person))`,
  ],
];

/** Every table but the schema's version, parents before children: the order in which a backup is restored. */
export const tables = [
  'settings',
  'persons',
  'sessions',
  'workspaces',
  'workspace_members',
  'maps',
  'map_members',
  'documents',
  'updates',
  'snapshots',
  'versions',
  'links',
  'audit',
  'search_terms',
  'search_texts',
  'leases',
  'votes',
  'pictures',
  'join_codes',
  'participants',
] as const;

export const newestSchema = migrations.length;

/** Brings the tables to the newest state. A database of a newer release is refused untouched. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (queries) => {
    await queries.run('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
    const found = (await queries.rows<{ version: number }>('SELECT version FROM schema_version'))[0]?.version;
    if (found !== undefined && found > newestSchema)
      throw new Error(
        `The database has schema ${found}, this release knows ${newestSchema}. Start the newer release, or restore a backup made before the upgrade.`,
      );
    for (const statements of migrations.slice(found ?? 0))
      for (const statement of statements) await queries.run(statement);
    if (found === undefined) await queries.run('INSERT INTO schema_version VALUES ($1)', [newestSchema]);
    else await queries.run('UPDATE schema_version SET version = $1', [newestSchema]);
  }, 'migrate');
}
