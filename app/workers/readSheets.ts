import readXlsxFile from 'read-excel-file/web-worker';
import { cellText } from '../../model/formats/cellText.ts';
import { readDelimited, type Row } from '../../model/formats/delimited.ts';
import { encodingOf } from '../../model/formats/textEncoding.ts';
import { err, ok, type Result } from '../../model/result.ts';

/** A table of a file; texts have one without a name. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

export type SheetsError =
  | { readonly type: 'NotAWorkbook' }
  | { readonly type: 'FileTooLarge'; readonly megabytes: number; readonly most: number };

/** Larger files would fill the memory of the tab. */
const mostMegabytes = 50;

/** The tables of a workbook, or the one of a text whose cells are parted by commas, semicolons or tabs. */
export async function readSheets(file: File): Promise<Result<readonly Sheet[], SheetsError>> {
  const megabytes = file.size / 1_000_000;
  if (megabytes > mostMegabytes) return err({ type: 'FileTooLarge', megabytes, most: mostMegabytes });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (file.name.toLowerCase().endsWith('.xlsx')) return sheetsOfWorkbook(bytes);
  const rows = readDelimited(new TextDecoder(encodingOf(bytes)).decode(bytes));
  return ok([{ name: '', rows }]);
}

/** Empty sheets are left out. */
export async function sheetsOfWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<readonly Sheet[], { readonly type: 'NotAWorkbook' }>> {
  try {
    const sheets = await readXlsxFile(bytes.buffer);
    return ok(
      sheets
        .map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
        .filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== ''))),
    );
  } catch {
    return err({ type: 'NotAWorkbook' });
  }
}
