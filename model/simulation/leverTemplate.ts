import { z } from 'zod';
import { inLanguage, type Language } from '../map/language.ts';
import type { EvidenceId, LeverId } from '../map/ids.ts';
import { effectSchema, type Lever, leverCostSchema, leverSchema } from '../map/lever.ts';

/** A lever as the library holds it: in every language, with the library's evidence it rests on. */

const localizedText = z
  .strictObject({ en: z.string().min(1), 'zh-Hans': z.string().min(1), 'zh-Hant': z.string().min(1) })
  .readonly();
const key = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/);

export const leverTemplateSchema = z
  .strictObject({
    id: key,
    version: z.int().min(1),
    title: localizedText,
    description: localizedText,
    effects: z.array(effectSchema).min(1).readonly(),
    /** An example in the minor unit of the map's currency, for people to replace. */
    cost: leverCostSchema,
    leadWeeks: z.number().min(0),
    rampWeeks: z.number().min(0),
    decayHalfLifeWeeks: z.number().positive().optional(),
    group: key,
    requires: z.array(key).readonly().default([]),
    excludes: z.array(key).readonly().default([]),
    /** Of the evidence library (templates/evidence); none: a guess of ours, and its effects say so. */
    evidence: z.array(z.string()).readonly(),
  })
  .readonly();
export type LeverTemplate = z.infer<typeof leverTemplateSchema>;

export const planTemplateSchema = z
  .strictObject({ id: key, title: localizedText, levers: z.array(key).min(1).readonly() })
  .readonly();
export type PlanTemplate = z.infer<typeof planTemplateSchema>;

export const leverIdOf = (templateId: string): LeverId => `lever_${templateId}` as LeverId;
export const evidenceIdOf = (templateId: string): EvidenceId => `evidence_${templateId}` as EvidenceId;

/**
 * The lever as a record of a map in one language. The map gets the evidence of the same names beside it; `known` are
 * the levers that the map will have: requires and excludes name only those.
 */
export function leverFromTemplate(
  template: LeverTemplate,
  language: Language,
  known: ReadonlySet<string>,
): Lever {
  const { id, version, evidence, requires, excludes, ...fields } = template;
  const among = (ids: readonly string[]) => ids.map(leverIdOf).filter((each) => known.has(each));
  return leverSchema.parse(
    inLanguage(
      {
        ...fields,
        id: leverIdOf(id),
        origin: { id, version },
        requires: among(requires),
        excludes: among(excludes),
        evidenceIds: evidence.map(evidenceIdOf),
      },
      language,
    ),
  );
}
