import type { LocalizedText } from '../map/language.ts';

/** Names that an import gives to what the foreign file does not name. */
export const importedNames = {
  who: { en: 'Who', 'zh-Hans': '参与者', 'zh-Hant': '參與者' },
  customer: { en: 'Customer', 'zh-Hans': '客户', 'zh-Hant': '顧客' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
