import type { Language } from '../../model/map/language.ts';

/** Between facts that are said in a row. */
export const comma = (language: Language): string => (language === 'en' ? ', ' : '，');
