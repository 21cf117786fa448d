import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { cellText } from '../../model/formats/cellText.ts';
import { readDelimited, type Row, writeDelimited } from '../../model/formats/delimited.ts';
import { isFlatTable, mapFromTable } from '../../model/formats/mapFromTable.ts';
import { mapToFlatTable, mapToGrid } from '../../model/formats/mapToTable.ts';
import { encodingOf } from '../../model/formats/textEncoding.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { importNoteText } from '../../model/text/importNoteText.ts';
import { tableErrorText } from '../../model/text/tableErrorText.ts';
import { cliText } from './cliText.ts';
import type { MapFormat, ReadContext, ReadMap } from './mapFormat.ts';

/** Tables: a flat list as CSV, a grid as TSV (what a clipboard holds), both as sheets of a workbook. Any of them is read. */
export const tableFormats: readonly MapFormat[] = [
  {
    endings: ['.csv'],
    read: (bytes, context) => Promise.resolve(readTable(readDelimited(decoded(bytes)), context)),
    // The mark tells Excel that the file is UTF-8.
    write: (map) => Promise.resolve(ok(`\uFEFF${writeDelimited(mapToFlatTable(map), ',')}`)),
  },
  {
    endings: ['.tsv'],
    read: (bytes, context) => Promise.resolve(readTable(readDelimited(decoded(bytes)), context)),
    write: (map) => Promise.resolve(ok(writeDelimited(mapToGrid(map), '\t'))),
  },
  {
    endings: ['.xlsx'],
    async read(bytes, context) {
      let rows: readonly Row[];
      try {
        const sheets = (await readXlsxFile(Buffer.from(bytes))).map(({ data }) =>
          data.map((row) => row.map(cellText)),
        );
        // A list says more than a grid, where a workbook has both.
        rows = sheets.find(isFlatTable) ?? sheets[0] ?? [];
      } catch {
        return err(cliText[context.language].notAWorkbook());
      }
      return readTable(rows, context);
    },
    async write(map, { language }) {
      const names = sheetNames[language];
      const sheet = (name: string, rows: readonly Row[], columns: readonly number[]) => ({
        sheet: name,
        data: rows.map((row) => row.map(asCell)),
        columns: columns.map((width) => ({ width })),
        stickyRowsCount: name === names.grid ? 2 : 1,
      });
      const grid = mapToGrid(map);
      const widths = [24, ...(grid[0] ?? []).slice(1).map(() => 28)];
      return ok(
        await writeXlsxFile([
          sheet(names.grid, grid, widths),
          sheet(names.list, mapToFlatTable(map), [20, 20, 24, 24, 44, 20, 10, 20, 10, 10, 16, 16, 12]),
        ]).toBuffer(),
      );
    },
  },
];

const sheetNames = {
  en: { grid: 'Map', list: 'List' },
  'zh-Hans': { grid: '地图', list: '列表' },
  'zh-Hant': { grid: '地圖', list: '清單' },
} as const;

const decoded = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

/** Text stays text, also where it looks like a formula; numbers become numbers, so that the sheet can count with them. */
const asCell = (field: string) =>
  field === ''
    ? null
    : /^-?\d+(\.\d+)?$/.test(field) && String(Number(field)) === field
      ? { value: Number(field), type: Number }
      : { value: field, type: String, wrap: true, alignVertical: 'top' as const };

function readTable(rows: readonly Row[], context: ReadContext): Result<ReadMap, string> {
  const read = mapFromTable(rows, context);
  if (!read.ok) return err(tableErrorText(read.error, context.language));
  return ok({
    map: read.value.map,
    notes: read.value.notes.map((note) => importNoteText(note, context.language)),
  });
}
