/** Signs inside Mermaid texts: `#58;` and `#colon;` stand for a colon, `<br/>` for a line break. */

const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  colon: ':',
  comma: ',',
  excl: '!',
  gt: '>',
  hash: '#',
  lbrace: '{',
  lpar: '(',
  lt: '<',
  nbsp: '\u00A0',
  num: '#',
  percnt: '%',
  period: '.',
  quest: '?',
  quot: '"',
  rbrace: '}',
  rpar: ')',
  semi: ';',
  sol: '/',
};

/** The text that a reader of the diagram sees. Entities it does not know stay as they are. */
export function decodeMermaidText(text: string): string {
  return text.replace(/<br\s*\/?>/gi, '\n').replace(/#(\w+);/g, (whole, name: string) => {
    if (!/^\d+$/.test(name)) return named[name] ?? whole;
    const code = Number(name);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}

/** A title or description that Mermaid reads as nothing but text, on one line: no comment, entity or mark-up of its own. */
export function encodeMermaidText(text: string): string {
  const inert = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/[#;%&<>\u00B6\uFB02]/g, entity)
    .replace(/\n/g, '<br/>');
  return inert === '' ? '#160;' : inert;
}

/** The same for the name of a section or task, which ends at a colon and must not begin with a keyword. */
export function encodeMermaidName(text: string): string {
  return encodeMermaidText(text)
    .replace(/:/g, entity)
    .replace(/^(?=journey|title|section|acctitle|accdescr)./i, entity);
}

/** The same for a person: actors are separated by commas. */
export const encodeMermaidActor = (text: string): string => encodeMermaidName(text).replace(/,/g, entity);

const entity = (sign: string): string => `#${sign.codePointAt(0)};`;
