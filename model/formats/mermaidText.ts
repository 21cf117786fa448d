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

/** A text that Mermaid reads as nothing but text, on one line: no comment, field, entity or mark-up of its own. */
export function encodeMermaidText(text: string): string {
  const inert = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/[#:;%&<>,\u00B6\uFB02]/g, (sign) => `#${sign.codePointAt(0)};`)
    .replace(/\n/g, '<br/>');
  if (inert === '') return '#160;';
  return /^(journey|title|section|acctitle|accdescr)/i.test(inert)
    ? `#${inert.codePointAt(0)};${inert.slice(1)}`
    : inert;
}
