import type { ImportNote } from './importNote.ts';
import { type JourneyStatement, readJourneySource } from './mermaidJourneySyntax.ts';
import { decodeMermaidText } from './mermaidText.ts';

/** A journey as its writer meant it: Mermaid's statements, and those that Mermaid refuses or misreads, repaired with a note. */
export interface RepairedJourney {
  readonly isJourney: boolean;
  readonly firstWord: string;
  readonly title: string | undefined;
  readonly description: string;
  readonly sections: readonly JourneySection[];
  readonly notes: readonly ImportNote[];
}

export interface JourneySection {
  readonly line: number;
  readonly name: string;
  readonly tasks: readonly JourneyTask[];
}

export interface JourneyTask {
  readonly line: number;
  readonly name: string;
  readonly score: number | undefined;
  /** Each once. */
  readonly actors: readonly string[];
  /** Fields after the actors; Mermaid drops them, people write feelings into them. */
  readonly remarks: readonly string[];
}

export function repairJourney(source: string): RepairedJourney {
  const notes: ImportNote[] = [];
  const read = readJourneySource(repairedLines(source, notes));
  let title = read.headTitle === undefined ? undefined : clean(read.headTitle);
  const descriptions: string[] = [];
  const sections: { line: number; name: string; tasks: JourneyTask[] }[] = [];

  const openSection = (line: number, name: string): void => {
    // Mermaid draws neighbouring sections of one name as one.
    if (sections.at(-1)?.name !== name) sections.push({ line, name, tasks: [] });
  };
  const take = (statement: JourneyStatement): void => {
    switch (statement.type) {
      case 'title':
        title = clean(statement.text);
        return;
      case 'description':
        descriptions.push(decodeMermaidText(statement.text));
        return;
      case 'section':
        openSection(statement.line, clean(statement.name));
        return;
      case 'task':
        if (sections.length === 0) openSection(statement.line, '');
        sections.at(-1)!.tasks.push(taskOf(statement.line, statement.name, statement.fields, notes));
        return;
      case 'rejected':
        take(repaired(statement.line, statement.text, notes));
    }
  };
  read.statements.forEach(take);
  const { isJourney, firstWord } = read;
  const description = descriptions.filter((part) => part !== '').join('\n');
  return { isJourney, firstWord, title, description, sections, notes };
}

const clean = (text: string): string => decodeMermaidText(text).trim();

/**
 * What must be repaired before reading: a bare `title` or `section` would swallow the next line, and the `#` of `Child#1`
 * or `Fix #12` would begin a comment. The fences of a Markdown block are no part of the diagram.
 */
function repairedLines(source: string, notes: ImportNote[]): string {
  return source
    .split(/\r\n?|\n/)
    .map((text, i) => {
      const line = i + 1;
      const keyword = /^\s*(title|section)\s*$/i.exec(text)?.[1];
      if (keyword !== undefined) notes.push({ type: 'BareKeyword', line, keyword });
      if (keyword !== undefined || /^\s*```/.test(text)) return '';
      if (/^\s*(#|%%)/.test(text)) return text;
      const kept = text.replace(/(?<=[\p{L}\p{N}])#(?!\w+;)|#(?=\d)(?!\w+;)/gu, '#35;');
      if (kept !== text) notes.push({ type: 'HashInText', line });
      return kept;
    })
    .join('\n');
}

/** The statement that the writer of a refused line most likely meant. */
function repaired(
  line: number,
  text: string,
  notes: ImportNote[],
): Exclude<JourneyStatement, { type: 'rejected' }> {
  const old = /^acc(?:Title|Descr)\w*\s*:?\s*(.*)$/i.exec(text);
  if (old !== null) {
    notes.push({ type: 'OldDescription', line });
    return { type: 'description', line, text: old[1]!.trim() };
  }
  const [first = '', ...fields] = text.split(/[:\uFF1A]/);
  const isTask = fields.length >= 2 && scoreOf(fields.at(-2)!) !== undefined;
  const section = /^section\s+(.*)$/i.exec(text);
  if (section !== null && !isTask) {
    notes.push({ type: 'SectionWithColon', line, name: section[1]!.trim() });
    return { type: 'section', line, name: section[1]! };
  }
  const type = text.includes('\uFF1A') ? 'FullWidthColon' : 'SignsInName';
  if (fields.length > 0) notes.push({ type, line, name: clean(first) });
  return { type: 'task', line, name: first, fields };
}

function taskOf(line: number, name: string, fields: readonly string[], notes: ImportNote[]): JourneyTask {
  const halfWidth = [name, ...fields]
    .join(':')
    .replace(/\s*\uFF1A\s*/g, ':')
    .split(':');
  if (halfWidth.length > fields.length + 1 && scoreOf(fields[0] ?? '') === undefined) {
    notes.push({ type: 'FullWidthColon', line, name: clean(halfWidth[0]!) });
    return taskOf(line, halfWidth[0]!, halfWidth.slice(1), notes);
  }
  const joined = withColonsInName(name, fields);
  if (joined !== undefined) {
    notes.push({ type: 'SignsInName', line, name: clean(joined.name) });
    return taskOf(line, joined.name, joined.fields, notes);
  }
  const [found = '', actors = '', ...extra] = fields;
  const score = scoreOf(found);
  const shownName = clean(name);
  if (score === undefined) notes.push({ type: 'NoScore', line, name: shownName, found: found.trim() });
  const remarks = extra.map(clean).filter((remark) => remark !== '');
  for (const text of remarks) notes.push({ type: 'ExtraField', line, text });
  if (/[\uFF0C\u3001]/.test(actors)) notes.push({ type: 'FullWidthComma', line, name: shownName });
  const names = actors.split(/[,\uFF0C\u3001]/).map(clean);
  return {
    line,
    name: shownName,
    score,
    actors: [...new Set(names)].filter((actor) => actor !== ''),
    remarks,
  };
}

/**
 * "At 10:30: 5: Me" is read by Mermaid as a task "At 10" with the score 30 and the actor 5. Where the last two fields
 * are a score and actors, and the second cannot be actors or the first no score, the colons before them were the name's.
 */
function withColonsInName(
  name: string,
  fields: readonly string[],
): { readonly name: string; readonly fields: readonly string[] } | undefined {
  if (fields.length < 3 || scoreOf(fields.at(-2)!) === undefined || scoreOf(fields.at(-1)!) !== undefined)
    return undefined;
  const standsAsItIs = scoreOf(fields[0]!) !== undefined && scoreOf(fields[1]!) === undefined;
  if (standsAsItIs) return undefined;
  return { name: [name, ...fields.slice(0, -2)].join(':'), fields: fields.slice(-2) };
}

/** A score as people write it: `5`, `3.5`, `0x5`, `4/5`, full-width digits. */
function scoreOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  const ofFive = /^(\d+(?:\.\d+)?)\s*\/\s*5$/.exec(plain);
  const score = plain === '' ? Number.NaN : Number(ofFive?.[1] ?? plain);
  return Number.isFinite(score) ? score : undefined;
}
