import { z } from 'zod';
import type { Card } from '../map/card.ts';
import type { CardId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { type Lane, lanesWithoutCards } from '../map/lane.ts';
import type { NewCard } from './commands/command.ts';
import { copiedCard, copiedCardSchema, copyTracks, tableOfTracks, type TrackChoice } from './copiedTracks.ts';

/**
 * Cards on their way through the system's clipboard: as our own type between maps, as an HTML table for spreadsheets
 * and word processors, and as plain text (cells by tab, rows by line) for everything else.
 */
export interface ClipboardContent {
  readonly text: string;
  readonly html: string;
  readonly own: string;
}

/** The type under which the browser's clipboard carries `own`; custom types need this prefix. */
export const ownClipboardType = 'web application/x-throughline-cards+json';

/** Cells of cards, row by row: what `pasteCells` takes. */
export type PastedRows = readonly (readonly (readonly NewCard[])[])[];

/** The selected cards as the rectangle of cells they stand in; cards without a cell follow below, each in a row. */
export function copyCards(map: JourneyMap, cardIds: readonly CardId[]): ClipboardContent {
  const chosen = map.cards.filter((card) => cardIds.includes(card.id));
  const inCells = chosen.filter((card) => card.laneId !== undefined && card.stepId !== undefined);
  const isHolding = (lane: Lane) => inCells.some((card) => card.laneId === lane.id);
  // Pasting passes over lanes that show no cards, so they are no rows of the table.
  const lanes = span(map.lanes, isHolding).filter(
    (lane) => !lanesWithoutCards.has(lane.kind) || isHolding(lane),
  );
  const steps = span(map.steps, (step) => inCells.some((card) => card.stepId === step.id));
  const grid = lanes.map((lane) =>
    steps.map((step) => inCells.filter((card) => card.laneId === lane.id && card.stepId === step.id)),
  );
  const rows = [...grid, ...chosen.filter((card) => !inCells.includes(card)).map((card) => [[card]])];
  return {
    text: rows.map((row) => row.map(cellText).map(quoted).join('\t')).join('\n'),
    html: `<table>${rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('')}</table>`,
    own: JSON.stringify({
      throughlineCards: 1,
      rows: rows.map((row) => row.map((cell) => cell.map(copiedCard))),
    }),
  };
}

/** Stages, steps or lanes for this map, another one, or another program. */
export function copyTracksToClipboard(map: JourneyMap, choice: TrackChoice): ClipboardContent {
  const tracks = copyTracks(map, choice);
  const rows = tableOfTracks(tracks);
  return {
    text: rows.map((row) => row.map(quoted).join('\t')).join('\n'),
    html: `<table>${rows.map((row) => `<tr>${row.map(textHtml).join('')}</tr>`).join('')}</table>`,
    own: JSON.stringify(tracks),
  };
}

/** What was copied in another map of ours; nothing when it is something else. */
export function pasteOwn(own: string): PastedRows | undefined {
  try {
    const content = ownSchema.safeParse(JSON.parse(own));
    return content.success ? content.data.rows : undefined;
  } catch {
    return undefined;
  }
}

/** Lines of a note as the cards of one cell. */
export const pasteLines = (text: string): PastedRows => [
  [
    text
      .split(/\r\n?|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => ({ text: line })),
  ],
];

/** Plain text as cells: columns by tab, rows by line; quotation marks hold line breaks together, as spreadsheets write them. */
export function pasteText(text: string): PastedRows {
  const rows = cellsOf(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''));
  return rows.map((row) => row.map((cell) => (cell.trim() === '' ? [] : [{ text: cell.trim() }])));
}

/** How many rows and columns one paste may bring; more is not a paste but an import. */
export const mostPasted = 500;

const ownSchema = z.object({
  throughlineCards: z.literal(1),
  rows: z.array(z.array(z.array(copiedCardSchema)).max(mostPasted)).max(mostPasted),
});

/** The records from the first to the last that is wanted, with those between. */
function span<R>(list: readonly R[], wanted: (record: R) => boolean): readonly R[] {
  const first = list.findIndex(wanted);
  return first < 0 ? [] : list.slice(first, list.findLastIndex(wanted) + 1);
}

const cellText = (cards: readonly Card[]): string => cards.map((card) => card.text).join('\n');

/** As spreadsheets do: a cell with a tab, a line break or a quotation mark stands in quotation marks. */
const quoted = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const cellHtml = (cards: readonly Card[]): string => textHtml(cellText(cards));

const textHtml = (text: string): string => `<td>${escaped(text).replaceAll('\n', '<br>')}</td>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  // A quoted cell with doubled quotation marks inside, or anything up to the next tab or line break.
  for (const [, inQuotes, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*))(\t|\n|$)/g,
  )) {
    if (rows.length > mostPasted) break;
    const row = rows.at(-1)!;
    if (row.length < mostPasted)
      row.push(inQuotes === undefined ? (plain ?? '') : inQuotes.replaceAll('""', '"'));
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  return rows.slice(0, mostPasted);
}
