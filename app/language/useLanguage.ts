import { useLingui } from '@lingui/react';
import type { Language } from '../../model/map/language.ts';

/** The language of the interface, for texts that stand in model/text in all three. */
export function useLanguage(): Language {
  const { i18n } = useLingui();
  // Only languages that we have catalogues for are ever activated.
  return i18n.locale as Language;
}
