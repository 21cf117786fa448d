import { baselineInLine } from '../layout/layoutSizes.ts';
import { emojiWidthInEm } from '../layout/textMeasure.ts';
import type { Language } from '../map/language.ts';
import type {
  Group,
  LinkTarget,
  Mark,
  Meaning,
  PathMark,
  PictureMark,
  RectMark,
  Role,
  TextMark,
} from './drawing.ts';
import { runWidthInEm, textRuns, type FaceName, type FaceSet, type TextRun } from './fontFaces.ts';
import type { Page, PagedDrawing } from './pagedDrawing.ts';
import type { PdfDocument, PdfElement, PdfImage, PdfOutlineItem } from './pdfDocument.ts';
import { writeText } from './pdfText.ts';
import { colourIn, type Colour, type Theme } from './themes.ts';

export interface PdfOptions {
  readonly theme: Theme;
  readonly faces: FaceSet;
  /** The picture of that hash opened by the library, or undefined when its bytes are missing or broken. */
  readonly picture: (hash: string) => PdfImage | undefined;
  /** Called after each page; gives the event loop room for messages such as "cancel". */
  readonly afterPage?: (page: number) => Promise<void>;
}

/** The name that the face is registered under. */
export const pdfFontName = (face: FaceName): string => `${face.family}-${face.weight}`;

/**
 * Writes pages into a PDF as real text in a tagged structure. Text that was broken or that needs other characters than
 * the faces have carries the paragraph as it was written, so that search and reading aloud find it whole.
 */
export async function drawingToPdf(
  paged: PagedDrawing,
  document: PdfDocument,
  options: PdfOptions,
): Promise<void> {
  const root = document.struct('Document');
  document.addStructure(root);
  const outline = new Outline(document.outline);
  for (const [i, page] of paged.pages.entries()) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    if (paged.pages.length > 1) document.addNamedDestination(pageName(i + 1), 'Fit');
    new PageWriter(document, paged.language, options, outline).write(page, root);
    await options.afterPage?.(i + 1);
  }
  root.end();
  document.end();
}

const pageName = (page: number): string => `page-${page}`;

/** Bookmarks by level under the items before them. */
class Outline {
  readonly #items: PdfOutlineItem[];

  constructor(root: PdfOutlineItem) {
    this.#items = [root];
  }

  add(title: string, level: number, top: number, pageWidth: number): void {
    this.#items.length = Math.min(this.#items.length, level + 1);
    const parent = this.#items.at(-1);
    const item = parent?.addItem(title.replace(/\s+/g, ' '), {
      top,
      // The library counts this one from the right edge.
      left: pageWidth,
      expanded: level < 1,
    });
    if (item !== undefined) this.#items.push(item);
  }
}

const pdfRoles: Readonly<Record<Exclude<Role, 'artifact' | 'heading'>, string>> = {
  section: 'Sect',
  paragraph: 'P',
  figure: 'Figure',
  table: 'Table',
  tableRow: 'TR',
  columnHeader: 'TH',
  rowHeader: 'TH',
  cell: 'TD',
};

class PageWriter {
  readonly #document: PdfDocument;
  readonly #language: Language;
  readonly #options: PdfOptions;
  readonly #outline: Outline;
  /** From the coordinates of the current group to those of the page. */
  #scale = 1;
  #top = 0;
  #pageWidth = 0;

  constructor(document: PdfDocument, language: Language, options: PdfOptions, outline: Outline) {
    this.#document = document;
    this.#language = language;
    this.#options = options;
    this.#outline = outline;
  }

  write(page: Page, root: PdfElement): void {
    this.#pageWidth = page.width;
    const { hex } = colourIn(this.#options.theme, 'page');
    if (hex !== '#ffffff')
      this.#artifact(() =>
        this.#rect({ type: 'rect', x: 0, y: 0, width: page.width, height: page.height, fill: 'page' }),
      );
    this.#walk(page.marks, root);
  }

