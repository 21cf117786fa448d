import type { Card } from '../map/card.ts';
import type { Marker } from '../map/marker.ts';
import type { Picture } from '../map/picture.ts';
import { layoutSizes as sizes, textStyles } from './layoutSizes.ts';
import type { Box, CardBox, MarkerBox } from './mapLayout.ts';
import { breakLines } from './textLines.ts';
import type { TextMeasure } from './textMeasure.ts';

/** What is on a card and how high it must be at least, apart from where it stands. */
export type CardParts = Pick<CardBox, 'text' | 'quote' | 'picture' | 'icon' | 'footer' | 'markers'> & {
  readonly height: number;
};

export interface CardSetting {
  readonly width: number;
  readonly picture: Picture | undefined;
  readonly markers: readonly Marker[];
}

/** Lays out one card of a given width: picture, icon, text, quote, footer from top to bottom. */
export function layoutCardParts(card: Card, setting: CardSetting, measure: TextMeasure): CardParts {
  const left = sizes.cardBar + sizes.cardPaddingX;
  const innerWidth = setting.width - left - sizes.cardPaddingX;
  let y: number = sizes.cardPaddingY;

  const picture = pictureBox(setting.picture, left, y, innerWidth);
  if (picture !== undefined) y += picture.height + sizes.cardGap;

  const icon: Box | undefined =
    card.touchpoint === undefined
      ? undefined
      : { x: left, y: y + 1, width: sizes.channelIconSize, height: sizes.channelIconSize };
  const textX = icon === undefined ? left : left + sizes.channelIconSize + sizes.channelIconGap;
  const textWidth = innerWidth - (textX - left);
  const lines = breakLines(shownText(card), textWidth, textStyles.card, measure);
  const text = { x: textX, y, lines, style: textStyles.card };
  const leastLines = picture === undefined && icon === undefined ? 1 : icon === undefined ? 0 : 1;
  y += Math.max(leastLines, lines.length) * textStyles.card.lineHeight;

  const quoteLines =
    card.quote === undefined ? [] : breakLines(`“${card.quote}”`, innerWidth, textStyles.quote, measure);
  const quote =
    quoteLines.length === 0 ? undefined : { x: left, y: y + 2, lines: quoteLines, style: textStyles.quote };
  if (quote !== undefined) y += 2 + quoteLines.length * textStyles.quote.lineHeight;

  const footer: Box | undefined =
    card.painPoint === undefined && card.opportunity === undefined
      ? undefined
      : { x: left, y: y + 1, width: innerWidth, height: sizes.cardFooterHeight };
  if (footer !== undefined) y += 1 + footer.height;

  return {
    text,
    quote,
    picture,
    icon,
    footer,
    markers: markerBoxes(setting.markers, setting.width),
    height: y + sizes.cardPaddingY,
  };
}

/** Height of a card of so many lines of text and nothing else. */
export function cardHeight(lines: number): number {
  return lines * textStyles.card.lineHeight + 2 * sizes.cardPaddingY;
}

/** The text as it is drawn: a duration stands before the words of a card on a time lane. */
export function shownText(card: Card): string {
  if (card.seconds === undefined) return card.text;
  const duration = shownDuration(card.seconds);
  return card.text === '' ? duration : `${duration} · ${card.text}`;
}

/** Short and the same in all three languages: 45 s, 12 min, 3.5 h, 2 d. */
function shownDuration(seconds: number): string {
  const [size, unit] =
    seconds < 120 ? [1, 's'] : seconds < 7200 ? [60, 'min'] : seconds < 172_800 ? [3600, 'h'] : [86_400, 'd'];
  return `${Math.round((seconds / size) * 10) / 10} ${unit}`;
}

function pictureBox(picture: Picture | undefined, x: number, y: number, width: number): Box | undefined {
  if (picture === undefined) return undefined;
  const scale = Math.min(width / picture.width, sizes.pictureGreatestHeight / picture.height);
  const shownWidth = picture.width * scale;
  return { x: x + (width - shownWidth) / 2, y, width: shownWidth, height: picture.height * scale };
}

/** Markers sit on the upper edge, from the right corner to the left. */
function markerBoxes(markers: readonly Marker[], width: number): readonly MarkerBox[] {
  return markers.map((marker, place) => ({
    markerId: marker.id,
    kind: marker.kind,
    x: width - 4 - place * (sizes.markerSize + 2),
    y: 4,
    size: sizes.markerSize,
  }));
}
