import { readDelimited, type Row } from '../../model/formats/delimited.ts';

/** The cells of a pasted text. Empty rows stay: errors are told by the row that people see in their spreadsheet. */
export const rowsOfText = (text: string): readonly Row[] => (text.trim() === '' ? [] : readDelimited(text));
