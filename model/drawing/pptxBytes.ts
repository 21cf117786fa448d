import type { Language } from '../map/language.ts';
import type { MapSlides } from './mapSlides.ts';
import type { BoxShape, LabelShape, OutlineShape, PictureShape, SlideShape } from './slideShape.ts';
import { colourIn, type Colour, type Theme } from './themes.ts';

/** PowerPoint's limit. */
const mostInches = 56;

const faces: Readonly<Record<Language, string>> = {
  en: 'Arial',
  'zh-Hans': 'Microsoft YaHei',
  'zh-Hant': 'Microsoft JhengHei',
};

/** pptxgenjs, as the app's Worker and the command line import it. */
export type PptxLibrary = new () => object;

export interface PptxOptions {
  readonly language: Language;
  readonly theme: Theme;
  /** A PNG or JPEG as a data URL; undefined where its bytes are missing or broken. */
  readonly pictureUrl: (hash: string) => string | undefined;
}

/** Slides as a PowerPoint file of plain shapes; a map unit is a 96th of an inch unless the slide would be too large. */
export async function pptxBytes(
  deck: MapSlides,
  library: PptxLibrary,
  options: PptxOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const inches = Math.min(1 / 96, mostInches / Math.max(deck.width, deck.height));
  // pptxgenjs has these methods; its own types fit one module format only.
  const pptx = new library() as Pptx;
  pptx.defineLayout({ name: 'map', width: deck.width * inches, height: deck.height * inches });
  pptx.layout = 'map';
  for (const { title, shapes } of deck.slides) {
    const writer = new SlideWriter(pptx.addSlide(), inches, options);
    writer.box({
      kind: 'box',
      x: 24,
      y: 16,
      width: deck.width - 48,
      height: 36,
      text: title,
      size: 22,
      bold: true,
      inset: { x: 0, y: 0 },
    });
    for (const shape of shapes) writer.write(shape);
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
  addImage(options: object): unknown;
}

const cornerRadius = 4;

class SlideWriter {
  readonly #slide: Slide;
  readonly #inches: number;
  readonly #options: PptxOptions;

  constructor(slide: Slide, inches: number, options: PptxOptions) {
    this.#slide = slide;
    this.#inches = inches;
    this.#options = options;
  }

  write(shape: SlideShape): void {
    if (shape.kind === 'box') this.box(shape);
    else if (shape.kind === 'label') this.#label(shape);
    else if (shape.kind === 'outline') this.#outline(shape);
    else this.#picture(shape);
  }

  box(shape: BoxShape): void {
    const inset = shape.inset ?? { x: 9, y: 7 };
    const bare = shape.fill === undefined && shape.border === undefined;
    const look = {
      ...this.#place(shape),
      ...(shape.fill === undefined ? {} : { fill: this.#paint(shape.fill) }),
      ...(shape.border === undefined ? {} : { line: { ...this.#paint(shape.border), width: 0.75 } }),
      ...(bare ? {} : { rectRadius: (shape.radius ?? cornerRadius) * this.#inches }),
    };
    if (shape.text === '') {
      if (!bare) this.#slide.addShape('roundRect', look);
      return;
    }
    this.#slide.addText(shape.text, {
      ...look,
      ...(bare ? {} : { shape: 'roundRect' }),
      ...this.#type(shape.size, shape.bold === true, shape.ink ?? 'ink'),
      align: 'left',
      valign: 'top',
      // Left, right, bottom, top.
      margin: [inset.x, 6, 2, inset.y].map((side) => this.#points(side)),
      fit: 'shrink',
    });
  }

  #label(shape: LabelShape): void {
    if (shape.text.trim() === '') return;
    this.#slide.addText(shape.text, {
      ...this.#place(shape),
      ...this.#type(shape.size, shape.bold, shape.ink),
      align: shape.align,
      valign: 'middle',
      margin: 0,
      wrap: false,
    });
  }

  #outline({ parts, fill, stroke, heads }: OutlineShape): void {
    const points = parts.flatMap((part) =>
      part.to === 'close' ? [] : part.to === 'curve' ? [part, part.first, part.second] : [part],
    );
    if (points.length === 0) return;
    const x = Math.min(...points.map((point) => point.x));
    const y = Math.min(...points.map((point) => point.y));
    const scaled = (value: number, from: number): number => (value - from) * this.#inches;
    const dash =
      stroke?.dash === undefined ? {} : { dashType: (stroke.dash[0] ?? 0) < 3 ? 'sysDot' : 'dash' };
    const line =
      stroke === undefined
        ? {}
        : {
            line: {
              ...this.#paint(stroke.colour),
              width: this.#points(stroke.width),
              ...dash,
              ...ends(heads),
            },
          };
    this.#slide.addShape('custGeom', {
      x: x * this.#inches,
      y: y * this.#inches,
      w: Math.max(0.01, scaled(Math.max(...points.map((point) => point.x)), x)),
      h: Math.max(0.01, scaled(Math.max(...points.map((point) => point.y)), y)),
      ...(fill === undefined ? {} : { fill: this.#paint(fill) }),
      ...line,
      points: parts.map((part) => {
        if (part.to === 'close') return { close: true };
        const end = { x: scaled(part.x, x), y: scaled(part.y, y) };
        if (part.to === 'move') return { ...end, moveTo: true };
        if (part.to === 'line') return end;
        const [x1, y1] = [scaled(part.first.x, x), scaled(part.first.y, y)];
        const [x2, y2] = [scaled(part.second.x, x), scaled(part.second.y, y)];
        return { ...end, curve: { type: 'cubic', x1, y1, x2, y2 } };
      }),
    });
  }

  #picture(shape: PictureShape): void {
    const data = this.#options.pictureUrl(shape.hash);
    if (data === undefined) {
      this.#slide.addShape('rect', { ...this.#place(shape), fill: this.#paint('sunken') });
      return;
    }
    this.#slide.addImage({ ...this.#place(shape), data, altText: shape.alt });
  }

  #place(box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }) {
    const inches = this.#inches;
    return { x: box.x * inches, y: box.y * inches, w: box.width * inches, h: box.height * inches };
  }

  #type(size: number, bold: boolean, ink: Colour) {
    const fontFace = faces[this.#options.language];
    return { fontSize: this.#points(size), fontFace, bold, color: this.#paint(ink).color };
  }

  readonly #points = (units: number): number => units * 72 * this.#inches;

  #paint(colour: Colour): { readonly color: string; readonly transparency: number } {
    const { hex, opacity } = colourIn(this.#options.theme, colour);
    return { color: hex.slice(1), transparency: Math.round((1 - opacity) * 100) };
  }
}

const ends = (heads: OutlineShape['heads']) => ({
  ...(heads === undefined ? {} : { endArrowType: 'triangle' }),
  ...(heads === 'both' ? { beginArrowType: 'triangle' } : {}),
});
