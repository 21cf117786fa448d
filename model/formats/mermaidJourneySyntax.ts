/**
 * The grammar of Mermaid's user-journey diagram, statement by statement (held against Mermaid's own parser in the
 * test). Nothing is repaired here: what Mermaid would refuse comes back as `rejected`, with its line; reading goes on
 * with the next line. mapFromMermaid.ts repairs and turns it into a map.
 */
export interface JourneySource {
  /** Whether the text is a journey diagram at all. */
  readonly isJourney: boolean;
  /** First word of a text that is not: `flowchart`, `graph`. */
  readonly firstWord: string;
  readonly statements: readonly JourneyStatement[];
  /** Title from the YAML head; a title in the body wins over it. */
  readonly headTitle: string | undefined;
}

export type JourneyStatement =
  | { readonly type: 'title'; readonly line: number; readonly text: string }
  | { readonly type: 'description'; readonly line: number; readonly text: string }
  | { readonly type: 'section'; readonly line: number; readonly name: string }
  /** `fields` are what stands between the colons after the name: score, actors, and what Mermaid ignores. */
  | {
      readonly type: 'task';
      readonly line: number;
      readonly name: string;
      readonly fields: readonly string[];
    }
  | { readonly type: 'rejected'; readonly line: number; readonly text: string };

export function readJourneySource(source: string): JourneySource {
  const whole = source.replace(/\r\n?/g, '\n');
  const head = /^\uFEFF?-{3}[^\S\n]*\n([\s\S]*?)\n-{3}[^\S\n]*(?:\n|$)/.exec(whole);
  const body = blanked(whole, head?.[0].length ?? 0);
  const start = /^\s*journey\b/.exec(body);
  return {
    isJourney: start !== null,
    firstWord: /\S+/.exec(body)?.[0] ?? '',
    statements: start === null ? [] : statementsOf(body, start[0].length),
    headTitle: head === null ? undefined : titleOfHead(head[1]!),
  };
}

/** The text with its YAML head, directives and comment lines emptied; line breaks stay, so that lines keep their numbers. */
function blanked(text: string, headLength: number): string {
  const emptied = (part: string): string => part.replace(/[^\n]/g, '');
  return (emptied(text.slice(0, headLength)) + text.slice(headLength))
    .replace(/%%\{[\s\S]*?\}%%/g, emptied)
    .replace(/^\s*%%(?!\{)[^\n]+/gm, emptied)
    .replace(/#(\w+);/g, '\uE000$1\uE001');
}

/** The signs of an entity (`#58;`) mean something to the grammar; while it is applied, two private signs stand for them. */
const withEntities = (text: string): string => text.replace(/\uE000(\w+)\uE001/g, '#$1;');

/** The title of a YAML head, bare or in quotes; nothing else of the head matters to a map. */
function titleOfHead(head: string): string | undefined {
  const value = /^title:[^\S\n]*(.+?)\s*$/m.exec(head)?.[1];
  return value?.replace(/^(["'])(.*)\1$/, '$2');
}

/** What stands between statements: comments (`%…`, any sign before `%%…`, `#…`) and white space. */
const between = /%(?!\{)[^\n]*|[^}]%%[^\n]*|\s+|#[^\n]*/y;
const title = /title\s([^#\n;]+)/iy;
const accessibleText = /acc(?:Title|Descr)\s*:\s*([^\n]*)/iy;
const accessibleBlock = /accDescr\s*\{\s*([^}]*)(\}?)/iy;
const section = /section\s([^#:\n;]+)/iy;
const header = /journey\b/iy;
const taskName = /[^#:\n;]+/y;
const taskData = /:([^#\n;]+)/y;

function statementsOf(text: string, afterHeader: number): readonly JourneyStatement[] {
  const statements: JourneyStatement[] = [];
  let position = afterHeader;
  let line = 1;
  let counted = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (found !== null) position = pattern.lastIndex;
    return found;
  };

  while (position < text.length) {
    if (match(between) !== null) continue;
    const start = position;
    for (; counted < start; counted++) if (text[counted] === '\n') line++;
    const reject = (): void => {
      const end = text.indexOf('\n', start);
      position = end === -1 ? text.length : end;
      statements.push({ type: 'rejected', line, text: withEntities(text.slice(start, position)) });
    };
    if (match(header) !== null) {
      reject();
      continue;
    }
    const titleFound = match(title);
    if (titleFound !== null) {
      statements.push({ type: 'title', line, text: withEntities(titleFound[1]!) });
      continue;
    }
    const description = match(accessibleText) ?? match(accessibleBlock);
    if (description !== null) {
      // A block must be closed, a sentence must say something.
      if (description[2] === '' || (description[2] === undefined && description[1] === '')) reject();
      else statements.push({ type: 'description', line, text: withEntities(description[1]!).trim() });
      continue;
    }
    const sectionFound = match(section);
    if (sectionFound !== null) {
      if (text[position] === ':') reject();
      else statements.push({ type: 'section', line, name: withEntities(sectionFound[1]!) });
      continue;
    }
    const name = match(taskName);
    const data = name === null || /^[^}]%%/.test(text.slice(position, position + 3)) ? null : match(taskData);
    if (name === null || data === null) reject();
    else {
      const fields = data[1]!.split(':').map(withEntities);
      statements.push({ type: 'task', line, name: withEntities(name[0]), fields });
    }
  }
  return statements;
}
