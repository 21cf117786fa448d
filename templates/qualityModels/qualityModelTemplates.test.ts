import { describe, expect, it } from 'vitest';
import { languages } from '../../model/map/language.ts';
import { catalogueMetric } from '../../model/quality/metricCatalogue.ts';
import { qualityModelFromTemplate } from '../../model/quality/qualityModelTemplate.ts';
import { qualityModelTemplates } from './qualityModelTemplates.ts';

describe.each(qualityModelTemplates.map((template) => [template.id, template] as const))(
  'the quality model %s',
  (_, template) => {
    it.each(languages)('[Q14] becomes a record of a map in %s, with its origin', (language) => {
      const model = qualityModelFromTemplate(template, language);
      expect(model.origin).toEqual({ id: template.id, version: template.version });
      expect(model.title).toBe(template.title[language]);
    });

    it('[Q14] names its source and the passage of each dimension or indicator', () => {
      expect(template.source.file).toMatch(/^\d{3}_\w+\.txt$/);
      for (const dimension of template.dimensions)
        expect(dimension.passage ?? dimension.indicators.every((each) => each.passage)).toBeTruthy();
    });

    it('[Q14] feeds every indicator from a metric of the catalogue', () => {
      const metrics = template.dimensions.flatMap((each) => each.indicators.map(({ metric }) => metric));
      expect(metrics.filter((metric) => catalogueMetric(metric) === undefined)).toEqual([]);
    });

    it('[Q14] gives every dimension and indicator an id of its own', () => {
      const ids = template.dimensions.flatMap((each) => [each.id, ...each.indicators.map(({ id }) => id)]);
      expect(new Set(ids).size).toBe(ids.length);
    });
  },
);

describe('the five-dimension index', () => {
  it('[Q14] has the weights 20, 30, 20, 15, 15 and 4, 3, 3, 3, 2 indicators of source 000', () => {
    const { dimensions } = qualityModelTemplates.find(({ id }) => id === 'fiveDimensionIndex')!;
    expect(dimensions.map(({ weight }) => weight)).toEqual([20, 30, 20, 15, 15]);
    expect(dimensions.map(({ indicators }) => indicators.length)).toEqual([4, 3, 3, 3, 2]);
  });
});
