import {
  type QualityModelTemplate,
  qualityModelTemplateSchema,
} from '../../model/quality/qualityModelTemplate.ts';
import experienceMetrics from './experienceMetrics.json';
import fiveDimensionIndex from './fiveDimensionIndex.json';
import fiveDimensionIndexLiteral from './fiveDimensionIndexLiteral.json';
import responseAttributes from './responseAttributes.json';
import responseQuality from './responseQuality.json';
import responseSpeed from './responseSpeed.json';
import satisfactionFactors from './satisfactionFactors.json';
import servqual from './servqual.json';
import sixExperienceDimensions from './sixExperienceDimensions.json';

/** The library of quality models, in the order in which people choose from it. To add one: its JSON file and a line here. */
export const qualityModelTemplates: readonly QualityModelTemplate[] = [
  fiveDimensionIndex,
  responseSpeed,
  responseQuality,
  sixExperienceDimensions,
  servqual,
  satisfactionFactors,
  responseAttributes,
  experienceMetrics,
  fiveDimensionIndexLiteral,
].map((template) => qualityModelTemplateSchema.parse(template));
