import { textStyles } from '../layout/layoutSizes.ts';
import type { Box, MapLayout } from '../layout/mapLayout.ts';
import type { TextMeasure } from '../layout/textMeasure.ts';
import type { CardId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { DrawingWords } from '../text/drawingWords.ts';
import { group, type Group, type Mark } from './drawing.ts';

/** The page of a document, counted from 1, on which a card stands; undefined when it stands on none. */
export type PageOfCard = (cardId: CardId) => number | undefined;

export interface OffPageSigns {
  readonly pageOf: PageOfCard;
  readonly words: DrawingWords;
  readonly measure: TextMeasure;
}

/**
 * [E35] Arrows whose two cards stand on different pages, as flow charts show them: where one leaves, "→" and the page
 * it leads to; where it arrives, the page it comes from and "→". Each sign leads to that page.
 */
export function offPageSigns(map: JourneyMap, layout: MapLayout, signs: OffPageSigns): readonly Group[] {
  const boxes = new Map<CardId, Box>();
  for (const row of layout.rows)
    for (const box of row.content.cards) boxes.set(box.cardId, { ...box, y: row.y + box.y });
  const titles = new Map(map.cards.map((card) => [card.id, card.text]));
  const used = new Map<string, number>();
  return map.connectors.flatMap(({ kind, fromCardId, toCardId, label }): Group[] => {
    const leaves = boxes.get(fromCardId);
    const arrives = boxes.get(toCardId);
    const box = leaves ?? arrives;
    if (kind !== 'triggers' || box === undefined || (leaves !== undefined && arrives !== undefined))
      return [];
    const side = leaves === undefined ? 'left' : 'right';
    const page = signs.pageOf(leaves === undefined ? fromCardId : toCardId);
    if (page === undefined) return [];
    const text = side === 'right' ? `→ ${page}` : `${page} →`;
    const key = `${leaves === undefined ? toCardId : fromCardId} ${side}`;
    const before = used.get(key) ?? 0;
    const width = signs.measure.widthInEm(text, style.weight) * style.size + 2 * padding;
    used.set(key, before + width + 3);
    const alt = signs.words.offPage(
      signs.words.connector(titles.get(fromCardId) ?? '', titles.get(toCardId) ?? '', label),
      page,
    );
    return [
      group(sign(text, width), {
        at: {
          x: side === 'right' ? box.x + box.width - 4 - width - before : box.x + 4 + before,
          y: box.y + box.height - style.lineHeight / 2,
        },
        meaning: { role: 'paragraph', alt, link: { page } },
      }),
    ];
  });
}

const style = textStyles.small;
const padding = 4;

/** A small lozenge on the lower edge of the card. */
const sign = (text: string, width: number): readonly Mark[] => [
  {
    type: 'rect',
    x: 0,
    y: 0,
    width,
    height: style.lineHeight,
    radius: style.lineHeight / 2,
    fill: 'page',
    stroke: { colour: 'ink-secondary', width: 0.8 },
  },
  {
    type: 'text',
    x: padding,
    y: 0,
    lines: [{ text, width: width - 2 * padding }],
    style,
    colour: 'ink-secondary',
  },
];
