import LineBreaker from 'linebreak';
import type { TextStyle } from './layoutSizes.ts';
import type { TextMeasure } from './textMeasure.ts';

/** One line as it is drawn, without the spaces at its end. */
export interface TextLine {
  readonly text: string;
  readonly width: number;
}

/**
 * Breaks a text into lines of at most `width` by the Unicode rules (UAX 14). A word wider than a line is cut between
 * characters as people see them; a last line is never one lone Han character when the line above can spare another.
 * Line breaks in the text are kept. An empty text has no lines.
 */
export function breakLines(
  text: string,
  width: number,
  style: TextStyle,
  measure: TextMeasure,
): readonly TextLine[] {
  const shown = withoutControls(text);
  if (shown.trim() === '') return [];
  return shown.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, style, measure));
}

/** At most `most` lines; what does not fit ends in an ellipsis. */
export function clipLines(
  lines: readonly TextLine[],
  most: number,
  width: number,
  style: TextStyle,
  measure: TextMeasure,
): readonly TextLine[] {
  if (lines.length <= most) return lines;
  const last = lines[most - 1];
  if (last === undefined) return [];
  const ellipsis = '…';
  const graphemes = [...segmenter.segment(last.text)].map((part) => part.segment);
  for (let keep = graphemes.length; keep >= 0; keep--) {
    const text = graphemes.slice(0, keep).join('').trimEnd() + ellipsis;
    const lineWidth = measure.widthInEm(text, style.weight) * style.size;
    if (lineWidth <= width || keep === 0) return [...lines.slice(0, most - 1), { text, width: lineWidth }];
  }
  return lines.slice(0, most);
}

/** Text for one line: breaks become spaces, what does not fit ends in an ellipsis. */
export function oneLine(text: string, width: number, style: TextStyle, measure: TextMeasure): TextLine {
  const flat = text.replace(/\s+/g, ' ').trim();
  const whole = { text: flat, width: measure.widthInEm(flat, style.weight) * style.size };
  if (whole.width <= width) return whole;
  return clipLines([whole, whole], 1, width, style, measure)[0] ?? whole;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Line separators become \n and tabs become spaces; other control characters and lone surrogates vanish: no face has them. */
export function withoutControls(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
      .replaceAll('\t', ' ')
      // oxlint-disable-next-line no-control-regex -- taking them out is the purpose
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2060-\u206f]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  );
}

interface Token {
  readonly text: string;
  /** Width without and with the spaces at the end. */
  readonly width: number;
  readonly fullWidth: number;
}

function breakParagraph(
  paragraph: string,
  width: number,
  style: TextStyle,
  measure: TextMeasure,
): readonly TextLine[] {
  const inPx = (text: string) => measure.widthInEm(text, style.weight) * style.size;
  const lines: Token[][] = [];
  let line: Token[] = [];
  let used = 0;
  for (const token of tokensOf(paragraph, inPx).flatMap((each) => cutToWidth(each, width, inPx))) {
    if (line.length > 0 && used + token.width > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    line.push(token);
    used += token.fullWidth;
  }
  lines.push(line);
  keepCompany(lines, width);
  return lines.map(lineOf);
}

function lineOf(tokens: readonly Token[]): TextLine {
  const end = tokens.findLastIndex((each) => each.width > 0) + 1;
  const shown = tokens.slice(0, end);
  const text = shown.map((each) => each.text).join('');
  const width = shown.reduce((sum, each, i) => sum + (i === end - 1 ? each.width : each.fullWidth), 0);
  return { text: text.trimEnd(), width };
}

function tokensOf(paragraph: string, inPx: (text: string) => number): readonly Token[] {
  const breaker = new LineBreaker(paragraph);
  const tokens: Token[] = [];
  let from = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (next.position > from) tokens.push(token(paragraph.slice(from, next.position), inPx));
    from = next.position;
  }
  if (from < paragraph.length) tokens.push(token(paragraph.slice(from), inPx));
  return tokens;
}

function token(text: string, inPx: (text: string) => number): Token {
  const shown = text.trimEnd();
  const width = inPx(shown);
  return { text, width, fullWidth: shown.length === text.length ? width : inPx(text) };
}

/** A token wider than a line, cut between graphemes. */
function cutToWidth(whole: Token, width: number, inPx: (text: string) => number): readonly Token[] {
  if (whole.width <= width) return [whole];
  const parts: Token[] = [];
  let part = '';
  let used = 0;
  for (const { segment } of segmenter.segment(whole.text)) {
    const segmentWidth = inPx(segment);
    if (part !== '' && used + segmentWidth > width) {
      parts.push(token(part, inPx));
      part = '';
      used = 0;
    }
    part += segment;
    used += segmentWidth;
  }
  if (part !== '') parts.push(token(part, inPx));
  return parts;
}

/** A last line of one Han character (with its punctuation) takes another one from the line above. */
function keepCompany(lines: Token[][], width: number): void {
  const last = lines.at(-1);
  const above = lines.at(-2);
  const moved = above?.at(-1);
  if (last?.length !== 1 || above === undefined || above.length < 3 || moved === undefined) return;
  const lone = last[0];
  if (lone === undefined || !/^\p{Script=Han}\p{P}*\s*$/u.test(lone.text)) return;
  if (moved.fullWidth + lone.width > width) return;
  above.pop();
  last.unshift(moved);
}
