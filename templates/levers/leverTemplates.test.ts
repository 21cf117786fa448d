import { describe, expect, it } from 'vitest';
import { checkInvariants } from '../../model/map/invariants.ts';
import { journeyMapSchema } from '../../model/map/journeyMap.ts';
import { languages } from '../../model/map/language.ts';
import { planSchema } from '../../model/map/plan.ts';
import { evidenceFromTemplate } from '../../model/quality/evidenceTemplate.ts';
import { catalogueMetric } from '../../model/quality/metricCatalogue.ts';
import { doubleCounts } from '../../model/simulation/checkLever.ts';
import { evidenceIdOf, leverFromTemplate, leverIdOf } from '../../model/simulation/leverTemplate.ts';
import { isParameter } from '../../model/simulation/planEffects.ts';
import { evidenceTemplates } from '../evidence/evidenceTemplates.ts';
import { leverTemplates, servicePlanTemplates } from './leverTemplates.ts';

const known = new Set<string>(leverTemplates.map(({ id }) => leverIdOf(id)));

describe.each(leverTemplates.map((template) => [template.id, template] as const))(
  'the lever %s',
  (_, template) => {
    it('[K11] rests on evidence of the library, and claims only with evidence', () => {
      const library = new Set(evidenceTemplates.map(({ id }) => id));
      for (const id of template.evidence) expect(library).toContain(id);
      if (template.effects.some(({ basis }) => basis === 'claim'))
        expect(template.evidence.length).toBeGreaterThan(0);
    });

    it('[K11] changes what the service or the metric catalogue knows, in ascending numbers, and counts nothing twice', () => {
      for (const { on, low, likely, high } of template.effects) {
        expect(isParameter(on) || catalogueMetric(on) !== undefined).toBe(true);
        expect(low).toBeLessThanOrEqual(likely);
        expect(likely).toBeLessThanOrEqual(high);
      }
      expect(doubleCounts(template)).toEqual([]);
    });
  },
);

it('[K11] makes a sound map in every language, with every lever and the evidence beside it', () => {
  for (const language of languages) {
    const map = journeyMapSchema.parse({
      formatVersion: 1,
      id: 'map_levers',
      title: 'Levers',
      language,
      evidence: evidenceTemplates.map((template) =>
        evidenceFromTemplate(template, language, evidenceIdOf(template.id)),
      ),
      levers: leverTemplates.map((template) => leverFromTemplate(template, language, known)),
      plans: servicePlanTemplates.map(({ id, title, levers }) =>
        planSchema.parse({
          id: `plan_${id}`,
          title: title[language],
          levers: levers.map((lever) => ({ leverId: leverIdOf(lever) })),
        }),
      ),
    });
    expect(checkInvariants(map)).toEqual([]);
  }
});

it('[K10] a lever that shortens handle time and also claims shorter waits counts twice', () => {
  const effect = { form: 'multiply', low: 1, likely: 1, high: 1, basis: 'judgement', grade: 'E' } as const;
  expect(
    doubleCounts({
      effects: [
        { ...effect, on: 'handleSeconds' },
        { ...effect, on: 'frt' },
      ],
    }),
  ).toEqual([{ type: 'DoubleCounted', parameter: 0, metric: 1 }]);
});
