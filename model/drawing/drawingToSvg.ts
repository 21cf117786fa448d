import { baselineInLine, type TextStyle } from '../layout/layoutSizes.ts';
import type { Drawing, Gradient, Group, Mark, Meaning, PictureMark, Stroke, TextMark } from './drawing.ts';
import { advanceInEm, runWidthInEm, textRuns, type FaceSet, type TextRun } from './fontFaces.ts';
import { emojiWidthInEm } from '../layout/textMeasure.ts';
import { colourIn, type Colour, type Theme } from './themes.ts';

export interface SvgOptions {
  readonly theme: Theme;
  /** With faces all text becomes outlines and looks the same everywhere; without it stays text. */
  readonly outlines?: FaceSet;
  /** Before every id, where several SVGs stand in one page. */
  readonly idPrefix?: string;
  /** Address of a picture's bytes (a data URL), or undefined when they are missing. */
  readonly pictureUrl: (hash: string) => string | undefined;
}

/** A drawing as one SVG file. Same drawing and options, same bytes. */
export function drawingToSvg(drawing: Drawing, options: SvgOptions): string {
  const pen = new SvgPen(drawing, options);
  const body = pen.marks(drawing.marks);
  const { width, height } = drawing;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" lang="${drawing.language}" font-family="${fontFamily(drawing)}" font-kerning="none">`,
    `<title>${escaped(drawing.title)}</title>`,
    pen.definitions(),
    `<rect width="100%" height="100%" fill="${options.theme.page}"/>`,
    body,
    '</svg>\n',
  ].join('');
}

const fontFamily = (drawing: Drawing): string =>
  `Inter, ${drawing.language === 'zh-Hant' ? "'Noto Sans TC', 'PingFang TC'" : "'Noto Sans SC', 'PingFang SC'"}, sans-serif`;

class SvgPen {
  readonly #drawing: Drawing;
  readonly #options: SvgOptions;
  readonly #gradients = new Map<string, string>();
  readonly #glyphs = new Map<string, string>();

  constructor(drawing: Drawing, options: SvgOptions) {
    this.#drawing = drawing;
    this.#options = options;
  }

  definitions(): string {
    const all = [...this.#gradients.values(), ...this.#glyphs.values()];
    return all.length === 0 ? '' : `<defs>${all.join('')}</defs>`;
  }

  marks(marks: readonly Mark[]): string {
    return marks.map((mark) => this.#mark(mark)).join('');
  }

  #mark(mark: Mark): string {
    switch (mark.type) {
      case 'group':
        return this.#group(mark);
      case 'rect': {
        const radius = mark.radius === undefined ? '' : ` rx="${n(mark.radius)}"`;
        return `<rect x="${n(mark.x)}" y="${n(mark.y)}" width="${n(Math.max(0, mark.width))}" height="${n(Math.max(0, mark.height))}"${radius}${this.#paint(mark.fill, mark.stroke)}/>`;
      }
      case 'path':
        return `<path d="${mark.d}"${this.#paint(mark.fill, mark.stroke, mark.gradient)}/>`;
      case 'text':
        return this.#options.outlines === undefined
          ? this.#text(mark)
          : this.#outlines(mark, this.#options.outlines);
      case 'picture':
        return this.#picture(mark);
    }
  }

  #group(mark: Group): string {
    const body = this.marks(mark.marks);
    if (body === '') return '';
    const at = mark.at === undefined ? '' : `translate(${n(mark.at.x)} ${n(mark.at.y)})`;
    const scale = mark.scale === undefined ? '' : `scale(${n(mark.scale)})`;
    const transform = at + scale === '' ? '' : ` transform="${at}${scale}"`;
    const clip = mark.clip === undefined ? '' : ` clip-path="${this.#clip(mark.clip)}"`;
    const meaning = meaningOf(mark.meaning);
    if (transform + clip + meaning === '') return body;
    return `<g${transform}${clip}${meaning}>${body}</g>`;
  }

