import { expect, it } from 'vitest';
import type { MapId } from '../../model/map/ids.ts';
import { emptyMap } from '../../model/map/journeyMap.ts';
import { summariseMap } from './mapSummary.ts';
import { searchEntries } from './searchEntries.ts';
import type { LibraryEntry } from './shelf.ts';

const entry = (id: string, title: string): LibraryEntry => ({
  id: id as MapId,
  title,
  kind: 'journey',
  language: 'en',
  changedAt: 0,
  summary: summariseMap(emptyMap(id as MapId, 'en', title)),
  onDevice: true,
  onServer: false,
  unsynced: false,
  role: 'owner',
});

const entries = [entry('map_a', 'ＡＴＭ提款'), entry('map_b', 'ATM in the shop'), entry('map_c', 'ｶﾀﾛｸﾞ')];

it.each([
  ['', ['map_a', 'map_b', 'map_c']],
  ['atm', ['map_a', 'map_b']],
  ['ＡＴＭ\u3000ｓｈｏｐ', ['map_b']],
  ['カタログ', ['map_c']],
  ['atm nowhere', []],
])('[U22] %j finds its maps, in whatever case and width it is written', (query, found) => {
  expect(searchEntries(entries, query).map(({ id }) => id)).toEqual(found);
});
