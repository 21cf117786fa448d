import { i18n, type Messages } from '@lingui/core';
import type { Language } from '../../model/map/language.ts';

/** Loading and switching the interface's language. Each language is one chunk of the build. */
const catalogues: Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>> = {
  en: () => import('./catalogue.en.ts'),
  'zh-Hans': () => import('./catalogue.zh-Hans.ts'),
  'zh-Hant': () => import('./catalogue.zh-Hant.ts'),
};

/** Each language's own name, so that everybody finds theirs. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
};

/** Brings the interface into a language. A later call wins over an earlier one that is still loading. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  const { messages } = await catalogues[language]();
  if (wanted !== language) return;
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}

let wanted: Language | undefined;
