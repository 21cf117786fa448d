import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { type Language, languages } from '../../model/map/language.ts';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** What a person has chosen on this device. `system` and `undefined` follow the browser. */
export interface Preferences {
  readonly theme: Theme;
  readonly language: Language | undefined;
  readonly motion: 'system' | 'reduced';
  /** The panel beside a map. */
  readonly panel: 'open' | 'closed';
}

export const usePreferences = create<Preferences>()(
  persist((): Preferences => ({ theme: 'system', language: undefined, motion: 'system', panel: 'open' }), {
    name: 'throughline.preferences',
    merge: (stored, usual) => sound(stored, usual),
  }),
);

export function choose(chosen: Partial<Preferences>): void {
  usePreferences.setState(chosen);
}

/** The language of the interface now: the chosen one, else the first of the browser's that we speak, else English. */
export function interfaceLanguage(
  { language }: Pick<Preferences, 'language'>,
  browserLanguages: readonly string[],
): Language {
  if (language !== undefined) return language;
  for (const tag of browserLanguages) {
    const spoken = languageOfTag(tag);
    if (spoken !== undefined) return spoken;
  }
  return 'en';
}

/** zh-TW, zh-HK, zh-MO and zh-Hant-* read traditional characters, every other zh simplified ones. */
function languageOfTag(tag: string): Language | undefined {
  const lower = tag.toLowerCase();
  if (lower.startsWith('en')) return 'en';
  if (!lower.startsWith('zh')) return undefined;
  return /hant|-(tw|hk|mo)\b/.test(lower) && !lower.includes('hans') ? 'zh-Hant' : 'zh-Hans';
}

/** What stands in the browser's storage may be old or edited by hand: unknown values fall back. */
function sound(stored: unknown, usual: Preferences): Preferences {
  const kept = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<Preferences>;
  return {
    theme: themes.find((theme) => theme === kept.theme) ?? usual.theme,
    language: languages.find((language) => language === kept.language),
    motion: kept.motion === 'reduced' ? 'reduced' : 'system',
    panel: kept.panel === 'closed' ? 'closed' : 'open',
  };
}
