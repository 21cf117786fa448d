import { assert } from '../../../model/assert.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import type { Language } from '../../../model/map/language.ts';
import type { LaneKind } from '../../../model/map/lane.ts';
import { usualRole } from '../../../model/map/lane.ts';
import { mapFromTemplate } from '../../../model/map/mapFromTemplate.ts';
import { pictureSchema, type Picture } from '../../../model/map/picture.ts';
import { parseMap } from '../../../model/map/mapJson.ts';
import { journeyTemplates } from '../../../templates/journeys/journeyTemplates.ts';

/** The maps that exports are held against. */

export function wrongParcel(language: Language): JourneyMap {
  const template = journeyTemplates.find((each) => each.id === 'wrongParcel');
  assert(template !== undefined, 'the first template');
  const map = mapFromTemplate(template.content, language, 'map_golden' as JourneyMap['id']);
  assert(map.ok, 'the first template is a map');
  return map.value;
}

const kinds: readonly LaneKind[] = [
  'evidence',
  'customerActions',
  'thoughts',
  'touchpoints',
  'emotion',
  'painPoints',
  'frontstagePeople',
  'frontstageTechnology',
  'backstagePeople',
  'backstageTechnology',
  'support',
  'policy',
  'opportunities',
  'notes',
  'text',
];

/** A map of so many steps, lanes and cards, with texts of mixed length and script. */
export function largeMap(steps: number, lanes: number, cards: number): JourneyMap {
  const words = 'the customer waits for an answer and opens another window to look for help elsewhere'.split(
    ' ',
  );
  const han = '顾客打开包裹后发现商品与订单不符于是寻找在线客服并说明问题等待回复';
  const textOf = (i: number): string =>
    i % 2 === 0
      ? words.slice(0, 3 + (i % 11)).join(' ')
      : han.slice(i % 7, (i % 7) + 6 + (i % 19)) + (i % 3 === 0 ? ' 3 min' : '');
  const map = parseMap({
    formatVersion: 1,
    id: 'map_large',
    title: `${steps} x ${lanes}, ${cards}`,
    language: 'zh-Hans',
    stages: Array.from({ length: Math.ceil(steps / 8) }, (_, i) => ({
      id: `stage_${i}`,
      title: `阶段 ${i + 1}`,
      hue: i % 8,
    })),
    steps: Array.from({ length: steps }, (_, i) => ({
      id: `step_${i}`,
      stageId: `stage_${Math.floor(i / 8)}`,
      title: `步骤 ${i + 1} find help`,
    })),
    lanes: Array.from({ length: lanes }, (_, i) => {
      const kind = kinds[i % kinds.length]!;
      return { id: `lane_${i}`, kind, role: usualRole[kind], title: `Lane ${i + 1} 泳道` };
    }),
    cards: Array.from({ length: cards }, (_, i) => ({
      id: `card_${i}`,
      laneId: `lane_${i % lanes}`,
      stepId: `step_${Math.floor(i / lanes) % steps}`,
      text: `${textOf(i)} #${i}#`,
    })),
  });
  assert(map.ok, map.ok ? '' : JSON.stringify(map.error));
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
