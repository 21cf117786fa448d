import { assert } from '../../../model/assert.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import type { Language } from '../../../model/map/language.ts';
import { mapFromTemplate } from '../../../model/map/mapFromTemplate.ts';
import { pictureSchema, type Picture } from '../../../model/map/picture.ts';
import { journeyTemplates } from '../../../templates/journeys/journeyTemplates.ts';

/** The maps that exports are held against. */

export function wrongParcel(language: Language): JourneyMap {
  const template = journeyTemplates.find((each) => each.id === 'wrongParcel');
  assert(template !== undefined, 'the first template');
  const map = mapFromTemplate(template.content, language, 'map_golden' as JourneyMap['id']);
  assert(map.ok, 'the first template is a map');
  return map.value;
}

/** Texts that break exporters. */
export const hostileTexts: readonly string[] = [
  '👩‍👩‍👧‍👦 family 🇨🇳🇹🇼 ❤️ ☎️ 🏳️‍🌈',
  'שלום עולם and مرحبا بالعالم',
  'e\u0301galite\u0301 naïve ﬁligree Ⅷ ① ℃ → ★ ½',
  `long ${'word '.repeat(1_999)}`,
  'x'.repeat(400),
  'control \u0000\u0007\u001b\u009f\u202e end',
  'private \ue000\uf8ff\u{f0000} use',
  'lone \ud83d surrogate \udc00 here',
  '<b>&amp;"\'</b> =1+1 %PDF-1.7 (parens) \\backslash',
  'line\nbreak\r\nand\ttab\u2028and separator',
  '한국어 テスト ｶﾀｶﾅ ภาษาไทย हिन्दी',
  '𠮷野家 㐀 龘 𝒳 𓀀',
  '',
  '   ',
];

export function hostileMap(language: Language): JourneyMap {
  const map = wrongParcel(language);
  return {
    ...map,
    title: hostileTexts[8]!,
    cards: map.cards.map((card, i) => ({ ...card, text: hostileTexts[i % hostileTexts.length]! })),
    steps: map.steps.map((step, i) => ({
      ...step,
      title: hostileTexts[(i * 3) % hostileTexts.length]!.slice(0, 900),
    })),
    lanes: map.lanes.map((lane, i) => ({ ...lane, title: hostileTexts[(i * 5) % 3]! })),
  };
}

const pictureOf = (digit: string, mime: Picture['mime'], bytes: string, side = 1): Picture =>
  pictureSchema.parse({
    hash: digit.repeat(64),
    mime,
    width: side,
    height: side,
    alt: `picture ${digit}`,
    bytes,
  });

/** One red dot as a PNG. */
export const redPicture = pictureOf(
  'a',
  'image/png',
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4XmO4y8DwHwAEeAHdwW4yVwAAAABJRU5ErkJggg==',
);

/** A red GIF and a red WebP. */
export const otherPictures: readonly Picture[] = [
  pictureOf('b', 'image/gif', 'R0lGODlhAQABAIABAP8AAP///ywAAAAAAQABAAACAkQBADs='),
  pictureOf(
    'c',
    'image/webp',
    'UklGRjYAAABXRUJQVlA4TCoAAAAvJ0AHAA9wK9XpjvmPCmTSNlJmdc7zjimI6P88AAAASP8AAAAAAADY0wA=',
    40,
  ),
];

/** Pictures that cannot be read: cut off, of another kind than they say, without bytes. */
export const brokenPictures: readonly Picture[] = [
  pictureOf('d', 'image/png', btoa(atob(redPicture.bytes ?? '').slice(0, 40))),
  pictureOf('e', 'image/jpeg', btoa('this is no picture')),
  pictureSchema.parse({ hash: 'f'.repeat(64), mime: 'image/png', width: 1, height: 1, alt: 'picture f' }),
];

/** The sample with these pictures on its first cards. */
export function withPictures(map: JourneyMap, pictures: readonly Picture[]): JourneyMap {
  const cards = map.cards.map((card, i) => {
    const picture = pictures[i];
    return picture === undefined ? card : { ...card, pictureId: picture.hash };
  });
  return { ...map, cards, pictures };
}
