import { z } from 'zod';
import { type Evidence, evidenceSchema } from '../map/evidence.ts';
import { date, gradeSchema } from '../map/fields.ts';
import type { EvidenceId } from '../map/ids.ts';
import { inLanguage, type Language } from '../map/language.ts';
import { metricKeySchema } from '../map/metric.ts';

const localizedText = z
  .strictObject({ en: z.string().min(1), 'zh-Hans': z.string().min(1), 'zh-Hant': z.string().min(1) })
  .readonly();

/** A claim of the evidence library, with what speaks against relying on it. */
export const evidenceTemplateSchema = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/),
    claim: localizedText,
    /** Words of the source, in its language; empty where only a summary was read. */
    quote: z.string(),
    source: z
      .strictObject({ file: z.string().optional(), title: localizedText, date: date.optional() })
      .readonly(),
    grade: gradeSchema,
    caveat: localizedText,
    /** The claimed difference, in points of a score or per cent as the source has it. */
    effect: z.strictObject({ metric: metricKeySchema, difference: z.number() }).readonly().optional(),
  })
  .readonly();
export type EvidenceTemplate = z.infer<typeof evidenceTemplateSchema>;

/** The claim as a record of a map. Its caveat goes with the claim: a number must not travel without it. */
export function evidenceFromTemplate(
  template: EvidenceTemplate,
  language: Language,
  id: EvidenceId,
): Evidence {
  const { source } = template;
  return evidenceSchema.parse(
    inLanguage(
      {
        id,
        claim:
          language === 'en'
            ? `${template.claim.en} (${template.caveat.en})`
            : `${template.claim[language]}（${template.caveat[language]}）`,
        quote: template.quote,
        source: source.title,
        ...(source.date === undefined ? {} : { date: source.date }),
        grade: template.grade,
      },
      language,
    ),
  );
}
