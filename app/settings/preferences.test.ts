import { expect, it } from 'vitest';
import { interfaceLanguage, usePreferences } from './preferences.ts';

it.each([
  [['de-DE', 'zh-TW', 'en'], 'zh-Hant'],
  [['zh-HK'], 'zh-Hant'],
  [['zh-Hans-HK'], 'zh-Hans'],
  [['zh-CN'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['zh-Hant'], 'zh-Hant'],
  [['en-GB', 'zh-CN'], 'en'],
  [['de', 'fr'], 'en'],
  [[], 'en'],
] as const)('[U1] a browser that asks for %j gets %s', (browser, language) => {
  expect(interfaceLanguage({ language: undefined }, browser)).toBe(language);
});

it('[U1] the chosen language wins over the browser', () => {
  expect(interfaceLanguage({ language: 'zh-Hans' }, ['en'])).toBe('zh-Hans');
});

it('[U2] a kept theme or language that is unknown falls back to the system', async () => {
  localStorage.setItem(
    'throughline.preferences',
    JSON.stringify({ state: { theme: 'sepia', language: 'tlh', motion: 'reduced' }, version: 0 }),
  );
  await usePreferences.persist.rehydrate();
  expect(usePreferences.getState()).toEqual({
    theme: 'system',
    language: undefined,
    motion: 'reduced',
    panel: 'open',
  });
});
