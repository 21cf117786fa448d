import type { CardId, LaneId, StageId, StepId } from '../map/ids.ts';
import type { Language } from '../map/language.ts';
import type { TextStyle } from '../layout/layoutSizes.ts';
import type { Box, Point } from '../layout/mapLayout.ts';
import type { TextLine } from '../layout/textLines.ts';
import type { Colour } from './themes.ts';

/**
 * A picture as a display list that knows what it means: marks in painting order, which is also reading order, in
 * groups that say their role. Colours are names; the back end (SVG, PDF, PNG, canvas) brings the theme and the faces.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly language: Language;
  readonly marks: readonly Mark[];
}

export type Mark = Group | RectMark | PathMark | TextMark | PictureMark;

/** Marks that move, clip or mean something together. */
export interface Group {
  readonly type: 'group';
  readonly meaning?: Meaning;
  readonly at?: Point;
  /** Applied after `at`. */
  readonly scale?: number;
  /** In the group's own coordinates. */
  readonly clip?: Box;
  readonly marks: readonly Mark[];
}

/** Roles as a reader with a screen reader meets them. An artifact is decoration: nothing is lost without it. */
export type Role =
  | 'artifact'
  | 'section'
  | 'heading'
  | 'paragraph'
  | 'figure'
  | 'table'
  | 'tableRow'
  | 'columnHeader'
  | 'rowHeader'
  | 'cell';

export interface Meaning {
  readonly role: Role;
  /** What a figure shows, in words. */
  readonly alt?: string;
  /** 1 is the title of the document. */
  readonly headingLevel?: 1 | 2 | 3;
  /** Rows that a row header stands for. */
  readonly rowSpan?: number;
  /** An entry of the outline that leads here; level 0 is the outermost. */
  readonly bookmark?: { readonly title: string; readonly level: number };
  /** Where the group's text leads. */
  readonly link?: LinkTarget;
  readonly ids?: {
    readonly stageId?: StageId;
    readonly stepId?: StepId;
    readonly laneId?: LaneId;
    readonly cardId?: CardId;
  };
}

/** An http(s) address, or a page of the same document, counted from 1. */
export type LinkTarget = { readonly url: string } | { readonly page: number };

export interface Stroke {
  readonly colour: Colour;
  readonly width: number;
  readonly dash?: readonly number[];
  /** Ends of an open line; butt when left out. */
  readonly cap?: 'round';
}

export interface RectMark extends Box {
  readonly type: 'rect';
  readonly radius?: number;
  readonly fill?: Colour;
  readonly stroke?: Stroke;
}

export interface PathMark {
  readonly type: 'path';
  /** SVG path data. */
  readonly d: string;
  readonly fill?: Colour;
  readonly stroke?: Stroke;
  /** In place of the stroke's colour: from top to bottom between two heights. */
  readonly gradient?: Gradient;
}

export interface Gradient {
  readonly fromY: number;
  readonly toY: number;
  readonly stops: readonly { readonly at: number; readonly colour: Colour }[];
}

/** Lines of one paragraph, broken by the layout. x, y: the corner of the first line box (its middle or right end by `align`). */
export interface TextMark extends Point {
  readonly type: 'text';
  readonly lines: readonly TextLine[];
  readonly style: TextStyle;
  readonly colour: Colour;
  readonly align?: 'middle' | 'right';
  /** The paragraph as it was written, when the lines differ from it by more than the breaks. */
  readonly whole?: string;
}

export interface PictureMark extends Box {
  readonly type: 'picture';
  /** SHA-256 of the bytes under the map's pictures. */
  readonly hash: string;
  readonly alt: string;
}

export function group(marks: readonly Mark[], more: Omit<Group, 'type' | 'marks'> = {}): Group {
  return { type: 'group', ...more, marks };
}
