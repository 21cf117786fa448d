import { existsSync, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { AppendBatch, AppendOutcome, Database, Queries, SqlValue } from './database.ts';

/**
 * The embedded database: one file, one process. A commit survives the death of the process at once; `durable` waits
 * until the disk has it, without stopping the process meanwhile (a commit that waits itself costs 5-50 ms on a busy disk).
 */
export function openSqlite(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const file = new Sqlite(path);
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = NORMAL');
  file.pragma('foreign_keys = ON');
  file.pragma('busy_timeout = 5000');
  return new SqliteDatabase(file, path);
}

class SqliteDatabase implements Database {
  readonly kind = 'sqlite';
  readonly #file: Sqlite.Database;
  readonly #statements = new Map<string, Sqlite.Statement>();
  /** The transaction under way; everything else waits, because there is one connection. */
  #turn: Promise<unknown> | undefined;

  readonly #log: string;
  #syncing: Promise<void> | undefined;
  #syncingNext: Promise<void> | undefined;

  constructor(file: Sqlite.Database, path: string) {
    this.#file = file;
    this.#log = `${path}-wal`;
  }

  /** One call to the disk serves all who wait; who comes while one is under way waits for the next. */
  async durable(): Promise<void> {
    if (this.#syncingNext !== undefined) return this.#syncingNext;
    if (this.#syncing === undefined) return this.#sync();
    this.#syncingNext = this.#syncing.then(() => {
      this.#syncingNext = undefined;
      return this.#sync();
    });
    return this.#syncingNext;
  }

  async rows<Row>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    while (this.#turn !== undefined) await settled(this.#turn);
    return this.#rows<Row>(sql, parameters);
  }

  async run(sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
    while (this.#turn !== undefined) await settled(this.#turn);
    return this.#run(sql, parameters);
  }

  /** There is one connection, so transactions run one after the other whatever their lock. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#inTransaction('BEGIN IMMEDIATE', work);
  }

  reading<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#inTransaction('BEGIN', work);
  }

  async #inTransaction<T>(begin: string, work: (queries: Queries) => Promise<T>): Promise<T> {
    while (this.#turn !== undefined) await settled(this.#turn);
    const inside: Queries = {
      rows: async (sql, parameters = []) => this.#rows(sql, parameters),
      run: async (sql, parameters = []) => this.#run(sql, parameters),
    };
    const attempt = async (): Promise<T> => {
      this.#file.exec(begin);
      try {
        const result = await work(inside);
        this.#file.exec('COMMIT');
        return result;
      } catch (error) {
        if (this.#file.inTransaction) this.#file.exec('ROLLBACK');
        throw error;
      }
    };
    const running = attempt();
    this.#turn = running;
    try {
      return await running;
    } finally {
      if (this.#turn === running) this.#turn = undefined;
    }
  }

  append(batches: readonly AppendBatch[]): Promise<AppendOutcome>[] {
    const all = this.#appendInTurn(batches);
    return batches.map((_, index) => all.then((outcomes) => outcomes[index]!));
  }

  async close(): Promise<void> {
    while (this.#turn !== undefined) await settled(this.#turn);
    this.#file.close();
  }

  #sync(): Promise<void> {
    this.#syncing = syncFile(this.#log).finally(() => (this.#syncing = undefined));
    return this.#syncing;
  }

  async #appendInTurn(batches: readonly AppendBatch[]): Promise<AppendOutcome[]> {
    while (this.#turn !== undefined) await settled(this.#turn);
    return this.#appendNow(batches);
  }

  #appendNow(batches: readonly AppendBatch[]): AppendOutcome[] {
    return this.#file
      .transaction(() =>
        batches.map((batch): AppendOutcome => {
          const size = batch.updates.reduce((sum, update) => sum + update.bytes.length, 0);
          const head = this.#rows<{ head: number }>(
            `UPDATE documents SET head = head + $1, tail_bytes = tail_bytes + $2, changed_at = $3
             WHERE name = $4 AND epoch = $5 RETURNING head`,
            [batch.updates.length, size, batch.at, batch.document, batch.epoch],
          )[0]?.head;
          if (head === undefined) return { head: undefined };
          const first = head - batch.updates.length + 1;
          batch.updates.forEach((update, index) =>
            this.#run(
              'INSERT INTO updates (document, sequence, person, at, bytes) VALUES ($1, $2, $3, $4, $5)',
              [batch.document, first + index, update.person, batch.at, update.bytes],
            ),
          );
          return { head };
        }),
      )
      .immediate();
  }

  #rows<Row>(sql: string, parameters: readonly SqlValue[]): Row[] {
    const statement = this.#statement(sql);
    // better-sqlite3 takes $1, $2 ... from an object with the keys 1, 2 ...
    const values = named(parameters);
    if (statement.reader) return statement.all(values) as Row[];
    statement.run(values);
    return [];
  }

  #run(sql: string, parameters: readonly SqlValue[]): number {
    return this.#statement(sql).run(named(parameters)).changes;
  }

  #statement(sql: string): Sqlite.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#file.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** Between the end of this and what follows nobody else may run: hence a loop at each place, and not a method. */
function settled(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch(() => undefined);
}

async function syncFile(path: string): Promise<void> {
  // There is no log yet, or the database lives in memory.
  if (!existsSync(path)) return;
  const file = await open(path, 'r+');
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
}

function named(parameters: readonly SqlValue[]): Record<number, SqlValue> {
  const values: Record<number, SqlValue> = {};
  parameters.forEach((value, index) => (values[index + 1] = value));
  return values;
}
