import type { TextStyle } from '../../layout/layoutSizes.ts';
import { oneLine } from '../../layout/textLines.ts';
import type { TextMeasure } from '../../layout/textMeasure.ts';
import type { Mark, TextMark } from '../drawing.ts';
import type { Colour } from '../themes.ts';

/** A chart of so many points width, with what it says in words. */
export interface Chart {
  readonly marks: readonly Mark[];
  readonly height: number;
  readonly alt: string;
}

export const chartText: TextStyle = { size: 8.5, weight: 400, lineHeight: 12 };

export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: TextMark['align'];
  readonly colour?: Colour;
}

/** A label on one line; what does not fit ends in an ellipsis. */
export function label(
  text: string,
  { x, y, width, align, colour = 'ink' }: LabelPlace,
  measure: TextMeasure,
): Mark {
  return {
    type: 'text',
    x,
    y,
    lines: [oneLine(text, width, chartText, measure)],
    style: chartText,
    colour,
    ...(align === undefined ? {} : { align }),
  };
}
