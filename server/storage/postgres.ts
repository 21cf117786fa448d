import pg from 'pg';
import type { AppendBatch, AppendOutcome, Database, Queries, SqlValue } from './database.ts';

/** PostgreSQL, for several server processes on the same data. `schema` keeps installations and test runs apart. */
export async function openPostgres(url: string, schema = 'throughline'): Promise<Database> {
  if (!/^[a-z][a-z0-9_]{0,60}$/.test(schema)) throw new Error(`Not a name for a schema: ${schema}`);
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    connectionTimeoutMillis: 5_000,
    options: `-c search_path=${schema}`,
    types,
  });
  // A lost idle connection is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  await pool.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  return new PostgresDatabase(pool);
}

/** 64-bit counters and times as numbers: they stay below 2^53. Everything else as pg does it. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

class PostgresDatabase implements Database {
  readonly kind = 'postgres';
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async rows<Row>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return (await this.#pool.query(sql, [...parameters])).rows as Row[];
  }

  async run(sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
    return (await this.#pool.query(sql, [...parameters])).rowCount ?? 0;
  }

  transaction<T>(work: (queries: Queries) => Promise<T>, lock?: string): Promise<T> {
    return this.#inTransaction('BEGIN', work, lock);
  }

  reading<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#inTransaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  #inTransaction<T>(begin: string, work: (queries: Queries) => Promise<T>, lock?: string): Promise<T> {
    return this.#withClient(async (client) => {
      await client.query(begin);
      try {
        if (lock !== undefined)
          await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
        const result = await work({
          rows: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
          run: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rowCount ?? 0,
        });
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  append(batches: readonly AppendBatch[]): Promise<AppendOutcome>[] {
    return batches.map((batch) => this.#appendOne(batch));
  }

  /** PostgreSQL acknowledges a commit only when it is on the disk. */
  async durable(): Promise<void> {}

  async close(): Promise<void> {
    await this.#pool.end();
  }

  /** One statement, one round trip: the row of the document hands out the sequence and is the lock. */
  async #appendOne(batch: AppendBatch): Promise<AppendOutcome> {
    const size = batch.updates.reduce((sum, update) => sum + update.bytes.length, 0);
    const answer = await this.#pool.query<{ head: number }>({
      name: 'append',
      text: `WITH place AS (
           UPDATE documents SET head = head + $1::int, tail_bytes = tail_bytes + $2::bigint, changed_at = $3
           WHERE name = $4 AND epoch = $5 RETURNING head
         ), stored AS (
           INSERT INTO updates (document, sequence, person, at, bytes)
           SELECT $4, place.head - $1::int + u.place, u.person, $3, u.bytes
           FROM place, unnest($6::text[], $7::bytea[]) WITH ORDINALITY AS u(person, bytes, place)
         )
         SELECT head FROM place`,
      values: [
        batch.updates.length,
        size,
        batch.at,
        batch.document,
        batch.epoch,
        batch.updates.map((update) => update.person),
        batch.updates.map((update) => Buffer.from(update.bytes)),
      ],
    });
    return { head: answer.rows[0]?.head };
  }

  async #withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    const onError = (error: Error) => (broken = error);
    client.on('error', onError);
    try {
      return await work(client);
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}