  /** Draws marks under an element: groups with a meaning become elements of their own, plain marks its content. */
  #walk(marks: readonly Mark[], element: PdfElement): void {
    let plain: Mark[] = [];
    const flush = () => {
      const content = plain;
      plain = [];
      if (content.length > 0) element.add(() => this.#draw(content));
    };
    for (const mark of marks) {
      if (mark.type !== 'group' || !hasMeaning(mark)) {
        plain.push(mark);
        continue;
      }
      flush();
      this.#within(mark, () => this.#meaningful(mark, element));
    }
    flush();
  }

  #meaningful(mark: Group, parent: PdfElement): void {
    const { meaning } = mark;
    if (meaning === undefined) {
      this.#walk(mark.marks, parent);
      return;
    }
    if (meaning.bookmark !== undefined)
      this.#outline.add(
        meaning.bookmark.title,
        meaning.bookmark.level,
        Math.max(0, this.#top - 10),
        this.#pageWidth,
      );
    if (meaning.role === 'artifact') {
      this.#artifact(() => this.#draw(mark.marks));
      return;
    }
    const element = this.#element(meaning);
    parent.add(element);
    // A figure is read as its words; what stands in it is not read a second time.
    if (meaning.role === 'figure') element.add(() => this.#draw(mark.marks));
    else if (meaning.link !== undefined) this.#link(mark.marks, meaning.link, element);
    else this.#walk(mark.marks, element);
    element.end();
  }

  #link(marks: readonly Mark[], target: LinkTarget, parent: PdfElement): void {
    const element = this.#document.struct('Link');
    parent.add(element);
    element.add(() => this.#draw(marks));
    for (const mark of marks) {
      if (mark.type !== 'text') continue;
      const width = Math.max(0, ...mark.lines.map((line) => this.#runs(line.text, mark).width));
      const area = [mark.x, mark.y, width, mark.lines.length * mark.style.lineHeight] as const;
      const options = { structParent: element };
      if ('url' in target) this.#document.link(...area, target.url, options);
      else this.#document.goTo(...area, pageName(target.page), options);
    }
    element.end();
  }

  #element(meaning: Meaning): PdfElement {
    const { role } = meaning;
    if (role === 'heading') return this.#document.struct(`H${meaning.headingLevel ?? 1}`);
    if (role === 'artifact') return this.#document.struct('NonStruct');
    const alt = meaning.alt === undefined || meaning.alt === '' ? {} : { alt: meaning.alt };
    const scope =
      role === 'columnHeader'
        ? { scope: 'Column' as const }
        : role === 'rowHeader'
          ? { scope: 'Row' as const }
          : {};
    const element = this.#document.struct(pdfRoles[role], { ...alt, ...scope });
    if (meaning.rowSpan !== undefined && meaning.rowSpan > 1)
      element.dictionary.data['A'] = { O: 'Table', Scope: 'Row', RowSpan: meaning.rowSpan };
    return element;
  }

  #artifact(draw: () => void): void {
    this.#document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#document.endMarkedContent();
  }

  #within(mark: Group, draw: () => void): void {
    const { at, scale, clip } = mark;
    if (at === undefined && scale === undefined && clip === undefined) {
      draw();
      return;
    }
    const before = { scale: this.#scale, top: this.#top };
    this.#document.save();
    if (at !== undefined) {
      this.#document.translate(at.x, at.y);
      this.#top += at.y * this.#scale;
    }
    if (scale !== undefined) {
      this.#document.scale(scale);
      this.#scale *= scale;
    }
    if (clip !== undefined) {
      this.#document.rect(clip.x, clip.y, clip.width, clip.height);
      this.#document.clip();
    }
    draw();
    this.#document.restore();
    this.#scale = before.scale;
    this.#top = before.top;
  }

