import type { FontWeight } from '../layout/layoutSizes.ts';
import { fixedWidthInEm, isEmoji, isFullWidth, isJoiner, type MeasureRun } from '../layout/textMeasure.ts';
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

/** Faces that a text needs further, once the first are loaded: for characters that those lack. */
export function facesMissing(
  text: string,
  weight: FontWeight,
  language: Language,
  faces: FaceSet,
): readonly FaceName[] {
  const families = new Set<FaceFamily>();
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isJoiner(codePoint) || isCombining(codePoint)) continue;
    const wanted = familiesFor(codePoint, language);
    const shown = wanted.some(
      (family) => faces.face(faceName(family, weight))?.hasGlyphForCodePoint(codePoint) === true,
    );
    if (!shown) for (const family of wanted) families.add(family);
  }
  return [...families]
    .map((family) => faceName(family, weight))
    .filter((name) => faces.face(name) === undefined);
}

/**
 * Widths by the metrics of Inter alone: a character that it lacks counts 1 em, whichever face shows it in the end. So
 * a preview that has not loaded the Chinese faces breaks lines as the file will.
 */
export function measureWith(faces: FaceSet): MeasureRun {
  return (text, weight) => {
    let width = 0;
    for (const character of text.normalize('NFC'))
      width += advanceInEm(character.codePointAt(0) ?? 0, weight, faces);
    return width;
  };
}

export function advanceInEm(codePoint: number, weight: FontWeight, faces: FaceSet): number {
  const fixed = fixedWidthInEm(codePoint);
  if (fixed !== undefined) return fixed;
  if (isCombining(codePoint)) return 0;
  const face = faces.face({ family: 'latin', weight });
  return face?.hasGlyphForCodePoint(codePoint) === true
    ? face.glyphForCodePoint(codePoint).advanceWidth / face.unitsPerEm
    : 1;
}

/** Width of a run, in em, as the layout counted it. */
export function runWidthInEm(run: TextRun, weight: FontWeight, faces: FaceSet): number {
  let width = 0;
  for (const character of run.text) width += advanceInEm(character.codePointAt(0) ?? 0, weight, faces);
  return width;
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
  return (
    familiesFor(codePoint, language).find(has) ?? (isFullWidth(codePoint) ? hanOrder(language)[0] : 'latin')
  );
}

function familiesFor(codePoint: number, language: Language): readonly FaceFamily[] {
  const han = hanOrder(language);
  if (isFullWidth(codePoint)) return [...han, 'latin'];
  return isEmoji(codePoint) ? ['emoji', 'latin', ...han] : ['latin', ...han, 'emoji'];
}

const isCombining = (codePoint: number): boolean =>
  (codePoint >= 0x300 && codePoint < 0x370) || (codePoint >= 0x20d0 && codePoint < 0x2100);
