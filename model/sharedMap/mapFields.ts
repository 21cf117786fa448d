import { z } from 'zod';
import { journeyMapSchema, type JourneyMap, scopeSchema } from '../map/journeyMap.ts';
import type { RecordShape } from './recordShape.ts';

/** The fields of the map itself: its name, its scope. Its texts are root types, so that two people can begin them at once. */
export type MapFields = Pick<
  JourneyMap,
  'id' | 'title' | 'language' | 'kind' | 'description' | 'currency' | 'scope' | 'business'
>;

const { id, title, language, kind, description, currency, scope, business } = journeyMapSchema.unwrap().shape;

/** The fields of the map itself, out of a whole map; one that is not set is there as undefined. */
export const headerOf = (map: JourneyMap): Readonly<Record<keyof MapFields, unknown>> => ({
  id: map.id,
  title: map.title,
  language: map.language,
  kind: map.kind,
  description: map.description,
  currency: map.currency,
  scope: map.scope,
  business: map.business,
});

export const scopeTexts = ['scenario', 'goal', 'startTrigger', 'endTrigger'] as const;

const scopeMembers = Object.keys(scopeSchema.unwrap().shape).filter(
  (member) => !scopeTexts.some((text) => text === member),
);

export const mapShape: RecordShape = {
  schema: z.strictObject({ id, title, language, kind, description, currency, scope, business }),
  fields: [
    { kind: 'value', name: 'id' },
    { kind: 'value', name: 'title' },
    { kind: 'value', name: 'language' },
    { kind: 'value', name: 'kind' },
    { kind: 'value', name: 'currency' },
    { kind: 'value', name: 'business' },
    { kind: 'members', name: 'scope', members: scopeMembers },
    { kind: 'rareText', name: 'description' },
    ...scopeTexts.map((text) => ({ kind: 'rareText' as const, name: `scope.${text}` })),
  ],
};
