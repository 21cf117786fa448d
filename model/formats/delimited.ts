/** Tables as text: CSV (RFC 4180, any of comma, semicolon and tab) and what spreadsheets put on the clipboard. */

export type Row = readonly string[];

/** The rows of a text; the sign between fields is found out from the first lines. Line ends inside quotes belong to the field. */
export function readDelimited(text: string, separator = separatorOf(text)): readonly Row[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endRow = (): void => {
    rows.push([...row, field]);
    row = [];
    field = '';
  };
  const source = text.replace(/^\uFEFF/, '');
  for (let i = 0; i < source.length; i++) {
    const sign = source[i]!;
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (source[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === separator) {
      row.push(field);
      field = '';
    } else if (sign === '\n') endRow();
    else if (sign === '\r') {
      if (source[i + 1] === '\n') i++;
      endRow();
    } else field += sign;
  }
  if (field !== '' || row.length > 0 || quoted) endRow();
  return rows;
}

/** A table as text, with CRLF as RFC 4180 asks; fields are quoted where they must be. */
export function writeDelimited(rows: readonly Row[], separator: string): string {
  const mustQuote = new RegExp(`["\\r\\n${separator}]|^\\s|\\s$`);
  const asField = (field: string): string =>
    mustQuote.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
  return rows.map((row) => `${row.map(asField).join(separator)}\r\n`).join('');
}

const separators = ['\t', ',', ';'];
const sampleLength = 20_000;

/** The separator that splits the first rows most evenly; a tab before a comma before a semicolon where they are equal. */
function separatorOf(text: string): string {
  const sample = text.slice(0, sampleLength);
  const evenness = (separator: string): number => {
    const widths = readDelimited(sample, separator)
      .slice(0, 20)
      .map((row) => row.length);
    const first = widths[0] ?? 1;
    return first === 1 ? 0 : widths.filter((width) => width === first).length / widths.length + first / 1_000;
  };
  return separators.toSorted((a, b) => evenness(b) - evenness(a))[0]!;
}

/** Signs that spreadsheets take for the start of a formula. */
const formula = /^'*[=+\-@\t\r]/;

/** A text field that no spreadsheet runs as a formula: an apostrophe in front. `fromSafeField` takes it off again. */
export const toSafeField = (text: string): string => (formula.test(text) ? `'${text}` : text);

export const fromSafeField = (field: string): string =>
  field.startsWith("'") && formula.test(field) ? field.slice(1) : field;
