import type { Language, LocalizedText } from '../map/language.ts';
import { flatNote, naturalSource, timeCurves } from '../quality/defaultCurves.ts';

/** What our own curves rest on, in the reader's language; the source of a model's own curve stays as its author wrote it. */
export function curveSourceText(source: string, language: Language): string {
  const flat = source.endsWith(flatNote);
  const base = flat ? source.slice(0, -flatNote.length) : source;
  const known = translations.find(({ en }) => en === base);
  if (known === undefined) return source;
  return flat ? `${known[language]}${flatNotes[language]}` : known[language];
}

const flatNotes: LocalizedText = {
  en: flatNote,
  'zh-Hans': '；斜率取四分之一',
  'zh-Hant': '；斜率取四分之一',
};

const [chat, written, resolution, writtenResolution] = timeCurves.map(({ curve }) => curve.source);

const translations: readonly LocalizedText[] = [
  {
    en: chat!,
    'zh-Hans': '来源 002：30 秒内满意度 85 %，超过 1 分钟为 60 %；两端保持不变，不虚构极值',
    'zh-Hant': '來源 002：30 秒內滿意度 85 %，超過 1 分鐘為 60 %；兩端保持不變，不虛構極值',
  },
  {
    en: written!,
    'zh-Hans': '判断：一小时内、一天内、三天内答复',
    'zh-Hant': '判斷：一小時內、一天內、三天內回覆',
  },
  {
    en: resolution!,
    'zh-Hans': '来源 002：15 分钟内比超过 30 分钟高约 15；其中 60 为假定',
    'zh-Hant': '來源 002：15 分鐘內比超過 30 分鐘高約 15；其中 60 為假定',
  },
  {
    en: writtenResolution!,
    'zh-Hans': '判断：一天内、三天内解决',
    'zh-Hant': '判斷：一天內、三天內解決',
  },
  {
    en: naturalSource,
    'zh-Hans': '数值本身，不含判断',
    'zh-Hant': '數值本身，不含判斷',
  },
];
