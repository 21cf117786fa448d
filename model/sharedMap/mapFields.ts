import { z } from 'zod';
import { journeyMapSchema, type JourneyMap, scopeSchema } from '../map/journeyMap.ts';
import type { RecordShape } from './recordShape.ts';

/** The fields of the map itself: its name, its scope. Its texts are root types, so that two people can begin them at once. */
export type MapFields = Pick<
  JourneyMap,
  'id' | 'title' | 'language' | 'kind' | 'description' | 'currency' | 'scope'
>;

const { id, title, language, kind, description, currency, scope } = journeyMapSchema.unwrap().shape;

export const scopeTexts = ['scenario', 'goal', 'startTrigger', 'endTrigger'] as const;

const scopeMembers = Object.keys(scopeSchema.unwrap().shape).filter(
  (member) => !scopeTexts.some((text) => text === member),
);

export const mapShape: RecordShape = {
  schema: z.strictObject({ id, title, language, kind, description, currency, scope }),
  fields: [
    { kind: 'value', name: 'id' },
    { kind: 'value', name: 'title' },
    { kind: 'value', name: 'language' },
    { kind: 'value', name: 'kind' },
    { kind: 'value', name: 'currency' },
    { kind: 'members', name: 'scope', members: scopeMembers },
    { kind: 'rareText', name: 'description' },
    ...scopeTexts.map((text) => ({ kind: 'rareText' as const, name: `scope.${text}` })),
  ],
};
