import type { Box, Point } from '../layout/mapLayout.ts';
import type { Gradient, Group, Mark, Stroke, TextMark } from './drawing.ts';
import { pathOutline, type OutlinePart } from './pathOutline.ts';
import type { Colour } from './themes.ts';

/** What a slide is made of, in map units from its corner. */
export type SlideShape = BoxShape | LabelShape | OutlineShape | PictureShape;

/** A box with text that people go on editing; the text begins at `inset` from the corner of the box. */
export interface BoxShape extends Box {
  readonly kind: 'box';
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly ink?: Colour;
  readonly fill?: Colour;
  readonly border?: Colour;
  readonly radius?: number;
  readonly inset?: Point;
}

/** A text without a box, on the lines it was given. */
export interface LabelShape extends Box {
  readonly kind: 'label';
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly ink: Colour;
  readonly align: 'left' | 'center' | 'right';
}

/** A free form, or a line with heads. */
export interface OutlineShape {
  readonly kind: 'outline';
  readonly parts: readonly OutlinePart[];
  readonly fill?: Colour;
  readonly stroke?: Stroke;
  readonly heads?: 'one' | 'both';
}

export interface PictureShape extends Box {
  readonly kind: 'picture';
  readonly hash: string;
  readonly alt: string;
}

/** The marks of a drawing as shapes; `at` is where their corner stands on the slide. */
export function shapesOfMarks(marks: readonly Mark[], at: Point, scale = 1): readonly SlideShape[] {
  return marks.flatMap((mark): readonly SlideShape[] => {
    switch (mark.type) {
      case 'group':
        return shapesOfMarks(mark.marks, movedBy(mark, at, scale), scale * (mark.scale ?? 1));
      case 'rect': {
        const { fill, stroke, radius = 0 } = mark;
        const look = {
          radius: radius * scale,
          ...(fill && { fill }),
          ...(stroke && { border: stroke.colour }),
        };
        return [{ kind: 'box', ...placed(mark, at, scale), text: '', size: 1, ...look }];
      }
      case 'path': {
        const { fill } = mark;
        const stroke = mark.stroke && scaledStroke(mark.stroke, mark.gradient, scale);
        const parts = pathOutline(mark.d).map((part) => placedPart(part, at, scale));
        return [{ kind: 'outline', parts, ...(fill && { fill }), ...(stroke && { stroke }) }];
      }
      case 'text':
        return [labelOf(mark, at, scale)];
      case 'picture':
        return [{ kind: 'picture', ...placed(mark, at, scale), hash: mark.hash, alt: mark.alt }];
    }
  });
}

const movedBy = (mark: Group, at: Point, scale: number): Point =>
  mark.at === undefined ? at : placedPoint(mark.at, at, scale);

const placedPoint = (point: Point, at: Point, scale: number): Point => ({
  x: at.x + point.x * scale,
  y: at.y + point.y * scale,
});

const placed = (box: Box, at: Point, scale: number): Box => ({
  ...placedPoint(box, at, scale),
  width: box.width * scale,
  height: box.height * scale,
});

function placedPart(part: OutlinePart, at: Point, scale: number): OutlinePart {
  if (part.to === 'close') return part;
  const end = placedPoint(part, at, scale);
  if (part.to !== 'curve') return { to: part.to, ...end };
  const [first, second] = [placedPoint(part.first, at, scale), placedPoint(part.second, at, scale)];
  return { to: 'curve', first, second, ...end };
}

/** Slides have no lines that change their colour: the middle of a gradient stands for it. */
function scaledStroke(stroke: Stroke, gradient: Gradient | undefined, scale: number): Stroke {
  const middle = gradient?.stops[Math.floor(gradient.stops.length / 2)]?.colour;
  return { ...stroke, colour: middle ?? stroke.colour, width: stroke.width * scale };
}

/** Letters of another face than the measured one may be wider. */
const spare = 1.15;

function labelOf(mark: TextMark, at: Point, scale: number): LabelShape {
  const { size, weight, lineHeight } = mark.style;
  const width =
    spare * Math.max(1, ...mark.lines.map((line) => (line.width > 0 ? line.width : line.text.length * size)));
  const x = mark.align === 'right' ? mark.x - width : mark.align === 'middle' ? mark.x - width / 2 : mark.x;
  const box = { x, y: mark.y, width, height: mark.lines.length * lineHeight };
  return {
    kind: 'label',
    ...placed(box, at, scale),
    text: mark.lines.map((line) => line.text).join('\n'),
    size: size * scale,
    bold: weight === 600,
    ink: mark.colour,
    align: mark.align === 'middle' ? 'center' : (mark.align ?? 'left'),
  };
}
