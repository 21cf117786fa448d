import type { MapId } from '../../model/map/ids.ts';
import { collectionNames, type JourneyMap } from '../../model/map/journeyMap.ts';
import { type Database, row } from '../storage/database.ts';
import { excerptOf, queryTerms, searchTerms } from './searchTerms.ts';

/** Search over the texts of maps, on plain tables that both databases have. */
export interface MapSearch {
  index(mapId: MapId, map: JourneyMap): Promise<void>;
  /** Which of these maps contain the query, in their order, with the place. */
  find(query: string, among: readonly MapId[]): Promise<{ mapId: MapId; excerpt: string }[]>;
}

export function mapSearch(database: Database): MapSearch {
  return {
    index: async (mapId, map) => {
      const text = textOfMap(map);
      const before = await row<{ text: string }>(database, 'SELECT text FROM search_texts WHERE map = $1', [
        mapId,
      ]);
      if (before?.text === text) return;
      const terms = searchTerms(text);
      await database.transaction(async (queries) => {
        const stored = await queries.rows<{ term: string }>('SELECT term FROM search_terms WHERE map = $1', [
          mapId,
        ]);
        for (const { term } of stored)
          if (!terms.delete(term))
            await queries.run('DELETE FROM search_terms WHERE map = $1 AND term = $2', [mapId, term]);
        for (const term of terms)
          await queries.run(
            'INSERT INTO search_terms (map, term) VALUES ($1, $2) ON CONFLICT (map, term) DO NOTHING',
            [mapId, term],
          );
        await queries.run(
          `INSERT INTO search_texts (map, text) VALUES ($1, $2)
           ON CONFLICT (map) DO UPDATE SET text = excluded.text`,
          [mapId, text],
        );
      }, `search ${mapId}`);
    },
    find: async (query, among) => {
      const terms = queryTerms(query);
      if (terms.length === 0 || among.length === 0) return [];
      const conditions = terms.map(
        ({ isPrefix }, i) =>
          `map IN (SELECT map FROM search_terms WHERE term ${isPrefix ? 'LIKE' : '='} $${i + 1})`,
      );
      const hits = await database.rows<{ map: MapId; text: string }>(
        `SELECT map, text FROM search_texts WHERE ${conditions.join(' AND ')}`,
        terms.map(({ term, isPrefix }) => (isPrefix ? `${term}%` : term)),
      );
      const textOf = new Map(hits.map((hit) => [hit.map, hit.text]));
      return among.flatMap((mapId) => {
        const text = textOf.get(mapId);
        return text === undefined ? [] : [{ mapId, excerpt: excerptOf(text, query) }];
      });
    },
  };
}

/** Everything people wrote on a map, a line each; ids, colours and numbers left out. */
function textOfMap(map: JourneyMap): string {
  const lines: string[] = [map.title, map.description, ...Object.values(map.scope)].filter(isText);
  for (const collection of collectionNames)
    for (const record of map[collection])
      for (const [field, value] of Object.entries(record))
        if (writtenFields.has(field) && isText(value)) lines.push(value);
  return lines.join('\n').slice(0, mostText);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const writtenFields = new Set([
  'title',
  'name',
  'text',
  'label',
  'quote',
  'description',
  'goals',
  'note',
  'notes',
  'caption',
  'alt',
]);
const mostText = 500_000;
