import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../../model/result.ts';
import type { Database, Queries, SqlValue } from './database.ts';
import { migrate, newestSchema, tables } from './migrations.ts';
import { readTarGz, writeTarGz } from './tarGz.ts';

/**
 * A backup is a tar.gz of all tables as lines of JSON, the same for both databases: what was saved from the embedded
 * database can be restored to PostgreSQL. It is one moment of the data, also while the server goes on.
 */
export async function backupTo(path: string, database: Database, at: number): Promise<{ rows: number }> {
  const archive = writeTarGz(path);
  try {
    let rows = 0;
    await database.reading(async (queries) => {
      await archive.add(
        'manifest.json',
        Buffer.from(JSON.stringify({ throughline: 1, schema: newestSchema, at })),
      );
      for (const table of tables)
        for (let from = 0, part = 0; ; part++) {
          const found = await queries.rows<Row>(
            `SELECT * FROM ${table} ORDER BY ${await keyOf(queries, table)} LIMIT ${rowsPerPart(table)} OFFSET ${from}`,
          );
          if (found.length === 0) break;
          const lines = found.map((row) => `${JSON.stringify(encoded(row))}\n`);
          await archive.add(`${table}/${String(part).padStart(6, '0')}.jsonl`, Buffer.from(lines.join('')));
          from += found.length;
          rows += found.length;
        }
    });
    await archive.end();
    return { rows };
  } catch (error) {
    // Nothing half-written is left.
    await rm(path, { force: true });
    throw error;
  }
}

export type RestoreError =
  | { readonly type: 'NotABackup'; readonly detail: string }
  | { readonly type: 'NewerBackup'; readonly found: number; readonly newest: number }
  | { readonly type: 'NotEmpty' };

/** Into an empty database, all or nothing. */
export async function restoreFrom(
  path: string,
  database: Database,
): Promise<Result<{ rows: number }, RestoreError>> {
  let rows = 0;
  try {
    await migrate(database);
    await database.transaction(async (queries) => {
      if ((await queries.rows('SELECT id FROM workspaces LIMIT 1')).length > 0)
        throw new Stop({ type: 'NotEmpty' });
      // What migrating put there, as nothing else can be.
      await queries.run('DELETE FROM settings');
      let isFirst = true;
      for await (const { name, content } of readTarGz(path, mostPartBytes)) {
        if (isFirst) checkManifest(name, content);
        else rows += await restorePart(queries, name, content);
        isFirst = false;
      }
      if (isFirst) throw new Error('the archive is empty');
    });
    return ok({ rows });
  } catch (error) {
    if (error instanceof Stop) return err(error.reason);
    return err({ type: 'NotABackup', detail: error instanceof Error ? error.message : String(error) });
  }
}

type Row = Readonly<Record<string, SqlValue>>;

/** Rows with whole documents are written one by one, so that a backup needs little memory. */
const rowsPerPart = (table: string) => (['snapshots', 'versions', 'pictures'].includes(table) ? 1 : 200);
const mostPartBytes = 1024 * 1024 * 1024;

class Stop extends Error {
  readonly reason: RestoreError;

  constructor(reason: RestoreError) {
    super(reason.type);
    this.reason = reason;
  }
}

const manifestSchema = z.object({ throughline: z.literal(1), schema: z.int(), at: z.int() });

function checkManifest(name: string, content: Buffer): void {
  if (name !== 'manifest.json') throw new Error('there is no manifest');
  const manifest = manifestSchema.parse(JSON.parse(content.toString('utf8')));
  if (manifest.schema > newestSchema)
    throw new Stop({ type: 'NewerBackup', found: manifest.schema, newest: newestSchema });
}

async function restorePart(queries: Queries, name: string, content: Buffer): Promise<number> {
  const table = tables.find((each) => name.startsWith(`${each}/`));
  if (table === undefined) throw new Error(`it holds "${name}", which is no table of ours`);
  const lines = content.toString('utf8').split('\n').filter(Boolean);
  for (const line of lines) {
    const row = decoded(JSON.parse(line) as Record<string, unknown>);
    const columns = Object.keys(row);
    if (!columns.every((column) => /^[a-z_]+$/.test(column))) throw new Error(`"${name}" has an odd column`);
    await queries.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    );
  }
  return lines.length;
}

/** Every table is paged in the order of all its columns: the order is whole whatever its key. */
async function keyOf(queries: Queries, table: string): Promise<string> {
  const [sample] = await queries.rows<Row>(`SELECT * FROM ${table} LIMIT 1`);
  const columns = Object.entries(sample ?? { '1': 1 });
  return columns
    .filter(([, value]) => !(value instanceof Uint8Array))
    .map(([column]) => column)
    .join(', ');
}

function encoded(row: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
    ]),
  );
}

function decoded(row: Record<string, unknown>): Record<string, SqlValue> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'object' && value !== null && 'base64' in value
        ? Buffer.from(String(value.base64), 'base64')
        : (value as SqlValue),
    ]),
  );
}
