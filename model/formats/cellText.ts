/** The text of a workbook's cell: numbers as written in code, days as 2026-11-22, moments as ISO 8601. */
export function cellText(cell: unknown): string {
  if (isMoment(cell)) return cell.toISOString().replace('T00:00:00.000Z', '');
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell)
    : '';
}

/** A Date, whichever realm made it. */
function isMoment(cell: unknown): cell is { readonly toISOString: () => string } {
  return typeof cell === 'object' && cell !== null && 'toISOString' in cell;
}
