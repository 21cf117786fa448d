import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { migrateFile } from './fileMigrations.ts';
import { type JourneyMap, journeyMapSchema, newestFormatVersion } from './journeyMap.ts';

/** Reading and writing the map's file (docs/spec/map-format.md). The text is canonical: the same map gives the same bytes. */

/** Why a text is not a map of ours. `path` is as one would write it in code: `steps[3].title`. */
export type MapFileError =
  | { readonly type: 'NotJson'; readonly detail: string }
  | { readonly type: 'NotAMap'; readonly found: string }
  | { readonly type: 'NewerFormat'; readonly found: number; readonly newest: number }
  | {
      readonly type: 'WrongField';
      readonly path: string;
      readonly expected: string;
      readonly found: string;
      /** How many further fields are wrong. */
      readonly more: number;
    };

export function mapFromJson(source: string): Result<JourneyMap, MapFileError> {
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    return err({ type: 'NotJson', detail: error instanceof Error ? error.message : String(error) });
  }
  return parseMap(value);
}

/** Checks a JSON value and fills in defaults. Types and ranges only; references are the business of invariants.ts. */
export function parseMap(value: unknown): Result<JourneyMap, MapFileError> {
  if (typeof value !== 'object' || value === null || !('formatVersion' in value))
    return err({ type: 'NotAMap', found: describeValue(value) });
  const version = value.formatVersion;
  if (typeof version === 'number' && version > newestFormatVersion)
    return err({ type: 'NewerFormat', found: version, newest: newestFormatVersion });
  const current = migrateFile({ ...value });
  const parsed = journeyMapSchema.safeParse(current, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues;
  const first = innermost(issues[0]!);
  return err({
    type: 'WrongField',
    path: pathText(first.path),
    expected: expectedText(first.issue),
    found: describeValue(valueAt(current, first.path)),
    more: issues.length - 1,
  });
}

/** The canonical text of a map: keys in the order of the records, defaults left out, two spaces, a line feed at the end. */
export function mapToJson(map: JourneyMap): string {
  return `${JSON.stringify(withoutDefaults(journeyMapSchema, map), null, 2)}\n`;
}

/** A record as the file and the shared document keep it: fields in canonical order, those equal to their default left out. */
export function withoutDefaults(schema: z.core.$ZodType, value: unknown): unknown {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodArray)
    return (value as readonly unknown[]).map((item) => withoutDefaults(inner.element, item));
  if (!(inner instanceof z.ZodObject)) return value;
  const record = value as Readonly<Record<string, unknown>>;
  const kept: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(inner.shape)) {
    const fieldValue = record[key];
    if (fieldValue === undefined) continue;
    const written = withoutDefaults(field, fieldValue);
    if (!isDefault(field, fieldValue, written)) kept[key] = written;
  }
  return kept;
}

function isDefault(field: z.core.$ZodType, value: unknown, written: unknown): boolean {
  if (field instanceof z.ZodPrefault)
    return JSON.stringify(written) === JSON.stringify(field.def.defaultValue);
  return field instanceof z.ZodDefault && JSON.stringify(field.def.defaultValue) === JSON.stringify(value);
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return unwrapped(schema.unwrap());
  return schema;
}

type Issue = z.core.$ZodIssue;

/** A union reports one list of issues per member: take the deepest issue of the member that came furthest. */
function innermost(
  issue: Issue,
  before: readonly PropertyKey[] = [],
): { issue: Issue; path: readonly PropertyKey[] } {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union') return { issue, path };
  const candidates = issue.errors
    .flatMap((member) => member.slice(0, 1))
    .map((member) => innermost(member, path));
  const deepest = candidates.sort((a, b) => b.path.length - a.path.length)[0];
  return deepest !== undefined && deepest.path.length > path.length ? deepest : { issue, path };
}

function expectedText(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'too_small':
      return `≥ ${String(issue.minimum)}`;
    case 'too_big':
      return `≤ ${String(issue.maximum)}`;
    case 'unrecognized_keys':
      return `no field ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
    default:
      return issue.message;
  }
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
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

function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const shown = JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}
