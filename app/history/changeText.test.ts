import { setupI18n } from '@lingui/core';
import { expect, it } from 'vitest';
import { compareMaps } from '../../model/map/compareMaps.ts';
import { journeyMapSchema } from '../../model/map/journeyMap.ts';
import { changeText } from './changeText.ts';

const mapWith = (currency: string, values: Readonly<Record<string, number>>) =>
  journeyMapSchema.parse({
    formatVersion: 1,
    id: 'map_a',
    title: 'A',
    language: 'en',
    currency,
    metrics: [
      { id: 'foundHelp', title: 'Found help unaided', unit: 'pts', direction: 'higher', estimator: 'mean' },
    ],
    measurements: Object.entries(values).map(([metric, value]) => ({
      id: `measurement_${metric}`,
      metric,
      on: { map: true },
      value,
      source: { kind: 'measured' },
    })),
  });

it('[U9] a changed number is said by title, in the unit and scale in which it is shown elsewhere', () => {
  const earlier = mapWith('EUR', { costPerContact: 12_000, csat: 0.71, foundHelp: 6 });
  const now = mapWith('EUR', { costPerContact: 15_000, csat: 0.8, foundHelp: 7 });
  const said = (locale: string) => {
    const i18n = setupI18n({ locale, messages: { [locale]: {} } });
    return compareMaps(earlier, now).map((change) => {
      const { before, after } = changeText(change, earlier, now, i18n);
      return [before, after];
    });
  };
  expect(said('en')).toEqual([
    ['Cost per contact: 120 EUR', 'Cost per contact: 150 EUR'],
    ['Satisfied customers (CSAT): 71 %', 'Satisfied customers (CSAT): 80 %'],
    ['Found help unaided: 6 pts', 'Found help unaided: 7 pts'],
  ]);
});
