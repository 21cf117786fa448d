import * as Y from 'yjs';
import type { MapId } from '../../../model/map/ids.ts';
import { mapFromJson } from '../../../model/map/mapJson.ts';
import { createSharedMap } from '../../../model/sharedMap/sharedMap.ts';
import { openDevice } from '../../session/device.ts';
import { readDocument } from '../../session/keepDocument.ts';
import { when } from '../../session/observable.ts';
import { mapFile } from '../mapFile.ts';

/** What `opening.bench.ts` asks of the page: the app's own storage, without its screens. */
export interface OpeningPage {
  /** Stores a map of so many cards, and then so many single edits. Gives its id. */
  readonly fill: (cards: number, edits: number) => Promise<MapId>;
  /** Opens the map as the app does. */
  readonly open: (id: MapId) => Promise<OpeningTimes>;
}

/** Milliseconds. */
export interface OpeningTimes {
  /** From nothing, the database closed, to the first record. */
  readonly firstRecord: number;
  /** Yjs alone: the same content from one update in memory to the first record. */
  readonly fromBytes: number;
}

const device = () =>
  openDevice({
    summarise: () => undefined,
    me: () => ({ id: 'bench', name: 'Bench', colour: 0 }),
    titleOfCopy: (title) => title,
    databaseName: 'opening-bench',
  });

async function fill(cards: number, edits: number): Promise<MapId> {
  const here = device();
  const map = mapFromJson(mapFile(cards));
  if (!map.ok) throw new Error('the map of the benchmark is no map');
  const made = await here.maps.create(map.value);
  if (!made.ok) throw new Error('this browser stores nothing');
  const doc = await readDocument(here.database, made.value);
  const shared = createSharedMap(doc!, { random: Math.random });
  const updates: Uint8Array[] = [];
  doc!.on('update', (bytes: Uint8Array) => updates.push(bytes));
  for (let i = 0; i < edits; i++) {
    const card = shared.map().cards[i % cards]!;
    shared.text('cards', card.id, 'text')!.change(`${card.text}.`, card.text.length + 1);
  }
  await here.database.updates.bulkAdd(updates.map((bytes) => ({ documentId: made.value, bytes })));
  here.maps.close();
  here.database.close();
  return made.value;
}

async function open(id: MapId): Promise<OpeningTimes> {
  const begun = performance.now();
  const here = device();
  const opened = here.open(id);
  await when(opened.content, (content) => content !== 'opening');
  if (opened.shared.map().cards[0]?.text === undefined) throw new Error('there is no record');
  const firstRecord = performance.now() - begun;
  const stored = await readDocument(here.database, id);
  const bytes = Y.encodeStateAsUpdate(stored!);
  await opened.close();
  here.maps.close();
  here.database.close();

  const again = performance.now();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  createSharedMap(doc, { random: Math.random }).map();
  return { firstRecord, fromBytes: performance.now() - again };
}

(globalThis as unknown as { opening: OpeningPage }).opening = { fill, open };
