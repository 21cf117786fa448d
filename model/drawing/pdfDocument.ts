/**
 * What Throughline needs of a PDF library: the part of pdfkit's document that is used, so that the code that walks a
 * drawing stands in the model and app and command line hand in their build of the library.
 */
export interface PdfDocument {
  readonly outline: PdfOutlineItem;
  addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): unknown;
  registerFont(name: string, font: object): unknown;
  font(name: string): unknown;
  fillColor(colour: string, opacity?: number): unknown;
  /** The face that `font` chose. */
  readonly _font: PdfFont;
  readonly page: { readonly fonts: Record<string, object> };
  /** Operators of a page's content stream as they stand. */
  addContent(operators: string): unknown;
  save(): unknown;
  restore(): unknown;
  translate(x: number, y: number): unknown;
  scale(factor: number): unknown;
  rect(x: number, y: number, width: number, height: number): unknown;
  roundedRect(x: number, y: number, width: number, height: number, radius: number): unknown;
  path(d: string): unknown;
  clip(): unknown;
  fill(): unknown;
  stroke(): unknown;
  fillAndStroke(): unknown;
  strokeColor(colour: string | PdfGradient, opacity?: number): unknown;
  lineWidth(width: number): unknown;
  lineCap(cap: 'butt' | 'round'): unknown;
  lineJoin(join: 'miter' | 'round'): unknown;
  dash(lengths: readonly number[]): unknown;
  undash(): unknown;
  linearGradient(x1: number, y1: number, x2: number, y2: number): PdfGradient;
  /** Opens a PNG or JPEG; throws on anything else. */
  openImage(bytes: Uint8Array): PdfImage;
  image(
    source: PdfImage,
    x: number,
    y: number,
    size: { readonly width: number; readonly height: number },
  ): unknown;
  /** An area that leads to an address, read aloud as part of an element. */
  link(
    x: number,
    y: number,
    width: number,
    height: number,
    url: string,
    options: { readonly structParent: PdfElement },
  ): unknown;
  /** An area that leads to a named destination, which may be named later. */
  goTo(
    x: number,
    y: number,
    width: number,
    height: number,
    name: string,
    options: { readonly structParent: PdfElement },
  ): unknown;
  /** Names the page that is being written. */
  addNamedDestination(name: string, view: 'Fit'): unknown;
  /** Puts a file inside the file. */
  file(
    bytes: Uint8Array,
    options: {
      readonly name: string;
      readonly description: string;
      readonly type: string;
      readonly relationship: 'Data';
      readonly creationDate: object;
      readonly modifiedDate: object;
    },
  ): unknown;
  struct(type: string, options?: { readonly alt?: string; readonly scope?: 'Row' | 'Column' }): PdfElement;
  addStructure(element: PdfElement): unknown;
  markContent(
    tag: 'Artifact' | 'Span',
    options: { readonly type?: string; readonly actual?: string },
  ): unknown;
  endMarkedContent(): unknown;
  end(): unknown;
}

/** A face that is embedded in the document. */
export interface PdfFont {
  readonly id: string;
  /** Four hexadecimal digits for each glyph, and where it is set, in thousandths of the size. */
  encode(text: string): readonly [readonly string[], readonly PdfGlyphPosition[]];
  ref(): object;
}

export interface PdfGlyphPosition {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly advanceWidth: number;
}

export interface PdfGradient {
  stop(at: number, colour: string): unknown;
}

/** An opened picture, as the library gave it. */
export type PdfImage = object;

/** An element of the structure tree. Content that is added to an attached element is drawn at once. */
export interface PdfElement {
  readonly dictionary: { readonly data: Record<string, unknown> };
  add(child: PdfElement | (() => void)): unknown;
  end(): unknown;
}

export interface PdfOutlineItem {
  addItem(
    title: string,
    options: { readonly top: number; readonly left: number; readonly expanded: boolean },
  ): PdfOutlineItem;
}
