import type { z } from 'zod';
import { type CollectionName, newestFormatVersion, recordSchemas } from '../map/journeyMap.ts';
import { deletionSeen } from './deletion.ts';
import { type MapDocument, plainText, type RecordOf } from './mapDocument.ts';
import { mapShape, type MapFields } from './mapFields.ts';
import { orderOf, parseCardPlace, parseStepPlace, placeKey } from './place.ts';
import { decodeFields } from './recordFields.ts';
import { idNameOf, type RecordShape, recordShapes } from './recordShape.ts';

/**
 * Reads one record of the shared document. Whoever wrote it, the result keeps the schema: a wrong value is replaced
 * for the reader (never in the document) and flagged; a record without anything to show is left out and flagged.
 */
export interface StoredRecord<C extends CollectionName = CollectionName> {
  readonly id: string;
  readonly order: string;
  /** Deleted, and unchanged since: not to be shown unless others still need it. */
  readonly deleted: boolean;
  /** The record as stored, references unchecked; nothing when it cannot be shown. */
  readonly record: RecordOf<C> | undefined;
  readonly flags: readonly Flag[];
}

/** Something in the document that is shown otherwise than it is written. */
export interface Flag {
  readonly type: 'WrongValue' | 'MissingValue' | 'UnreadableRecord' | 'MissingReference' | 'BrokenRule';
  readonly collection: CollectionName | 'map';
  readonly id: string;
  /** The field as in code, `painPoint.severity`; empty for the whole record. */
  readonly field: string;
}

export function readRecord<C extends CollectionName>(
  document: MapDocument,
  collection: C,
  id: string,
): StoredRecord<C> | undefined {
  if (!document.has(collection, id)) return undefined;
  const bag = document.bag(collection, id);
  if (bag === undefined)
    return { id, order: '', deleted: false, record: undefined, flags: [unreadable(collection, id)] };
  const place = bag.get(placeKey);
  const shape = recordShapes[collection];
  const candidate: Record<string, unknown> = {
    ...decodeFields(shape, bag),
    ...texts(document, collection, id, shape),
    [idNameOf(collection)]: id,
    ...placeFields(collection, place),
  };
  const { value, flags } = parseWithFallbacks(recordSchemas[collection], candidate, collection, id);
  return {
    id,
    order: orderOf(collection, place),
    deleted: deletionSeen(document, collection, id),
    // The schema of the collection gave it.
    record: value as RecordOf<C> | undefined,
    flags,
  };
}

/** The fields of the map itself, with fallbacks; `newer` when a later program wrote the document. */
export function readMapFields(document: MapDocument): {
  readonly fields: MapFields;
  readonly flags: readonly Flag[];
  readonly newerFormat: number | undefined;
} {
  const candidate: Record<string, unknown> = decodeFields(mapShape, document.top);
  const scope: Record<string, unknown> = { ...(candidate['scope'] as object | undefined) };
  for (const field of mapShape.fields) {
    if (field.kind !== 'rareText') continue;
    const text = document.rareTextString('map', '', field.name);
    if (field.name.startsWith('scope.')) scope[field.name.slice('scope.'.length)] = text;
    else candidate[field.name] = text;
  }
  candidate['scope'] = scope;
  const { value, flags } = parseWithFallbacks(mapShape.schema, candidate, 'map', '');
  const version = document.top.get('formatVersion');
  return {
    // The map's fallbacks cover every required field.
    fields: value as MapFields,
    flags,
    newerFormat: typeof version === 'number' && version > newestFormatVersion ? version : undefined,
  };
}

const unreadable = (collection: Flag['collection'], id: string): Flag => ({
  type: 'UnreadableRecord',
  collection,
  id,
  field: '',
});

function texts(
  document: MapDocument,
  collection: CollectionName,
  id: string,
  shape: RecordShape,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of shape.fields) {
    if (field.kind === 'text') {
      const text = document.text(collection, id, field.name);
      if (text !== undefined) found[field.name] = plainText(text);
    } else if (field.kind === 'rareText') {
      const text = document.rareTextString(collection, id, field.name);
      if (text !== '') found[field.name] = text;
    }
  }
  return found;
}

function placeFields(collection: CollectionName, place: unknown): object {
  if (collection === 'steps') return { stageId: parseStepPlace(place).stageId };
  if (collection !== 'cards') return {};
  const { order: _, ...cell } = parseCardPlace(place);
  return cell;
}

