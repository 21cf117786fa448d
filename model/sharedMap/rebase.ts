import { sameValue } from './mapWriter.ts';
import type { FieldShape, RecordShape } from './recordShape.ts';

type Plain = Readonly<Record<string, unknown>>;

/**
 * A record as somebody saves it who began with `base`, brought onto what stands there now: what they left as it was
 * keeps what others made of it meanwhile; what they changed holds. Field by field as the document keeps them apart.
 */
export function rebased(shape: RecordShape, record: Plain, base: Plain, now: Plain): Plain {
  const result: Record<string, unknown> = { ...record };
  for (const field of shape.fields)
    for (const name of field.kind === 'pack' ? field.names : [field.name]) {
      const value = rebasedField(field, name, record, base, now);
      if (value === undefined) delete result[name];
      else result[name] = value;
    }
  return result;
}

function rebasedField(field: FieldShape, name: string, record: Plain, base: Plain, now: Plain): unknown {
  const [mine, before, theirs] = [record[name], base[name], now[name]];
  switch (field.kind) {
    case 'pack':
      return field.names.every((each) => sameValue(record[each], base[each])) ? theirs : mine;
    case 'members':
      return isPlain(mine) && isPlain(before) && isPlain(theirs)
        ? rebasedMembers(field.members, mine, before, theirs)
        : chosen(mine, before, theirs);
    case 'set':
      return rebasedSet(listIn(mine), listIn(before), listIn(theirs));
    case 'hours':
      return listIn(mine).map((value, hour) => chosen(value, listIn(before)[hour], listIn(theirs)[hour]));
    case 'list':
      return rebasedList(field, listIn(mine), listIn(before), listIn(theirs));
    case 'value':
    case 'text':
    case 'rareText':
      return chosen(mine, before, theirs);
  }
}

const chosen = (mine: unknown, before: unknown, theirs: unknown): unknown =>
  sameValue(mine, before) ? theirs : mine;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const rebasedMembers = (members: readonly string[], mine: Plain, before: Plain, theirs: Plain): Plain =>
  Object.fromEntries(
    members
      .map((member) => [member, chosen(mine[member], before[member], theirs[member])] as const)
      .filter(([, value]) => value !== undefined),
  );

/** Mine without what others took out, and then what they put in. */
const rebasedSet = (
  mine: readonly unknown[],
  before: readonly unknown[],
  theirs: readonly unknown[],
): readonly unknown[] => [
  ...mine.filter((each) => !before.includes(each) || theirs.includes(each)),
  ...theirs.filter((each) => !before.includes(each) && !mine.includes(each)),
];

/** The parts by their ids: one that others deleted comes back only where it was changed. */
function rebasedList(
  { idName, shape }: Extract<FieldShape, { readonly kind: 'list' }>,
  mine: readonly unknown[],
  before: readonly unknown[],
  theirs: readonly unknown[],
): readonly unknown[] {
  const byId = (parts: readonly unknown[]) =>
    new Map((parts as readonly Plain[]).map((part) => [part[idName], part]));
  const [mineById, beforeById, theirsById] = [byId(mine), byId(before), byId(theirs)];
  const kept = [...mineById].flatMap(([id, part]) => {
    const was = beforeById.get(id);
    const is = theirsById.get(id);
    if (was === undefined) return [part];
    if (is === undefined) return sameValue(part, was) ? [] : [part];
    return [{ ...rebased(shape, part, was, is), [idName]: id }];
  });
  const added = [...theirsById].filter(([id]) => !beforeById.has(id) && !mineById.has(id));
  return [...kept, ...added.map(([, part]) => part)];
}
