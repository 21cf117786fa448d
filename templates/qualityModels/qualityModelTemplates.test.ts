import { describe, expect, it } from 'vitest';
import { isLocalizedText, languages, type LocalizedText } from '../../model/map/language.ts';
import type { MapId } from '../../model/map/ids.ts';
import { mapFromTemplate } from '../../model/map/mapFromTemplate.ts';
import { catalogueMetric } from '../../model/quality/metricCatalogue.ts';
import { metricTable } from '../../model/quality/metricTable.ts';
import { qualityModelFromTemplate } from '../../model/quality/qualityModelTemplate.ts';
import { journeyTemplates } from '../journeys/journeyTemplates.ts';
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

    it('[Q14] carries every text in three languages, each in its own script and signs', () => {
      for (const text of texts(template)) {
        expect(text.en).not.toMatch(/\p{Script=Han}|[\u3000-\u303F\uFF00-\uFFEF]/u);
        for (const language of ['zh-Hans', 'zh-Hant'] as const) {
          expect(text[language]).toMatch(/\p{Script=Han}/u);
          expect(text[language]).not.toMatch(/\p{Script=Han}[,:;?!()]/u);
        }
        expect(text['zh-Hans']).not.toMatch(onlyTraditional);
        expect(text['zh-Hant']).not.toMatch(onlySimplified);
      }
    });

    it('[Q14] gives every dimension and indicator an id of its own', () => {
      const ids = template.dimensions.flatMap((each) => [each.id, ...each.indicators.map(({ id }) => id)]);
      expect(new Set(ids).size).toBe(ids.length);
    });
  },
);

/** Common signs of the one script that are never right in the other. */
const onlySimplified =
  /[个们这时说请过发现错误问题认识话语为会开关门应该间长东车马电脑书学习让给从态务质评满线确产总结经单样实际点数据达标选择边队预计约处业顾对动]/u;
const onlyTraditional =
  /[個們這時說請過發現錯誤問題認識話語為會開關門應該間長東車馬電腦書學習讓給從態務質評滿線確產總結經單樣實際點數據達標選擇邊隊預計約處業顧對動]/u;

function texts(value: unknown): readonly LocalizedText[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isLocalizedText(value)) return [value];
  return Object.values(value).flatMap(texts);
}

describe('the library of quality models', () => {
  it('[Q14] holds every model of the design, related dimensions exist', () => {
    expect(qualityModelTemplates.map(({ id }) => id)).toEqual([
      'fiveDimensionIndex',
      'responseSpeed',
      'responseQuality',
      'sixExperienceDimensions',
      'servqual',
      'satisfactionFactors',
      'responseAttributes',
      'experienceMetrics',
      'fiveDimensionIndexLiteral',
    ]);
    for (const { dimensions } of qualityModelTemplates)
      for (const { model, dimension } of dimensions.flatMap((each) => each.related ?? []))
        expect(
          qualityModelTemplates.find(({ id }) => id === model)?.dimensions.some(({ id }) => id === dimension),
        ).toBe(true);
  });

  it('[Q14] names every metric of the catalogue in three languages, each in its own script', () => {
    for (const { title } of metricTable) {
      expect(title['zh-Hans']).not.toMatch(onlyTraditional);
      expect(title['zh-Hant']).not.toMatch(onlySimplified);
    }
  });
});

describe('SERVQUAL', () => {
  it('[Q14] has 22 items: 4 tangibles, 5 reliability, 4 responsiveness, 4 assurance, 5 empathy', () => {
    const { dimensions } = qualityModelTemplates.find(({ id }) => id === 'servqual')!;
    expect(dimensions.map(({ indicators }) => indicators.length)).toEqual([4, 5, 4, 4, 5]);
  });
});

describe('the five-dimension index', () => {
  it.each(languages)(
    '[Q14] stands in the template of the wrong parcel exactly as in the library, in %s',
    (language) => {
      const parcel = journeyTemplates.find(({ id }) => id === 'wrongParcel')!;
      const map = mapFromTemplate(parcel.content, language, 'map_x' as MapId);
      const template = qualityModelTemplates.find(({ id }) => id === 'fiveDimensionIndex')!;
      expect(map.ok && map.value.qualityModels).toEqual([qualityModelFromTemplate(template, language)]);
    },
  );

  it('[Q14] has the weights 20, 30, 20, 15, 15 and 4, 3, 3, 3, 2 indicators of source 000', () => {
    const { dimensions } = qualityModelTemplates.find(({ id }) => id === 'fiveDimensionIndex')!;
    expect(dimensions.map(({ weight }) => weight)).toEqual([20, 30, 20, 15, 15]);
    expect(dimensions.map(({ indicators }) => indicators.length)).toEqual([4, 3, 3, 3, 2]);
  });
});
