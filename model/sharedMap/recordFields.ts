import * as Y from 'yjs';
import { withoutDefaults } from '../map/mapJson.ts';
import type { RandomSource } from '../map/newId.ts';
import { bagWithin, type FieldBag } from './fieldBag.ts';
import { wellFormed } from './graphemes.ts';
import { evenOrders, isOrderKey, ordersFor } from './orderKeys.ts';
import { partDeletionSeen } from './partDeletion.ts';
import { compareOrders, placeKey } from './place.ts';
import type { FieldShape, RecordShape } from './recordShape.ts';

/** Between a plain record and the keys and values that stand for it in the shared document. Texts are not done here. */

type Plain = Readonly<Record<string, unknown>>;
type Entries = Map<string, unknown>;

/** The keys and values of a record's fields; defaults are left out. `present` gives the order keys that may stay. */
export function encodeFields(
  shape: RecordShape,
  record: Plain,
  present: FieldBag | undefined,
  random: RandomSource,
  fields: readonly FieldShape[] = shape.fields,
): Entries {
  // withoutDefaults gives an object for an object schema.
  const short = withoutDefaults(shape.schema, record) as Plain;
  const entries: Entries = new Map();
  const put = (key: string, value: unknown): void => {
    if (value !== undefined) entries.set(key, value);
  };
  for (const field of fields) {
    const value = short[field.name];
    switch (field.kind) {
      case 'value':
        put(field.name, value);
        break;
      case 'members':
        for (const [member, part] of Object.entries((value ?? {}) as Plain))
          put(`${field.name}.${member}`, part);
        break;
      case 'pack':
        put(
          field.name,
          Object.fromEntries(
            field.names.filter((name) => short[name] !== undefined).map((name) => [name, short[name]]),
          ),
        );
        break;
      case 'hours':
        ((value ?? []) as readonly number[]).forEach((number, hour) => put(`${field.name}/${hour}`, number));
        break;
      case 'set': {
        const items = [...new Set((value ?? []) as readonly string[])];
        const orders = itemOrders(items, field.name, present, random, '');
        items.forEach((item, i) => put(`${field.name}/${item}`, orders[i]));
        break;
      }
      case 'list': {
        const parts = (record[field.name] ?? []) as readonly Plain[];
        const ids = parts.map((part) => String(part[field.idName]));
        const orders = itemOrders(ids, field.name, present, random, `/${placeKey}`);
        parts.forEach((part, i) => {
          const prefix = `${field.name}/${ids[i]}/`;
          put(prefix + placeKey, orders[i]);
          const within = present === undefined ? undefined : bagWithin(present, prefix);
          for (const [key, inner] of encodeFields(field.shape, part, within, random))
            put(prefix + key, inner);
        });
        break;
      }
      case 'text':
      case 'rareText':
        break;
    }
  }
  return entries;
}

function itemOrders(
  items: readonly string[],
  name: string,
  present: FieldBag | undefined,
  random: RandomSource,
  end: string,
): readonly string[] {
  if (present === undefined) return evenOrders(items.length);
  const known = items.map((item) => present.get(`${name}/${item}${end}`));
  return ordersFor(
    known.map((order) => (isOrderKey(order) ? order : undefined)),
    random,
  );
}

/** Every key of the bag that belongs to the field, whether or not its value is sound. */
export function keysOfField(field: FieldShape, bag: FieldBag): readonly string[] {
  switch (field.kind) {
    case 'value':
    case 'pack':
      return [field.name];
    case 'members':
      return field.members.map((member) => `${field.name}.${member}`);
    case 'hours':
    case 'set':
    case 'list':
      return bag.keys(`${field.name}/`);
    case 'text':
    case 'rareText':
      return [];
  }
}

/** The record as its keys tell it, unchecked: whoever wrote the document, any value may stand anywhere. */
export function decodeFields(shape: RecordShape, bag: FieldBag): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const field of shape.fields) {
    const value = decodeField(field, bag);
    if (field.kind === 'pack') Object.assign(record, isPlain(value) ? pick(value, field.names) : {});
    else if (value !== undefined) record[field.name] = value;
  }
  return record;
}

function decodeField(field: FieldShape, bag: FieldBag): unknown {
  switch (field.kind) {
    case 'value':
    case 'pack':
      return plainValue(bag.get(field.name));
    case 'members': {
      const members = field.members
        .map((member) => [member, plainValue(bag.get(`${field.name}.${member}`))] as const)
        .filter(([, value]) => value !== undefined);
      return members.length === 0 ? undefined : Object.fromEntries(members);
    }
    case 'hours': {
      const numbers = Array.from({ length: 24 }, (_, hour) => plainValue(bag.get(`${field.name}/${hour}`)));
      return numbers.every((number) => number === undefined) ? undefined : numbers;
    }
    case 'set': {
      const items = ordered(bag, field.name, '');
      return items.length === 0 ? undefined : items;
    }
    case 'list':
      return ordered(bag, field.name, `/${placeKey}`).flatMap((id) => {
        const part = bagWithin(bag, `${field.name}/${id}/`);
        return partDeletionSeen(part) ? [] : [{ [field.idName]: id, ...decodeFields(field.shape, part) }];
      });
    case 'text':
    case 'rareText':
      return undefined;
  }
}

/** The items `name/item<end>` whose value is an order key, in order. */
function ordered(bag: FieldBag, name: string, end: string): readonly string[] {
  return bag
    .keys(`${name}/`)
    .filter((key) => key.endsWith(end))
    .map((key) => ({ id: key.slice(name.length + 1, key.length - end.length), order: bag.get(key) }))
    .filter(
      (item): item is { id: string; order: string } =>
        isOrderKey(item.order) && (end === '' || !item.id.includes('/')),
    )
    .sort(compareOrders)
    .map((item) => item.id);
}

const noValueOfOurs = Symbol.for('no plain value');

/** Shared types and bytes are no values of ours, wherever they stand: the schema is shown something it does not know. */
function plainValue(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Y.AbstractType || ArrayBuffer.isView(value)) return noValueOfOurs;
  if (Array.isArray(value)) return value.map(plainValue);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValue(inner)]));
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pick = (value: Plain, names: readonly string[]): Plain =>
  Object.fromEntries(names.filter((name) => value[name] !== undefined).map((name) => [name, value[name]]));
