import type { z } from 'zod';
import type { IdOfPrefix } from '../../map/ids.ts';
import { type CollectionName, recordSchemas } from '../../map/journeyMap.ts';
import { newId, type RandomSource } from '../../map/newId.ts';
import { err, ok, type Result } from '../../result.ts';
import type { RecordOf } from '../mapDocument.ts';
import type { MapReader } from '../mapReader.ts';
import type { MapWriter } from '../mapWriter.ts';
import { ordersFor } from '../orderKeys.ts';
import type { StoredRecord } from '../readRecord.ts';
import { placeText } from '../writeMap.ts';
import type { Refusal } from './command.ts';

/** What commands work with. They read, check, and give back writes; only these touch the document. */
export interface CommandContext {
  readonly reader: MapReader;
  readonly random: RandomSource;
}

/** The writes of one command; gives the ids of the records it makes. */
export type Writes = (writer: MapWriter) => readonly string[];

export const prefixes = {
  stages: 'stage',
  steps: 'step',
  lanes: 'lane',
  cards: 'card',
  markers: 'marker',
  connectors: 'connector',
  personas: 'persona',
  emotions: 'emotion',
  measurements: 'measurement',
  evidence: 'evidence',
  pools: 'pool',
  nodes: 'node',
  arrivals: 'arrivals',
  qualityModels: 'qualityModel',
  levers: 'lever',
  plans: 'plan',
  forecasts: 'forecast',
} as const satisfies Partial<Record<CollectionName, keyof IdOfPrefix>>;

/** The record with its defaults filled in, or which field is wrong. */
export function complete<C extends CollectionName>(
  collection: C,
  record: object,
): Result<RecordOf<C>, Refusal> {
  const schema: z.ZodType = recordSchemas[collection];
  const parsed = schema.safeParse(record);
  // The schema of the collection gave it.
  if (parsed.success) return ok(parsed.data as RecordOf<C>);
  const issue = parsed.error.issues[0]!;
  return err({
    type: 'WrongField',
    collection,
    field: issue.path.map(String).join('.'),
    expected: issue.message,
  });
}

/** A fresh id when the record brings none. */
export const withId = <R extends object>(
  collection: keyof typeof prefixes,
  record: R,
  random: RandomSource,
): R & { readonly id: string } => ({
  ...record,
  id: 'id' in record && typeof record.id === 'string' ? record.id : newId(prefixes[collection], random),
});

/** The first of the ids that stands for no record that can be changed. */
export function firstMissing(
  context: CommandContext,
  collection: CollectionName,
  ids: readonly (string | undefined)[],
): Refusal | undefined {
  const { record, stored } = context.reader;
  // The stage that stands for missing ones is shown but not in the document (see resolveMap.ts).
  const id = ids.find(
    (id) =>
      id !== undefined && (record(collection, id) === undefined || stored(collection, id) === undefined),
  );
  return id === undefined ? undefined : { type: 'NotFound', collection, id };
}

/** Results of many as a result of one: the first refusal, or all values. */
export function all<T, E>(results: readonly Result<T, E>[]): Result<readonly T[], E> {
  const values: T[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}

/**
 * Puts records into a row (a cell, a stage, the lanes ...) ahead of `before`, or at its end. `row` are the stored records
 * that stand there. Gives each incoming record its place; neighbours whose keys leave no room get new ones.
 */
export function placeInRow<C extends CollectionName>(
  collection: C,
  row: readonly StoredRecord<C>[],
  incoming: readonly object[],
  before: string | undefined,
  { random }: CommandContext,
): { readonly places: readonly string[]; readonly repair: (writer: MapWriter) => void } {
  const at = before === undefined ? row.length : row.findIndex((entry) => entry.id === before);
  const start = at < 0 ? row.length : at;
  const orders = ordersFor(
    [
      ...row.slice(0, start).map((entry) => entry.order),
      ...incoming.map(() => undefined),
      ...row.slice(start).map((entry) => entry.order),
    ],
    random,
  );
  const orderOfRow = (i: number): string => orders[i < start ? i : i + incoming.length]!;
  return {
    places: incoming.map((record, i) => placeText(collection, record, orders[start + i]!)),
    repair: (writer) =>
      row.forEach((entry, i) => {
        if (entry.order !== orderOfRow(i) && entry.record !== undefined)
          writer.reorder(collection, entry.id, placeText(collection, entry.record, orderOfRow(i)));
      }),
  };
}

/** The records of a collection that are shown, as stored, in order, without some of them. */
export function rowOf<C extends CollectionName>(
  { reader }: CommandContext,
  collection: C,
  standsHere: (record: RecordOf<C>) => boolean,
  without: ReadonlySet<string> = new Set(),
): readonly StoredRecord<C>[] {
  return reader
    .storedList(collection)
    .filter(
      (entry) =>
        entry.record !== undefined &&
        !without.has(entry.id) &&
        reader.record(collection, entry.id) !== undefined &&
        standsHere(reader.record(collection, entry.id)!),
    );
}
