import { describe, expect, it } from 'vitest';
import type { EvidenceId } from '../../model/map/ids.ts';
import { languages } from '../../model/map/language.ts';
import { evidenceFromTemplate } from '../../model/quality/evidenceTemplate.ts';
import { catalogueMetric } from '../../model/quality/metricCatalogue.ts';
import { evidenceTemplates } from './evidenceTemplates.ts';

describe('the library of evidence', () => {
  it('[Q29] holds the 22 effects of the sources, each with its words, and five better studies', () => {
    const ids = evidenceTemplates.map(({ id }) => id);
    expect(ids).toEqual([
      ...Array.from({ length: 22 }, (_, i) => `E${i + 1}`),
      ...Array.from({ length: 5 }, (_, i) => `X${i + 1}`),
    ]);
  });

  it('[Q29] grades every claim without source, sample and method as D, however sure it sounds', () => {
    for (const { id, grade, quote, source } of evidenceTemplates) {
      if (!id.startsWith('E')) continue;
      expect(grade).toBe('D');
      expect(quote).not.toBe('');
      expect(source.file).toMatch(/^00[23]_/);
    }
  });

  it('[Q29] the effects on satisfaction add up to 270 points: proof that they cannot be added', () => {
    const sum = evidenceTemplates
      .filter(({ id }) => /^E([2-9]|1[0-578])$/.test(id))
      .reduce((all, { effect }) => all + effect!.difference, 0);
    expect(sum).toBe(270);
  });

  it.each(languages)('[Q29] becomes a record of a map in %s that carries its caveat', (language) => {
    for (const template of evidenceTemplates) {
      const record = evidenceFromTemplate(template, language, 'evidence_x' as EvidenceId);
      expect(record.claim).toContain(template.claim[language]);
      expect(record.claim).toContain(template.caveat[language]);
      expect(record.grade).toBe(template.grade);
      if (template.effect !== undefined) expect(catalogueMetric(template.effect.metric)).toBeDefined();
    }
  });
});
