import { strToU8 } from 'fflate';
import { drawingToPdf, pdfFontName } from './drawingToPdf.ts';
import type { FaceGlyph, FaceName, FaceSet, FontFace, GlyphPosition, GlyphRun } from './fontFaces.ts';
import type { PagedDrawing } from './pagedDrawing.ts';
import type { PdfDocument, PdfImage } from './pdfDocument.ts';
import type { Theme } from './themes.ts';

/** pdfkit, as the app's Worker and the command line import it. */
export interface PdfLibrary {
  readonly PDFDocument: new (options: object) => object;
  toBytes(document: object): Promise<Uint8Array<ArrayBuffer>>;
}

export interface PdfBytesOptions {
  readonly theme: Theme;
  readonly faces: FaceSet;
  /** Bytes of a picture as PNG or JPEG. */
  readonly pictureBytes: (hash: string) => Uint8Array | undefined;
  readonly afterPage?: (page: number) => Promise<void>;
}

/** A whole PDF file. The same pages, faces and theme give the same bytes, in Node as in a browser. */
export async function pdfBytes(
  paged: PagedDrawing,
  library: PdfLibrary,
  options: PdfBytesOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = openDocument(paged, library);
  for (const name of allFaces) {
    const face = options.faces.face(name);
    if (face !== undefined) document.registerFont(pdfFontName(name), withoutShaping(face));
  }
  const pictures = new Map<string, PdfImage | undefined>();
  const picture = (hash: string): PdfImage | undefined => {
    if (!pictures.has(hash)) pictures.set(hash, openPicture(document, options.pictureBytes(hash)));
    return pictures.get(hash);
  };
  const attachment = paged.attachment?.();
  if (attachment !== undefined) {
    const date = dateOf(paged);
    document.file(strToU8(attachment.text), {
      name: attachment.name,
      description: attachment.description,
      type: attachment.mime,
      relationship: 'Data',
      creationDate: date,
      modifiedDate: date,
    });
  }
  const bytes = library.toBytes(document);
  await drawingToPdf(paged, document, {
    theme: options.theme,
    faces: options.faces,
    picture,
    ...(options.afterPage === undefined ? {} : { afterPage: options.afterPage }),
  });
  return bytes;
}

const allFaces: readonly FaceName[] = [
  { family: 'latin', weight: 400 },
  { family: 'latin', weight: 600 },
  { family: 'sc', weight: 400 },
  { family: 'sc', weight: 600 },
  { family: 'tc', weight: 400 },
  { family: 'tc', weight: 600 },
  { family: 'emoji', weight: 400 },
];

// oxlint-disable-next-line no-restricted-globals -- the date of the map, not of the clock
const dateOf = ({ date }: PagedDrawing): Date => new Date(`${date}T00:00:00Z`);

function openDocument(paged: PagedDrawing, library: PdfLibrary): PdfDocument {
  const date = dateOf(paged);
  const title = paged.title === '' ? 'Throughline' : paged.title;
  // pdfkit's document has the methods of the port; its own types need Node's.
  const document = new library.PDFDocument({
    autoFirstPage: false,
    font: null,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: paged.language,
    displayTitle: true,
    info: {
      Title: title,
      Creator: 'Throughline',
      Producer: 'Throughline (pdfkit)',
      CreationDate: date,
      ModDate: date,
    },
  }) as PdfDocument & { appendXML(xml: string, newline?: boolean): void };
  escapeTitleInMetadata(document);
  return document;
}

/** pdfkit puts the title into its XML metadata as it stands; a title with < or & would break them. */
function escapeTitleInMetadata(document: { appendXML(xml: string, newline?: boolean): void }): void {
  const append = document.appendXML.bind(document);
  document.appendXML = (xml, newline) =>
    append(
      xml.replace(
        /(<rdf:li xml:lang="x-default">)([^]*)(<\/rdf:li>)/,
        (_all, before: string, text: string, after: string) => before + escapedXml(text) + after,
      ),
      newline,
    );
}

function escapedXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- XML does not allow them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}

function openPicture(document: PdfDocument, bytes: Uint8Array | undefined): PdfImage | undefined {
  if (bytes === undefined) return undefined;
  try {
    return document.openImage(bytes);
  } catch {
    // A broken picture leaves its empty box; the rest of the map is still worth having.
    return undefined;
  }
}

/**
 * The face with glyphs set one by one, as the layout measured them: without kerning and ligatures, and many times
 * faster than shaping. Text whose letters join or stack is still shaped.
 */
function withoutShaping(face: FontFace): FontFace {
  const layout = (text: string): GlyphRun => {
    const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0);
    const plain = characters.map((codePoint) => saying(face.glyphForCodePoint(codePoint), codePoint));
    if (!needsShaping.test(text)) return runOf(plain);
    const run = face.layout(text, { kern: false, liga: false, clig: false, calt: false });
    const byId = new Map(plain.map((glyph) => [glyph.id, glyph]));
    const glyphs = run.glyphs.map((glyph) => byId.get(glyph.id) ?? glyph);
    // Its width is asked again once its positions are scaled.
    return Object.create(run, { glyphs: { value: glyphs } }) as GlyphRun;
  };
  const plain = Object.create(face, { layout: { value: layout } }) as FontFace;
  return plain;
}

const needsShaping = /[\p{M}\u0590-\u109f\u1780-\u1cff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/**
 * The glyph with the character it stands for here. The library keeps glyphs with the characters of their first use, which
 * may be none (a letter that was only a part of an accented one), in files of other maps too.
 */
function saying(glyph: FaceGlyph, codePoint: number): FaceGlyph {
  return Object.create(glyph, { codePoints: { value: [codePoint] } }) as FaceGlyph;
}

function runOf(glyphs: GlyphRun['glyphs']): GlyphRun {
  const positions = glyphs.map((glyph): GlyphPosition => ({
    xAdvance: glyph.advanceWidth,
    yAdvance: 0,
    xOffset: 0,
    yOffset: 0,
  }));
  return {
    glyphs,
    positions,
    // The library scales the positions in place and reads the width afterwards.
    get advanceWidth() {
      return positions.reduce((sum, position) => sum + position.xAdvance, 0);
    },
  };
}
