import { z } from 'zod';
import { inLanguage, type Language } from '../map/language.ts';
import { metricKeySchema } from '../map/metric.ts';
import { indicatorSchema, type QualityModel, qualityModelSchema } from '../map/qualityModel.ts';

/** A quality model as the library holds it: in every language, with the passages of the source it was taken from. */

const localizedText = z
  .strictObject({ en: z.string().min(1), 'zh-Hans': z.string().min(1), 'zh-Hant': z.string().min(1) })
  .readonly();

const indicatorTemplateSchema = z
  .strictObject({
    id: z.string(),
    title: localizedText,
    weight: z.number().min(0).default(1),
    metric: metricKeySchema,
    curve: indicatorSchema.unwrap().shape.curve.optional(),
    description: localizedText,
    /** Where the source names it, in the source's words (shortened). */
    passage: z.string().optional(),
  })
  .readonly();

export const qualityModelTemplateSchema = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/),
    version: z.int().min(1),
    title: localizedText,
    description: localizedText,
    /** `literal`: takes a formula of the source as printed although it measures nothing useful; shown with a warning. */
    caution: z.enum(['literal']).optional(),
    /** The text it comes from: file, title, place in it. */
    source: z.strictObject({ file: z.string(), title: z.string(), passage: z.string() }).readonly(),
    dimensions: z
      .array(
        z
          .strictObject({
            id: z.string(),
            title: localizedText,
            weight: z.number().min(0).default(1),
            passage: z.string().optional(),
            /** Dimensions of other models that mean about the same; a mapping for people, nothing is merged. */
            related: z
              .array(z.strictObject({ model: z.string(), dimension: z.string() }).readonly())
              .readonly()
              .optional(),
            indicators: z.array(indicatorTemplateSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

export type QualityModelTemplate = z.infer<typeof qualityModelTemplateSchema>;

/** The template as a record of a map in one language; the map keeps it for ever, with its origin and version. */
export function qualityModelFromTemplate(template: QualityModelTemplate, language: Language): QualityModel {
  return qualityModelSchema.parse(
    inLanguage(
      {
        id: `qualityModel_${template.id}`,
        origin: { id: template.id, version: template.version },
        title: template.title,
        dimensions: template.dimensions.map(({ id, title, weight, indicators }) => ({
          id,
          title,
          weight,
          indicators: indicators.map(({ id, title, weight, metric, curve }) => ({
            id,
            title,
            weight,
            metric,
            curve,
          })),
        })),
      },
      language,
    ),
  );
}
