import {
  type QualityModelTemplate,
  qualityModelTemplateSchema,
} from '../../model/quality/qualityModelTemplate.ts';
import fiveDimensionIndex from './fiveDimensionIndex.json';

/** The library of quality models, in the order in which people choose from it. To add one: its JSON file and a line here. */
export const qualityModelTemplates: readonly QualityModelTemplate[] = [fiveDimensionIndex].map((template) =>
  qualityModelTemplateSchema.parse(template),
);
