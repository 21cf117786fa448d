import type { JourneyMap } from '../map/journeyMap.ts';
import type { OwnerName } from './mapDocument.ts';
import { idNameOf } from './recordShape.ts';

export interface TextQuery {
  readonly find: string;
  /** Left out: capital and small letters are the same. */
  readonly matchCase?: boolean;
  /** Only these places; left out: everywhere. */
  readonly places?: readonly TextPlace[];
}

export interface TextPlace {
  readonly owner: OwnerName;
  readonly id: string;
  readonly field: string;
}

/** A text of the map with the places at which it says what was looked for. */
export interface TextMatch extends TextPlace {
  readonly text: string;
  /** Offsets in the text, ascending, without overlap. */
  readonly at: readonly number[];
  readonly length: number;
}

/** The fields that people read and search. */
export const searchedFields: Partial<Record<OwnerName, readonly string[]>> = {
  map: ['title', 'description', 'scope.scenario', 'scope.goal', 'scope.startTrigger', 'scope.endTrigger'],
  stages: ['title'],
  steps: ['title'],
  lanes: ['title'],
  cards: ['text', 'quote'],
  connectors: ['label'],
  personas: ['name', 'quote', 'goals'],
  emotions: ['quote'],
  evidence: ['claim', 'quote', 'source'],
  pools: ['title'],
  nodes: ['title'],
  levers: ['title', 'description'],
  plans: ['title'],
};

/** Where the texts of the map say something, in the order of the map's collections. */
export function findText(map: JourneyMap, query: TextQuery): readonly TextMatch[] {
  if (query.find === '') return [];
  const places = query.places?.map(placeName);
  return textsOf(map).flatMap((place) => {
    if (places !== undefined && !places.includes(placeName(place))) return [];
    const at = occurrences(place.text, query);
    return at.length === 0 ? [] : [{ ...place, at, length: query.find.length }];
  });
}

const placeName = ({ owner, id, field }: TextPlace): string => `${owner}/${id}/${field}`;

function textsOf(map: JourneyMap): readonly (TextPlace & { readonly text: string })[] {
  return Object.entries(searchedFields).flatMap(([name, fields]) => {
    const owner = name as OwnerName;
    const records: readonly object[] = owner === 'map' ? [map] : map[owner];
    return records.flatMap((record) =>
      fields.flatMap((field) => {
        const text = valueUnder(record, field);
        const id = owner === 'map' ? '' : String(valueUnder(record, idNameOf(owner)));
        return typeof text === 'string' && text !== '' ? [{ owner, id, field, text }] : [];
      }),
    );
  });
}

const valueUnder = (record: object, field: string): unknown =>
  field
    .split('.')
    .reduce<unknown>(
      (inside, key) => (inside as Readonly<Record<string, unknown>> | undefined)?.[key],
      record,
    );

function occurrences(text: string, { find, matchCase = false }: TextQuery): readonly number[] {
  // Letter case is compared without changing lengths (ẞ, İ), so that offsets stay true.
  const escaped = find.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return Array.from(text.matchAll(new RegExp(escaped, matchCase ? 'gu' : 'giu')), (match) => match.index);
}
