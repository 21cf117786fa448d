import { layoutSizes as sizes } from '../layout/layoutSizes.ts';
import type { CardBox } from '../layout/mapLayout.ts';
import type { Card } from '../map/card.ts';
import type { Picture } from '../map/picture.ts';
import type { DrawingWords } from '../text/drawingWords.ts';
import type { CardTone } from './cardTone.ts';
import { channelIcons } from './channelIcons.ts';
import { group, type Group, type Mark } from './drawing.ts';
import { disc } from './emotionFace.ts';
import { markerBadge } from './markerBadge.ts';
import type { Colour } from './themes.ts';

/** A card at its own corner: body, bar, picture, icon, text, quote, ratings, markers. */
export function drawCard(
  card: Card,
  box: CardBox,
  tone: CardTone,
  picture: Picture | undefined,
  words: DrawingWords,
): Group {
  const marks: Mark[] = [
    group([...frame(box, tone), ...bar(box, tone)], { meaning: { role: 'artifact' } }),
    ...pictureAndIcon(card, box, picture, words),
  ];
  if (box.text.lines.length > 0)
    marks.push(paragraph({ type: 'text', ...box.text, colour: 'ink', whole: card.text }));
  if (box.quote !== undefined) marks.push(paragraph({ type: 'text', ...box.quote, colour: 'ink-secondary' }));
  marks.push(...ratingsAndMarkers(card, box, words));
  return group(marks, { at: { x: box.x, y: box.y } });
}

/** What a card has beside its body and its texts, for formats in which a box carries its own text. */
export function cardSigns(
  card: Card,
  box: CardBox,
  tone: CardTone,
  picture: Picture | undefined,
  words: DrawingWords,
): readonly Mark[] {
  return [
    ...bar(box, tone),
    ...pictureAndIcon(card, box, picture, words),
    ...ratingsAndMarkers(card, box, words),
  ];
}

function pictureAndIcon(
  card: Card,
  box: CardBox,
  picture: Picture | undefined,
  words: DrawingWords,
): readonly Mark[] {
  const marks: Mark[] = [];
  if (box.picture !== undefined && picture !== undefined)
    marks.push(
      group([{ type: 'picture', ...box.picture, hash: picture.hash, alt: picture.alt }], {
        meaning: { role: 'figure', alt: picture.alt === '' ? card.text : picture.alt },
      }),
    );
  if (box.icon !== undefined && card.touchpoint !== undefined) {
    const icon: Mark = {
      type: 'path',
      d: channelIcons[card.touchpoint.channel],
      stroke: { colour: 'ink-secondary', width: 1.3, cap: 'round' },
    };
    const meaning = { role: 'figure', alt: words.channels[card.touchpoint.channel] } as const;
    marks.push(group([icon], { at: box.icon, scale: box.icon.width / 16, meaning }));
  }
  return marks;
}

const ratingsAndMarkers = (card: Card, box: CardBox, words: DrawingWords): readonly Mark[] => [
  ...(box.footer === undefined ? [] : footer(card, box.footer, words)),
  ...box.markers.map((marker) => markerBadge(marker, words.markers[marker.kind])),
];

const paragraph = (mark: Mark): Group => group([mark], { meaning: { role: 'paragraph' } });

const frame = ({ width, height }: CardBox, tone: CardTone): readonly Mark[] => [
  {
    type: 'rect',
    x: 0.5,
    y: 0.5,
    width: width - 1,
    height: height - 1,
    radius: sizes.cardRadius,
    fill: tone.fill,
    stroke: { colour: tone.border, width: 1 },
  },
];

function bar({ height }: CardBox, tone: CardTone): readonly Mark[] {
  if (tone.bar === undefined) return [];
  const width = sizes.cardBar;
  const radius = sizes.cardRadius;
  const d = `M${width} 0H${radius}A${radius} ${radius} 0 0 0 0 ${radius}V${height - radius}A${radius} ${radius} 0 0 0 ${radius} ${height}H${width}Z`;
  return [{ type: 'path', d, fill: tone.bar }];
}

/** Severity as filled dots out of five; impact and effort as two short rows of dots with their first letter. */
function footer(
  card: Card,
  box: { readonly x: number; readonly y: number; readonly height: number },
  words: DrawingWords,
): readonly Mark[] {
  const y = box.y + box.height / 2;
  if (card.painPoint !== undefined)
    return [
      group(dots(box.x + 3, y, card.painPoint.severity, 'pain'), {
        meaning: { role: 'figure', alt: words.severity(card.painPoint.severity) },
      }),
    ];
  if (card.opportunity === undefined) return [];
  const { impact, effort } = card.opportunity;
  return [
    group(arrowUp(box.x, y), { meaning: { role: 'artifact' } }),
    group(dots(box.x + 13, y, impact, 'gain'), {
      meaning: { role: 'figure', alt: `${words.impact} ${impact}/5` },
    }),
    group(clock(box.x + 58, y), { meaning: { role: 'artifact' } }),
    group(dots(box.x + 71, y, effort, 'ink-faint'), {
      meaning: { role: 'figure', alt: `${words.effort} ${effort}/5` },
    }),
  ];
}

function dots(x: number, y: number, filled: number, colour: Colour): readonly Mark[] {
  const step = 8;
  const path = (from: number, to: number, radius: number) =>
    Array.from({ length: to - from }, (_, i) => disc(x + (from + i) * step, y, radius)).join('');
  const marks: Mark[] = [];
  if (filled > 0) marks.push({ type: 'path', d: path(0, filled, 2.8), fill: colour });
  if (filled < 5) marks.push({ type: 'path', d: path(filled, 5, 2.3), stroke: { colour: 'mark', width: 1 } });
  return marks;
}

/** What it brings. */
const arrowUp = (x: number, y: number): readonly Mark[] => [
  {
    type: 'path',
    d: `M${x + 3} ${y + 4}V${y - 4}M${x} ${y - 1}L${x + 3} ${y - 4}L${x + 6} ${y - 1}`,
    stroke: { colour: 'gain', width: 1.3, cap: 'round' },
  },
];

/** What it costs. */
const clock = (x: number, y: number): readonly Mark[] => [
  {
    type: 'path',
    d: `${disc(x + 4, y, 4)}M${x + 4} ${y - 2.4}V${y}H${x + 6}`,
    stroke: { colour: 'ink-faint', width: 1.1, cap: 'round' },
  },
];
