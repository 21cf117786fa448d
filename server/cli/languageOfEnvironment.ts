import type { Language } from '../../model/map/language.ts';

/** The reader's language from the environment, as POSIX orders it: LC_ALL, LC_MESSAGES, LANG; English otherwise. */
export function languageOfEnvironment(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  if (locale === undefined || !/^zh([_.-]|$)/i.test(locale)) return 'en';
  return /hant|[_-](tw|hk|mo)\b/i.test(locale.replace(/[.@].*$/, '')) ? 'zh-Hant' : 'zh-Hans';
}