  #clip(box: NonNullable<Group['clip']>): string {
    const key = `clip ${n(box.x)} ${n(box.y)} ${n(box.width)} ${n(box.height)}`;
    const id = this.#id(`c${this.#idOf(key)}`);
    this.#gradients.set(
      key,
      `<clipPath id="${id}"><rect x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}"/></clipPath>`,
    );
    return `url(#${id})`;
  }

  #paint(fill: Colour | undefined, stroke: Stroke | undefined, gradient?: Gradient): string {
    const { theme } = this.#options;
    let paint = ' fill="none"';
    if (fill !== undefined) {
      const { hex, opacity } = colourIn(theme, fill);
      paint = ` fill="${hex}"${opacity === 1 ? '' : ` fill-opacity="${n(opacity)}"`}`;
    }
    if (stroke === undefined) return paint;
    const { hex, opacity } = colourIn(theme, stroke.colour);
    const colour = gradient === undefined ? hex : this.#gradient(gradient);
    return [
      paint,
      ` stroke="${colour}" stroke-width="${n(stroke.width)}"`,
      opacity === 1 ? '' : ` stroke-opacity="${n(opacity)}"`,
      stroke.dash === undefined ? '' : ` stroke-dasharray="${stroke.dash.map(n).join(' ')}"`,
      stroke.cap === undefined ? '' : ' stroke-linecap="round" stroke-linejoin="round"',
    ].join('');
  }

  #gradient(gradient: Gradient): string {
    const stops = gradient.stops
      .map(
        (stop) =>
          `<stop offset="${n(stop.at)}" stop-color="${colourIn(this.#options.theme, stop.colour).hex}"/>`,
      )
      .join('');
    const ends = `x1="0" x2="0" y1="${n(gradient.fromY)}" y2="${n(gradient.toY)}"`;
    const key = ends + stops;
    const id = this.#id(`g${this.#idOf(key)}`);
    this.#gradients.set(
      key,
      `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${ends}>${stops}</linearGradient>`,
    );
    return `url(#${id})`;
  }

  #id(name: string): string {
    return (this.#options.idPrefix ?? '') + name;
  }

  /** A number for each distinct definition, in the order of first use. */
  #idOf(key: string): number {
    const keys = [...this.#gradients.keys()];
    const known = keys.indexOf(key);
    return known === -1 ? keys.length : known;
  }

  #text(mark: TextMark): string {
    const { hex } = colourIn(this.#options.theme, mark.colour);
    const anchor =
      mark.align === undefined ? '' : ` text-anchor="${mark.align === 'middle' ? 'middle' : 'end'}"`;
    const weight = mark.style.weight === 400 ? '' : ' font-weight="600"';
    return mark.lines
      .map((line, i) => {
        if (line.text === '') return '';
        const y = mark.y + i * mark.style.lineHeight + baselineInLine(mark.style);
        const length =
          line.width > 0 && mark.align === undefined
            ? ` textLength="${n(line.width)}" lengthAdjust="spacingAndGlyphs"`
            : '';
        return `<text x="${n(mark.x)}" y="${n(y)}" font-size="${n(mark.style.size)}"${weight} fill="${hex}"${anchor}${length} xml:space="preserve">${escaped(line.text)}</text>`;
      })
      .join('');
  }

  #outlines(mark: TextMark, faces: FaceSet): string {
    const { hex } = colourIn(this.#options.theme, mark.colour);
    const lines = mark.lines.map((line, i) => {
      const y = mark.y + i * mark.style.lineHeight + baselineInLine(mark.style);
      const runs = textRuns(line.text, mark.style.weight, this.#drawing.language, faces);
      const width =
        runs.reduce((sum, run) => sum + runWidthInEm(run, mark.style.weight, faces), 0) * mark.style.size;
      let x = mark.align === 'middle' ? mark.x - width / 2 : mark.align === 'right' ? mark.x - width : mark.x;
      return runs
        .map((run) => {
          const drawn = this.#run(run, x, y, mark.style, faces);
          x += runWidthInEm(run, mark.style.weight, faces) * mark.style.size;
          return drawn;
        })
        .join('');
    });
    const body = lines.join('');
    const label = mark.lines.map((line) => line.text).join(' ');
    return body === '' ? '' : `<g fill="${hex}" role="img" aria-label="${escaped(label)}">${body}</g>`;
  }

  #run(run: TextRun, x: number, y: number, { size, weight }: TextStyle, faces: FaceSet): string {
    const face = faces.face(run.face);
    if (face === undefined) return '';
    const emoji = run.face.family === 'emoji';
    let at = 0;
    let uses = '';
    let scale = size / face.unitsPerEm;
    for (const character of run.text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const glyph = face.glyphForCodePoint(codePoint);
      if (emoji) scale = (size * emojiWidthInEm) / glyph.advanceWidth;
      const key = this.#id(`${run.face.family}${run.face.weight}-${glyph.id}`);
      const d = this.#glyphs.has(key) ? '' : glyph.path.toSVG();
      if (d !== '' && !this.#glyphs.has(key)) this.#glyphs.set(key, `<path id="${key}" d="${d}"/>`);
      if (this.#glyphs.has(key)) uses += `<use href="#${key}"${at === 0 ? '' : ` x="${n(at)}"`}/>`;
      at += emoji ? glyph.advanceWidth : advanceInEm(codePoint, weight, faces) * face.unitsPerEm;
    }
    return uses === ''
      ? ''
      : `<g transform="translate(${n(x)} ${n(y)}) scale(${fine(scale)} ${fine(-scale)})">${uses}</g>`;
  }

  #picture(mark: PictureMark): string {
    const url = this.#options.pictureUrl(mark.hash);
    const box = `x="${n(mark.x)}" y="${n(mark.y)}" width="${n(mark.width)}" height="${n(mark.height)}"`;
    if (url === undefined) return `<rect ${box} fill="${this.#options.theme.sunken}"/>`;
    return `<image ${box} href="${escaped(url)}"/>`;
  }
}

function meaningOf(meaning: Meaning | undefined): string {
  if (meaning === undefined) return '';
  const { ids } = meaning;
  const id = [
    ids?.cardId === undefined ? '' : ` data-card="${ids.cardId}"`,
    ids?.laneId === undefined ? '' : ` data-lane="${ids.laneId}"`,
    ids?.stepId === undefined ? '' : ` data-step="${ids.stepId}"`,
    ids?.stageId === undefined ? '' : ` data-stage="${ids.stageId}"`,
  ].join('');
  if (meaning.role === 'artifact') return `${id} aria-hidden="true"`;
  const alt = meaning.alt === undefined || meaning.alt === '' ? '' : ` aria-label="${escaped(meaning.alt)}"`;
  const role = svgRoles[meaning.role];
  return `${id}${role === undefined ? '' : ` role="${role}"`}${alt}`;
}

const svgRoles: Readonly<Partial<Record<Meaning['role'], string>>> = {
  figure: 'img',
  table: 'table',
  tableRow: 'row',
  columnHeader: 'columnheader',
  rowHeader: 'rowheader',
  cell: 'cell',
};

/** Characters that XML 1.0 does not allow are left out. */
function escaped(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- taking them out is the purpose
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

const n = (value: number): string => String(Math.round(value * 100) / 100);
const fine = (value: number): string => String(Math.round(value * 1e6) / 1e6);
