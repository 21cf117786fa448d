import { i18n, type Messages } from '@lingui/core';
import type { Language } from '../../model/map/language.ts';

/** Loading and switching the interface's language. Each language is two chunks: what a map opens with, and all the rest. */
type Words = Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>>;

const first: Words = {
  en: () => import('./first.en.ts'),
  'zh-Hans': () => import('./first.zh-Hans.ts'),
  'zh-Hant': () => import('./first.zh-Hant.ts'),
};

const others: Words = {
  en: () => import('./others.en.ts'),
  'zh-Hans': () => import('./others.zh-Hans.ts'),
  'zh-Hant': () => import('./others.zh-Hant.ts'),
};

/** Each language's own name, so that everybody finds theirs. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
};

let wanted: Language | undefined;
let allAreWanted = false;
const spokenInFull = new Set<Language>();

/** Brings the interface into a language. A later call wins over an earlier one that is still loading. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  const [{ messages }] = await Promise.all([first[language](), allAreWanted && learnOthers(language)]);
  if (wanted !== language) return;
  i18n.load(language, messages);
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** Settles once the words of all parts are there, now and after any change of the language. */
export async function speakOfAllParts(): Promise<void> {
  allAreWanted = true;
  if (wanted !== undefined) await learnOthers(wanted);
}

async function learnOthers(language: Language): Promise<void> {
  if (spokenInFull.has(language)) return;
  const { messages } = await others[language]();
  if (spokenInFull.has(language)) return;
  spokenInFull.add(language);
  i18n.load(language, messages);
}
