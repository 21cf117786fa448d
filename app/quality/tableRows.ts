import { readDelimited, type Row } from '../../model/formats/delimited.ts';
import { encodingOf } from '../../model/formats/textEncoding.ts';
import { err, ok, type Result } from '../../model/result.ts';

/** The cells of a pasted text or an opened file; empty rows are left out. */

export function rowsOfText(text: string): readonly Row[] {
  return readDelimited(text).filter((row) => row.some((cell) => cell.trim() !== ''));
}

export async function rowsOfFile(file: File): Promise<Result<readonly Row[], 'unreadable'>> {
  try {
    if (file.name.toLowerCase().endsWith('.xlsx')) {
      const { readSheet } = await import('read-excel-file/browser');
      return ok((await readSheet(file)).map((row) => row.map(cellText)));
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    return ok(rowsOfText(new TextDecoder(encodingOf(bytes)).decode(bytes)));
  } catch {
    return err('unreadable');
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell)
    : '';
}
