import type { MapSlides, SlideShape } from './mapSlides.ts';
import { colourIn, type Colour, type Theme } from './themes.ts';
import type { Language } from '../map/language.ts';

/** PowerPoint's limit. */
const mostInches = 56;

const faces: Readonly<Record<Language, string>> = {
  en: 'Arial',
  'zh-Hans': 'Microsoft YaHei',
  'zh-Hant': 'Microsoft JhengHei',
};

/** pptxgenjs, as the app's Worker and the command line import it. */
export type PptxLibrary = new () => object;

/** Slides as a PowerPoint file of plain shapes; a map unit is a 96th of an inch unless the slide would be too large. */
export async function pptxBytes(
  deck: MapSlides,
  language: Language,
  theme: Theme,
  library: PptxLibrary,
): Promise<Uint8Array<ArrayBuffer>> {
  const inches = Math.min(1 / 96, mostInches / Math.max(deck.width, deck.height));
  // pptxgenjs has these methods; its own types fit one module format only.
  const pptx = new library() as Pptx;
  pptx.defineLayout({ name: 'map', width: deck.width * inches, height: deck.height * inches });
  pptx.layout = 'map';
  const hex = (colour: Colour): string => colourIn(theme, colour).hex.slice(1);
  for (const { title, shapes } of deck.slides) {
    const slide = pptx.addSlide();
    slide.addText(title, {
      x: 24 * inches,
      y: 16 * inches,
      w: (deck.width - 48) * inches,
      h: 36 * inches,
      fontSize: 22 * 72 * inches,
      bold: true,
      fontFace: faces[language],
      color: hex('ink'),
      margin: 0,
    });
    for (const shape of shapes) addShape(slide, shape, inches, faces[language], hex);
  }
  if (deck.slides.length === 0) pptx.addSlide();
  return (await pptx.write({ outputType: 'uint8array' })) as Uint8Array<ArrayBuffer>;
}

interface Pptx {
  layout: string;
  defineLayout(layout: { readonly name: string; readonly width: number; readonly height: number }): void;
  addSlide(): Slide;
  write(options: { readonly outputType: 'uint8array' }): Promise<unknown>;
}

interface Slide {
  addText(text: string, options: object): unknown;
  addShape(kind: string, options: object): unknown;
}

function addShape(
  slide: Slide,
  shape: SlideShape,
  inches: number,
  fontFace: string,
  hex: (colour: Colour) => string,
): void {
  if (shape.kind === 'line') {
    addLine(slide, shape, inches, hex);
    return;
  }
  const place = {
    x: shape.x * inches,
    y: shape.y * inches,
    w: shape.width * inches,
    h: shape.height * inches,
  };
  const look = {
    ...(shape.fill === undefined ? {} : { fill: { color: hex(shape.fill) } }),
    ...(shape.border === undefined ? {} : { line: { color: hex(shape.border), width: 0.75 } }),
  };
  const form = shape.kind === 'disc' ? 'ellipse' : 'roundRect';
  if (shape.text === '') {
    slide.addShape(form, { ...place, ...look, ...(form === 'roundRect' ? { rectRadius: 4 * inches } : {}) });
    return;
  }
  slide.addText(shape.text, {
    ...place,
    ...look,
    ...(shape.kind === 'text' ? {} : { shape: form, rectRadius: 4 * inches }),
    fontSize: shape.size * 72 * inches,
    fontFace,
    bold: shape.bold === true,
    color: hex(shape.ink ?? 'ink'),
    align: 'left',
    valign: 'top',
    margin: [6 * 72 * inches, 8 * 72 * inches, 4 * 72 * inches, 10 * 72 * inches],
    fit: 'shrink',
  });
}

/** A chain of straight parts as one free form, so that it moves as one. */
function addLine(slide: Slide, shape: SlideShape, inches: number, hex: (colour: Colour) => string): void {
  const points = shape.points ?? [];
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  slide.addShape('custGeom', {
    x: x * inches,
    y: y * inches,
    w: Math.max(0.01, (Math.max(...xs) - x) * inches),
    h: Math.max(0.01, (Math.max(...ys) - y) * inches),
    points: points.map((point, i) => ({
      x: (point.x - x) * inches,
      y: (point.y - y) * inches,
      ...(i === 0 ? { moveTo: true } : {}),
    })),
    line: {
      color: hex(shape.border ?? 'ink'),
      width: 1.25,
      ...(shape.arrow === true ? { endArrowType: 'triangle' } : {}),
    },
  });
}
