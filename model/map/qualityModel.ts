import { z } from 'zod';
import { gradeSchema, title } from './fields.ts';
import { dimensionIdSchema, indicatorIdSchema, qualityModelIdSchema } from './ids.ts';
import { metricKeySchema } from './metric.ts';

/** Where a copied model or lever came from. */
export const originSchema = z.strictObject({ id: z.string(), version: z.int().min(1) }).readonly();

/** A scoring curve: metric value -> 0..100, clamped outside its knots. */
export const curveSchema = z
  .strictObject({
    /** [metric value, score] pairs: values ascend, scores go one way. */
    knots: z
      .array(z.tuple([z.number(), z.number().min(0).max(100)]).readonly())
      .min(2)
      .max(100)
      .readonly(),
    interpolation: z.enum(['linear', 'pchip']).default('linear'),
    transform: z.enum(['none', 'log1p']).default('none'),
    source: title.default(''),
    grade: gradeSchema,
  })
  .readonly();
export type Curve = z.infer<typeof curveSchema>;

export const indicatorSchema = z
  .strictObject({
    id: indicatorIdSchema,
    title,
    /** Share within its dimension; each level is normalised. */
    weight: z.number().min(0),
    metric: metricKeySchema,
    /** Own curve, or a variant of the metric's: its default, a quarter of the default's slope, or none (the value as it is). */
    curve: z.union([curveSchema, z.enum(['default', 'flat', 'none'])]).default('default'),
    /** How steps combine to the map: weighted by volume, equally, or the worst step. */
    aggregate: z.enum(['volume', 'equal', 'worst']).default('volume'),
  })
  .readonly();
export type Indicator = z.infer<typeof indicatorSchema>;

export const dimensionSchema = z
  .strictObject({
    id: dimensionIdSchema,
    title,
    weight: z.number().min(0),
    indicators: z.array(indicatorSchema).max(200).readonly(),
  })
  .readonly();
export type Dimension = z.infer<typeof dimensionSchema>;

/**
 * How indicators combine to dimensions and these to the index: `mean` lets strong ones make up for weak ones,
 * `geometric` less so, `weakest` not at all.
 */
export const combinations = ['mean', 'geometric', 'weakest'] as const;
export type Combination = (typeof combinations)[number];

/** What quality means here: dimensions > indicators > metrics, with weights. Copied into the map when chosen. */
export const qualityModelSchema = z
  .strictObject({
    id: qualityModelIdSchema,
    origin: originSchema.optional(),
    title,
    combine: z.enum(combinations).default('mean'),
    dimensions: z.array(dimensionSchema).max(100).readonly(),
  })
  .readonly();
export type QualityModel = z.infer<typeof qualityModelSchema>;
