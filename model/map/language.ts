import { z } from 'zod';

/** The languages of maps, templates and the interface. All three are first class. */
export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const;

export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** A text in every language, as templates carry it. */
export type LocalizedText = Readonly<Record<Language, string>>;

/** Picks one language in a whole JSON tree: every `{ en, zh-Hans, zh-Hant }` becomes that language's text. */
export function inLanguage(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, language));
  if (typeof value !== 'object' || value === null) return value;
  if (isLocalizedText(value)) return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inLanguage(item, language)]));
}

export function isLocalizedText(value: object): value is LocalizedText {
  const keys = Object.keys(value);
  return (
    keys.length === languages.length &&
    languages.every((language) => typeof (value as Record<string, unknown>)[language] === 'string')
  );
}
