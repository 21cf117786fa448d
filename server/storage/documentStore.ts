import type { AppendBatch, AppendOutcome, Database } from './database.ts';
import { row } from './database.ts';

/** The logs of the shared documents: a snapshot, and the updates after it, in the order in which they were committed. */
export interface DocumentStore {
  /** Undefined when there is no such document. */
  load(name: string): Promise<StoredDocument | undefined>;
  /** What was committed after `sequence`; starts with the snapshot when the log was compacted past it. */
  since(name: string, sequence: number): Promise<StoredDocument | undefined>;
  append(batches: readonly AppendBatch[]): Promise<AppendOutcome>[];
  /** Resolves when everything committed so far is safe even from a loss of power. */
  durable(): Promise<void>;
  /** Replaces the log up to `sequence` by one state. Does nothing when a newer snapshot stands. */
  compact(name: string, epoch: number, sequence: number, state: Uint8Array): Promise<void>;
}

export interface StoredDocument {
  readonly epoch: number;
  readonly head: number;
  /** Of the updates, so that rooms know when to compact. */
  readonly tailBytes: number;
  readonly tailLength: number;
  /** To be applied in one transaction, in any order. */
  readonly states: readonly Uint8Array[];
}

export function documentStore(database: Database): DocumentStore {
  const since = (name: string, sequence: number): Promise<StoredDocument | undefined> =>
    database.transaction(async (queries) => {
      const document = await row<{ epoch: number; head: number; tail_bytes: number }>(
        queries,
        // The row is locked so that no batch comes between it and its updates.
        `SELECT epoch, head, tail_bytes FROM documents WHERE name = $1${database.kind === 'postgres' ? ' FOR SHARE' : ''}`,
        [name],
      );
      if (document === undefined) return undefined;
      const snapshot = await row<{ state: Uint8Array }>(
        queries,
        'SELECT state FROM snapshots WHERE document = $1 AND sequence > $2',
        [name, sequence],
      );
      const tail = await queries.rows<{ bytes: Uint8Array }>(
        'SELECT bytes FROM updates WHERE document = $1 AND sequence > $2 ORDER BY sequence',
        [name, sequence],
      );
      return {
        epoch: document.epoch,
        head: document.head,
        tailBytes: document.tail_bytes,
        tailLength: tail.length,
        states: [...(snapshot === undefined ? [] : [snapshot.state]), ...tail.map((update) => update.bytes)],
      };
    });

  return {
    load: (name) => since(name, 0),
    since,
    append: (batches) => database.append(batches),
    durable: () => database.durable(),
    compact: (name, epoch, sequence, state) =>
      database.transaction(async (queries) => {
        const stored = await queries.run(
          `INSERT INTO snapshots (document, sequence, state)
             SELECT name, $2, $3 FROM documents WHERE name = $1 AND epoch = $4 AND head >= $2
             ON CONFLICT (document) DO UPDATE SET sequence = excluded.sequence, state = excluded.state
             WHERE snapshots.sequence < excluded.sequence`,
          [name, sequence, state, epoch],
        );
        if (stored === 0) return;
        await queries.run('DELETE FROM updates WHERE document = $1 AND sequence <= $2', [name, sequence]);
        await queries.run(
          `UPDATE documents SET tail_bytes =
               (SELECT coalesce(sum(length(bytes)), 0) FROM updates WHERE document = $1) WHERE name = $1`,
          [name],
        );
      }, `compact ${name}`),
  };
}
