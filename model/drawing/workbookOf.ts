import type { MapSheet } from './mapSheets.ts';

/** Sheets as write-excel-file takes them; all text is text. */
export function workbookOf(sheets: readonly MapSheet[]) {
  return sheets.map((sheet) => ({
    sheet: sheetName(sheet.name),
    stickyRowsCount: sheet.frozenRows,
    stickyColumnsCount: sheet.frozenColumns,
    columns: sheet.widths.map((width) => ({ width })),
    data: sheet.rows.map((row) =>
      row.map((cell) =>
        cell.value === undefined || cell.value === ''
          ? null
          : {
              value: cell.value,
              type: typeof cell.value === 'number' ? Number : String,
              wrap: true,
              alignVertical: 'top' as const,
              ...(cell.bold === true ? { fontWeight: 'bold' as const } : {}),
              ...(cell.fill === undefined ? {} : { backgroundColor: cell.fill }),
              ...(cell.ink === undefined ? {} : { textColor: cell.ink }),
              ...(cell.columnSpan === undefined || cell.columnSpan === 1
                ? {}
                : { columnSpan: cell.columnSpan }),
            },
      ),
    ),
  }));
}

/** Excel takes at most 31 characters and none of these. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
