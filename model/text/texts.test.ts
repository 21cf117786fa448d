import { describe, expect, it } from 'vitest';
import { languages, type LocalizedText } from '../map/language.ts';
import { mapFromJson, parseMap } from '../map/mapJson.ts';
import { blueprintLineNames, laneKindNames, laneRoleNames } from './laneNames.ts';
import * as mapNames from './mapNames.ts';
import { mapFileErrorText } from './mapFileErrorText.ts';
import * as serviceNames from './serviceNames.ts';

const tables: Readonly<Record<string, Readonly<Record<string, LocalizedText>>>> = {
  laneKindNames,
  laneRoleNames,
  blueprintLineNames,
  ...mapNames,
  ...serviceNames,
};
const han = /\p{Script=Han}/u;

describe('names of the trade', () => {
  it.each(Object.entries(tables))('[T20] %s: every choice has its own name in every language', (_, names) => {
    for (const language of languages) {
      const texts = Object.values(names).map((name) => name[language]);
      expect(new Set(texts).size).toBe(texts.length);
      for (const text of texts) expect(han.test(text)).toBe(language !== 'en');
    }
  });

  it('[T21] the lines of a blueprint are named right: 互动线 before 可视线', () => {
    expect(Object.values(blueprintLineNames).map((name) => name['zh-Hans'])).toEqual([
      '互动线',
      '可视线',
      '内部互动线',
    ]);
  });
});

describe('errors for people', () => {
  const wrong = [
    mapFromJson('{'),
    parseMap([]),
    parseMap({ formatVersion: 9 }),
    parseMap({ formatVersion: 1, id: 'map_x', title: 3, language: 'en', stages: 'none', steps: [1, 2] }),
    parseMap({ formatVersion: 1, id: 'map_x', title: 'X', language: 'en', more: 1 }),
  ];

  it.each(languages)('[T22] each says in %s what was expected, what was found, what to do', (language) => {
    for (const result of wrong) {
      if (result.ok) throw new Error('expected an error');
      const text = mapFileErrorText(result.error, language);
      expect(text).not.toMatch(/undefined|\[object/);
      expect(han.test(text)).toBe(language !== 'en');
    }
  });

  it('[T22] names the place and counts the other mistakes', () => {
    const result = wrong[3]!;
    if (result.ok) throw new Error('expected an error');
    expect(mapFileErrorText(result.error, 'en')).toBe(
      'title: expected a text, found 3 (and 3 more wrong fields). Correct the file and try again.',
    );
  });
});