  #draw(marks: readonly Mark[]): void {
    for (const mark of marks) {
      switch (mark.type) {
        case 'group':
          this.#within(mark, () => this.#draw(mark.marks));
          break;
        case 'rect':
          this.#rect(mark);
          break;
        case 'path':
          this.#document.path(mark.d);
          this.#paint(mark);
          break;
        case 'text':
          this.#text(mark);
          break;
        case 'picture':
          this.#picture(mark);
          break;
      }
    }
  }

  #rect(mark: RectMark): void {
    const { x, y, width, height, radius = 0 } = mark;
    if (width <= 0 || height <= 0) return;
    if (radius > 0) this.#document.roundedRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
    else this.#document.rect(x, y, width, height);
    this.#paint(mark);
  }

  #paint(mark: RectMark | PathMark): void {
    const { fill, stroke } = mark;
    const document = this.#document;
    if (fill !== undefined) this.#fillColour(fill);
    if (stroke !== undefined) {
      const { hex, opacity } = colourIn(this.#options.theme, stroke.colour);
      document.strokeColor(this.#strokePaint(mark) ?? hex, opacity);
      document.lineWidth(stroke.width);
      document.lineCap(stroke.cap ?? 'butt');
      document.lineJoin(stroke.cap === undefined ? 'miter' : 'round');
      if (stroke.dash === undefined) document.undash();
      else document.dash(stroke.dash);
    }
    if (fill !== undefined && stroke !== undefined) document.fillAndStroke();
    else if (fill !== undefined) document.fill();
    else if (stroke !== undefined) document.stroke();
  }

  #strokePaint(mark: RectMark | PathMark) {
    if (mark.type === 'rect' || mark.gradient === undefined) return undefined;
    const gradient = this.#document.linearGradient(0, mark.gradient.fromY, 0, mark.gradient.toY);
    for (const stop of mark.gradient.stops)
      gradient.stop(stop.at, colourIn(this.#options.theme, stop.colour).hex);
    return gradient;
  }

  #fillColour(colour: Colour): void {
    const { hex, opacity } = colourIn(this.#options.theme, colour);
    this.#document.fillColor(hex, opacity);
  }

  #text(mark: TextMark): void {
    const joined = mark.lines.map((line) => line.text).join('\n');
    if (joined === '') return;
    const whole = (mark.whole ?? mark.lines.map((line) => line.text).join(' ')).normalize('NFC');
    const asWritten = joined === whole && !needsActualText(joined);
    if (!asWritten) this.#document.markContent('Span', { actual: whole });
    this.#fillColour(mark.colour);
    mark.lines.forEach((line, i) => {
      const baseline = mark.y + i * mark.style.lineHeight + baselineInLine(mark.style);
      this.#line(line.text, mark, baseline);
    });
    if (!asWritten) this.#document.endMarkedContent();
  }

  #line(text: string, mark: TextMark, baseline: number): void {
    const { faces } = this.#options;
    const { runs, widths, width } = this.#runs(text, mark);
    let x = mark.align === 'middle' ? mark.x - width / 2 : mark.align === 'right' ? mark.x - width : mark.x;
    runs.forEach((run, i) => {
      this.#document.font(pdfFontName(run.face));
      writeText(this.#document, run.text, x, baseline, mark.style.size * emojiScale(run, faces));
      x += widths[i] ?? 0;
    });
  }

  #runs(text: string, { style: { size, weight } }: TextMark) {
    const { faces } = this.#options;
    const runs = textRuns(text, weight, this.#language, faces);
    const widths = runs.map((run) => runWidthInEm(run, weight, faces) * size);
    return { runs, widths, width: widths.reduce((sum, each) => sum + each, 0) };
  }

  #picture(mark: PictureMark): void {
    const picture = this.#options.picture(mark.hash);
    if (picture === undefined) this.#rect({ ...mark, type: 'rect', fill: 'sunken' });
    else this.#document.image(picture, mark.x, mark.y, { width: mark.width, height: mark.height });
  }
}

/** Whether a group or anything in it has a meaning of its own. */
function hasMeaning(mark: Mark): boolean {
  return mark.type === 'group' && (mark.meaning !== undefined || mark.marks.some(hasMeaning));
}

/** Characters that are not drawn (joiners, selectors) or that no face may have. */
const needsActualText = (text: string): boolean =>
  /[^\u0020-\u024f\u2010-\u2027\u3000-\u9fff\uff01-\uff5e]/.test(text);

/** Emoji are scaled to the width that the layout gave them. */
function emojiScale(run: TextRun, faces: FaceSet): number {
  if (run.face.family !== 'emoji') return 1;
  const face = faces.face(run.face);
  const glyph = face?.glyphForCodePoint(run.text.codePointAt(0) ?? 0);
  return face === undefined || glyph === undefined
    ? 1
    : (emojiWidthInEm * face.unitsPerEm) / glyph.advanceWidth;
}