/** What stands for a required field that is missing or wrong. A record without such a field cannot be shown without it. */
const fallbacks: Readonly<Record<CollectionName | 'map', Readonly<Record<string, unknown>>>> = {
  map: { id: 'map_unknown', title: '', language: 'en' },
  stages: { title: '' },
  steps: { title: '', stageId: 'stage_unknown' },
  lanes: { kind: 'text', title: '' },
  cards: {},
  pictures: {},
  markers: { kind: 'decision' },
  connectors: {},
  personas: { name: '' },
  emotions: { value: 0 },
  metrics: { title: '' },
  // A number without its source, or on nothing, is not shown.
  measurements: {},
  evidence: { claim: '', grade: 'E' },
  pools: { title: '', agents: Array.from({ length: 24 }, () => 0) },
  nodes: { title: '', kind: 'delay' },
  arrivals: { perDay: 0, profile: Array.from({ length: 24 }, () => 1) },
  qualityModels: { title: '', dimensions: [] },
  levers: { title: '', effects: [] },
  plans: { title: '' },
  forecasts: {},
};

/** More rounds than a record has levels: each round repairs the outermost wrong thing of every field. */
const mostRounds = 12;

function parseWithFallbacks(
  schema: z.ZodType,
  candidate: Record<string, unknown>,
  collection: CollectionName | 'map',
  id: string,
): { readonly value: unknown; readonly flags: readonly Flag[] } {
  const flags: Flag[] = [];
  let repaired = candidate;
  for (let round = 0; round < mostRounds; round++) {
    const parsed = schema.safeParse(repaired);
    if (parsed.success) return { value: parsed.data, flags };
    repaired = { ...repaired };
    const handled = new Set<string>();
    for (const issue of parsed.error.issues) {
      const [name] = issue.path;
      if (typeof name !== 'string')
        return { value: undefined, flags: [...flags, unreadable(collection, id)] };
      // One thing wrong in a field is enough to act on; the rest shows in the next round, if it is still there.
      if (handled.has(name)) continue;
      handled.add(name);
      const found = valueAt(repaired, issue.path);
      const field = issue.path.map(String).join('.');
      // An object of which only a late change is left, because its required members were taken away at the same time.
      const leftOver = found === undefined && issue.path.length === 2;
      if (repaired[name] !== undefined) {
        if (!leftOver) flags.push({ type: 'WrongValue', collection, id, field });
        const kept = issue.path.length === 1 ? withinLimit(found, issue) : undefined;
        if (kept !== undefined) repaired[name] = kept;
        else if (issue.path.length > 1 && Array.isArray(repaired[name]))
          repaired[name] = withoutItem(repaired[name], issue.path.slice(1));
        else delete repaired[name];
      } else {
        const fallback = fallbacks[collection][name];
        if (fallback === undefined)
          return { value: undefined, flags: [...flags, unreadable(collection, id)] };
        if (!flags.some((flag) => flag.field === name))
          flags.push({ type: 'MissingValue', collection, id, field });
        repaired[name] = fallback;
      }
    }
  }
  return { value: undefined, flags: [...flags, unreadable(collection, id)] };
}

/** A text that is too long is cut, a number out of range is brought to the limit. */
function withinLimit(found: unknown, issue: z.core.$ZodIssue): unknown {
  if (issue.code === 'too_big' && typeof found === 'string') return cutText(found, Number(issue.maximum));
  if (issue.code === 'too_big' && Array.isArray(found)) return found.slice(0, Number(issue.maximum));
  if (issue.code === 'too_big' && typeof found === 'number' && issue.inclusive === true)
    return Number(issue.maximum);
  if (issue.code === 'too_small' && typeof found === 'number' && issue.inclusive === true)
    return Number(issue.minimum);
  return undefined;
}

const cutText = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

/** The list without its innermost item that is named on the path. */
function withoutItem(list: readonly unknown[], path: readonly PropertyKey[]): readonly unknown[] {
  const [place, ...rest] = path;
  const item = list[Number(place)];
  const inner = rest.find((key) => Array.isArray((item as Record<PropertyKey, unknown> | undefined)?.[key]));
  if (inner !== undefined && rest.indexOf(inner) === 0 && rest.length > 1 && typeof item === 'object') {
    // The item was found to be an object with a list under this key.
    const within = (item as Record<PropertyKey, readonly unknown[]>)[inner]!;
    return list.with(Number(place), { ...item, [inner]: withoutItem(within, rest.slice(1)) });
  }
  return list.toSpliced(Number(place), 1);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}
