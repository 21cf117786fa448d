import type { Language } from '../map/language.ts';

/** Common signs that belong to one script only. */
const simplified =
  /[个们这时说请过发现错误问题认识话语为会开关门应该间长东车马电脑书学习让给从态务质评满线确产总结经单样实际点数据达标选择边队预计约处业顾对动]/gu;
const traditional =
  /[個們這時說請過發現錯誤問題認識話語為會開關門應該間長東車馬電腦書學習讓給從態務質評滿線確產總結經單樣實際點數據達標選擇邊隊預計約處業顧對動]/gu;

/** The language of a foreign text, by its script; `otherwise` where the script does not tell. */
export function languageOfText(text: string, otherwise: Language): Language {
  const letters = text.match(/\p{Letter}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (letters === 0) return otherwise;
  const japanese = /[\u3040-\u30FF]/.test(text);
  if (japanese || han * 5 < letters) return 'en';
  const lead = (text.match(traditional)?.length ?? 0) - (text.match(simplified)?.length ?? 0);
  if (lead === 0) return otherwise === 'en' ? 'zh-Hans' : otherwise;
  return lead > 0 ? 'zh-Hant' : 'zh-Hans';
}
