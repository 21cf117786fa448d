/**
 * The port behind which SQLite and PostgreSQL stand. All queries are written once, in the SQL both understand, with
 * `$1`-style parameters; only what really differs (the clock, appending in bulk, locks) is a method here.
 */
export interface Database extends Queries {
  readonly kind: 'sqlite' | 'postgres';
  /**
   * All or nothing. The work must use the queries it is given, not the database. With a lock, transactions of the
   * same name run one after the other, over all processes.
   */
  transaction<T>(work: (queries: Queries) => Promise<T>, lock?: string): Promise<T>;
  /** Reads one moment of the data, while others go on writing. */
  reading<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Appends to logs: one outcome for each batch, in order; SQLite commits them together, PostgreSQL side by side. */
  append(batches: readonly AppendBatch[]): Promise<AppendOutcome>[];
  /** Resolves when everything committed so far would survive a loss of power, too. */
  durable(): Promise<void>;
  close(): Promise<void>;
}

export interface Queries {
  rows<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  /** For statements without an answer: how many rows they changed. */
  run(sql: string, parameters?: readonly SqlValue[]): Promise<number>;
}

export type SqlValue = string | number | null | Uint8Array;

export interface AppendBatch {
  readonly document: string;
  readonly epoch: number;
  readonly at: number;
  readonly updates: readonly { readonly bytes: Uint8Array; readonly person: string }[];
}

/** `head` is the sequence of the batch's last update; undefined when the document is gone or has another epoch. */
export interface AppendOutcome {
  readonly head: number | undefined;
}

/** Milliseconds since 1970 by the database's clock, which is the same for all processes. */
export const databaseNow = {
  sqlite: "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
  postgres: 'CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)',
} as const;

export async function row<Row>(
  queries: Queries,
  sql: string,
  parameters: readonly SqlValue[] = [],
): Promise<Row | undefined> {
  return (await queries.rows<Row>(sql, parameters))[0];
}
