import { layoutSizes as sizes, textStyles } from '../layout/layoutSizes.ts';
import { oneLine } from '../layout/textLines.ts';
import type { TextMeasure } from '../layout/textMeasure.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Language } from '../map/language.ts';
import { markerKinds } from '../map/marker.ts';
import { drawingWords } from '../text/drawingWords.ts';
import { forecastStroke, personaDashes } from './drawRow.ts';
import { group, type Mark } from './drawing.ts';
import { markerBadge } from './markerBadge.ts';

interface Entry {
  readonly width: number;
  readonly sign: readonly Mark[];
  readonly text: string;
}

/** One line that explains the signs a map uses: its markers, the curves of its personas. Top left corner is 0, 0. */
export function legendMarks(
  map: JourneyMap,
  language: Language,
  measure: TextMeasure,
  planTitle?: string,
): readonly Mark[] {
  const style = textStyles.small;
  const middle = style.lineHeight / 2;
  let x = 0;
  return entriesOf(map, language, middle, planTitle).flatMap((entry) => {
    const line = oneLine(entry.text, 300, style, measure);
    const at = { x, y: 0 };
    x += entry.width + 6 + line.width + 22;
    return [
      group(
        [
          group(entry.sign, { meaning: { role: 'artifact' } }),
          { type: 'text', x: entry.width + 6, y: 0, lines: [line], style, colour: 'ink-secondary' },
        ],
        { at, meaning: { role: 'paragraph' } },
      ),
    ];
  });
}

function entriesOf(
  map: JourneyMap,
  language: Language,
  middle: number,
  planTitle: string | undefined,
): readonly Entry[] {
  const words = drawingWords[language];
  const used = new Set(map.markers.map((marker) => marker.kind));
  const radius = sizes.markerSize / 2;
  const markers = markerKinds
    .filter((kind) => used.has(kind))
    .map((kind): Entry => {
      const box = { kind, x: radius, y: middle, size: sizes.markerSize };
      return {
        width: sizes.markerSize,
        sign: [markerBadge(box, words.markers[kind])],
        text: words.markers[kind],
      };
    });
  const withCurve = new Set(map.emotions.map((emotion) => emotion.personaId));
  const personas = map.personas
    .filter((persona) => withCurve.has(persona.id))
    .map((persona): Entry => {
      const dash = personaDashes[persona.styleIndex];
      const stroke = { colour: 'emotion-middle' as const, width: 2.4 };
      return {
        width: 28,
        sign: [
          {
            type: 'path',
            d: `M0 ${middle}H28`,
            stroke: dash === undefined || dash.length === 0 ? stroke : { ...stroke, dash },
          },
        ],
        text: persona.name,
      };
    });
  const forecast: readonly Entry[] =
    planTitle === undefined
      ? []
      : [
          {
            width: 28,
            sign: [
              { type: 'rect', x: 0, y: middle - 4, width: 28, height: 8, fill: 'plan-band' },
              { type: 'path', d: `M0 ${middle}H28`, stroke: forecastStroke },
            ],
            text: `${words.forecast}: ${planTitle}`,
          },
        ];
  return [...personas, ...forecast, ...markers];
}
