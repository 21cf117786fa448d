import type { LibraryEntry } from './shelf.ts';

/** Every word of the query must stand somewhere in the map, in whatever case and width. */
export function searchEntries(entries: readonly LibraryEntry[], query: string): readonly LibraryEntry[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const text = plain(`${entry.title}\n${entry.summary?.words ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

/** Full-width letters and half-width kana as their usual forms. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
