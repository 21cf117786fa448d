import type { FontWeight } from '../layout/layoutSizes.ts';
import { emojiWidthInEm, isEmoji, isFullWidth, isJoiner, type MeasureRun } from '../layout/textMeasure.ts';
import type { Language } from '../map/language.ts';

/** The faces of a map: Inter, Noto Sans SC and TC, Noto Emoji. */
export type FaceFamily = 'latin' | 'sc' | 'tc' | 'emoji';

export interface FaceName {
  readonly family: FaceFamily;
  readonly weight: FontWeight;
}

/** What is needed of a font file; a font of fontkit is one. */
export interface FontFace {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): FaceGlyph;
  /** Shapes a text whose letters join or stack. */
  layout(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun;
}

export interface FaceGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly path: { toSVG(): string };
}

export interface GlyphRun {
  readonly glyphs: readonly FaceGlyph[];
  readonly positions: readonly GlyphPosition[];
  readonly advanceWidth: number;
}

export interface GlyphPosition {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

/** The faces that are loaded. Emoji have one weight. */
export interface FaceSet {
  face(name: FaceName): FontFace | undefined;
}

/** A piece of a line in one face. */
export interface TextRun {
  readonly face: FaceName;
  readonly text: string;
}

/** Code points beyond Inter that Latin text uses and other faces have are looked up; everything else is decided by range. */
export function textRuns(
  text: string,
  weight: FontWeight,
  language: Language,
  faces: FaceSet,
): readonly TextRun[] {
  const runs: { face: FaceName; text: string }[] = [];
  for (const character of text.normalize('NFC')) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isJoiner(codePoint)) continue;
    const last = runs.at(-1);
    if (last !== undefined && isCombining(codePoint)) {
      last.text += character;
      continue;
    }
    const family = familyOf(codePoint, weight, language, faces);
    if (last?.face.family === family) last.text += character;
    else runs.push({ face: faceName(family, weight), text: character });
  }
  return runs;
}

/** Faces that a text needs, known before any of them is loaded. */
export function facesNeeded(text: string, weight: FontWeight, language: Language): readonly FaceName[] {
  const families = new Set<FaceFamily>(['latin']);
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isFullWidth(codePoint)) families.add(hanOrder(language)[0]);
    else if (isEmoji(codePoint)) families.add('emoji');
  }
  return [...families].map((family) => faceName(family, weight));
}

/** Widths by the metrics of the faces; where no face is loaded a usual width stands in. */
export function measureWith(faces: FaceSet, language: Language): MeasureRun {
  return (text, weight) => {
    let width = 0;
    for (const character of text.normalize('NFC')) {
      const codePoint = character.codePointAt(0) ?? 0;
      const family = familyOf(codePoint, weight, language, faces);
      width += advanceInEm(codePoint, faceName(family, weight), faces);
    }
    return width;
  };
}

export function advanceInEm(codePoint: number, name: FaceName, faces: FaceSet): number {
  if (isJoiner(codePoint) || isCombining(codePoint)) return 0;
  if (name.family === 'emoji') return emojiWidthInEm;
  if (isFullWidth(codePoint)) return 1;
  const face = faces.face(name);
  return face === undefined ? 0.56 : face.glyphForCodePoint(codePoint).advanceWidth / face.unitsPerEm;
}

const faceName = (family: FaceFamily, weight: FontWeight): FaceName => ({
  family,
  weight: family === 'emoji' ? 400 : weight,
});

/** The script of the language first, the other Chinese script for characters that only it has. */
const hanOrder = (language: Language): readonly ['sc' | 'tc', 'sc' | 'tc'] =>
  language === 'zh-Hant' ? ['tc', 'sc'] : ['sc', 'tc'];

function familyOf(codePoint: number, weight: FontWeight, language: Language, faces: FaceSet): FaceFamily {
  const has = (family: FaceFamily) =>
    faces.face(faceName(family, weight))?.hasGlyphForCodePoint(codePoint) === true;
  const order: readonly FaceFamily[] = isFullWidth(codePoint)
    ? [...hanOrder(language), 'latin']
    : isEmoji(codePoint)
      ? ['emoji', 'latin', ...hanOrder(language)]
      : ['latin', ...hanOrder(language), 'emoji'];
  return order.find(has) ?? (isFullWidth(codePoint) ? hanOrder(language)[0] : 'latin');
}

const isCombining = (codePoint: number): boolean =>
  (codePoint >= 0x300 && codePoint < 0x370) || (codePoint >= 0x20d0 && codePoint < 0x2100);
