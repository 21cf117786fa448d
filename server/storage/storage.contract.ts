import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mapIdSchema } from '../../model/map/ids.ts';
import { membership } from '../access/membership.ts';
import { people } from '../access/people.ts';
import { newServerId } from '../access/secrets.ts';
import { type Database, databaseNow } from './database.ts';
import { type DocumentStore, documentStore } from './documentStore.ts';
import { type MapStore, mapStore } from './mapStore.ts';
import { migrate, newestSchema } from './migrations.ts';
import { pictureStore } from './pictureStore.ts';
import { versionStore } from './versionStore.ts';

/** What every database has to keep. Run on SQLite and on a real PostgreSQL. */
export function storageContract(name: string, open: () => Promise<Database>): void {
  describe(`storage: ${name}`, () => {
    let database: Database;
    let documents: DocumentStore;
    let maps: MapStore;
    let workspaceId: string;
    beforeAll(async () => {
      database = await open();
      await migrate(database);
      documents = documentStore(database);
      maps = mapStore(database, () => 1_000);
      workspaceId = await membership(database, () => 1_000).createWorkspace('W', undefined);
    });
    afterAll(() => database.close());

    const newDocument = async (state?: Uint8Array): Promise<string> => {
      const id = mapIdSchema.parse(newServerId('map'));
      const seed = state === undefined ? {} : { state };
      await maps.create({ id, title: 'T', language: 'en', workspaceId, ...seed });
      return id;
    };
    const batch = (document: string, ...bytes: number[]) => ({
      document,
      epoch: 1,
      at: 5,
      updates: bytes.map((byte) => ({ bytes: Uint8Array.of(byte), person: 'p' })),
    });
    const append = async (...batches: ReturnType<typeof batch>[]) =>
      (await Promise.all(documents.append(batches))).map((outcome) => outcome.head);
    const contentOf = async (document: string, after = 0) => {
      const stored = await documents.since(document, after);
      return stored && { head: stored.head, bytes: stored.states.map((state) => [...state]) };
    };

    it('[P2] a batch gets the next sequences, in order, and is read back', async () => {
      const document = await newDocument();
      expect(await append(batch(document, 1, 2))).toEqual([2]);
      expect(await append(batch(document, 3))).toEqual([3]);
      expect(await contentOf(document)).toEqual({ head: 3, bytes: [[1], [2], [3]] });
      expect(await contentOf(document, 2)).toEqual({ head: 3, bytes: [[3]] });
      expect(await contentOf('map_none')).toBeUndefined();
    });

    it('[P2] many writers at once leave no gap and lose nothing', async () => {
      const document = await newDocument();
      const heads = await Promise.all(Array.from({ length: 40 }, (_, i) => append(batch(document, i, i))));
      expect(heads.flat().sort((a, b) => a! - b!)).toEqual(Array.from({ length: 40 }, (_, i) => 2 * i + 2));
      const stored = await documents.load(document);
      expect(stored!.states).toHaveLength(80);
    });

    it("[P17] the clock's versions are thinned by day and week, those of people never", async () => {
      const mapId = mapIdSchema.parse(await newDocument());
      const day = 24 * 60 * 60 * 1000;
      const noon = Date.UTC(2026, 5, 17, 12);
      let at = 0;
      const versions = versionStore(database, () => at);
      const keep = (daysAgo: number, kind: 'automatic' | 'named' | 'beforeRestore', label: string) => {
        at = noon - daysAgo * day;
        const state = Uint8Array.of(1);
        return versions.keep({ mapId, kind, label, personName: '', sequence: 1, state });
      };
      // Two days of one week of May; one day of June three times; today.
      await keep(43, 'automatic', 'week, early');
      await keep(43, 'named', 'named');
      await keep(43, 'beforeRestore', 'before');
      await keep(42, 'automatic', 'week, last');
      for (const [hours, label] of ['day, early', 'day, middle', 'day, last'].entries())
        await keep(7 - hours / 24, 'automatic', label);
      for (const label of ['now, one', 'now, two']) await keep(0, 'automatic', label);
      const labels = (await versions.list(mapId)).map((version) => version.label).sort();
      expect(labels).toEqual(['before', 'day, last', 'named', 'now, one', 'now, two', 'week, last']);
    });

    describe('pictures', () => {
      const day = 24 * 60 * 60 * 1000;
      const hash = (letter: string) => letter.repeat(64);
      const picture = (...bytes: number[]) => ({ mime: 'image/png', bytes: Uint8Array.from(bytes) });
      let at = 0;
      const store = () => pictureStore(database, () => at, 10);

      it('[P18] a picture is kept once for each map, up to the quota, and comes back as it was', async () => {
        const mapId = mapIdSchema.parse(await newDocument());
        const other = mapIdSchema.parse(await newDocument());
        expect(await store().keep(mapId, hash('a'), picture(0, 255, 7))).toBe(true);
        expect(await store().keep(mapId, hash('a'), picture(0, 255, 7))).toBe(true);
        expect(await store().keep(mapId, hash('b'), picture(1, 2, 3, 4, 5, 6, 7))).toBe(true);
        expect(await store().keep(mapId, hash('c'), picture(1))).toBe(false);
        expect(await store().hashes(mapId)).toEqual([hash('a'), hash('b')]);
        const found = await store().find(mapId, hash('a'));
        expect({ mime: found!.mime, bytes: [...found!.bytes] }).toEqual({
          mime: 'image/png',
          bytes: [0, 255, 7],
        });
        expect(await store().find(other, hash('a'))).toBeUndefined();
        await maps.remove(mapId);
        expect(await store().find(mapId, hash('a'))).toBeUndefined();
      });

      it('[P19] a picture that nobody shows goes after ninety days, unless a version holds it', async () => {
        const mapId = mapIdSchema.parse(await newDocument());
        const versions = versionStore(database, () => at);
        at = 0;
        for (const letter of ['a', 'b', 'c', 'd']) await store().keep(mapId, hash(letter), picture(1));
        const state = Buffer.from(`a version with ${hash('b')}`);
        await versions.keep({ mapId, kind: 'named', label: '', personName: '', sequence: 1, state });
        const sweepAt = async (days: number, ...shown: string[]) => {
          at = days * day;
          await store().sweep(mapId, new Set(shown.map(hash)), versions);
          return (await store().hashes(mapId)).map((one) => one[0]).join('');
        };
        expect(await sweepAt(1, 'a')).toBe('abcd');
        // Shown again by an undo: the days count anew.
        expect(await sweepAt(50, 'a', 'd')).toBe('abcd');
        expect(await sweepAt(60, 'a')).toBe('abcd');
        expect(await sweepAt(91, 'a')).toBe('abcd');
        expect(await sweepAt(92, 'a')).toBe('abd');
        expect(await sweepAt(151, 'a')).toBe('ab');
      });
    });

    it('[P3] a document that is gone or has another epoch takes nothing, the others of the batch do', async () => {
      const document = await newDocument();
      expect(
        await append(batch('map_none', 1), { ...batch(document, 2), epoch: 2 }, batch(document, 3)),
      ).toEqual([undefined, undefined, 1]);
      expect(await contentOf(document)).toEqual({ head: 1, bytes: [[3]] });
    });

    it('[P4] compaction replaces the log up to its sequence and nothing after it', async () => {
      const document = await newDocument();
      await append(batch(document, 1, 2, 3));
      await documents.compact(document, 1, 2, Uint8Array.of(12));
      expect(await contentOf(document)).toEqual({ head: 3, bytes: [[12], [3]] });
      expect(await contentOf(document, 1)).toEqual({ head: 3, bytes: [[12], [3]] });
      expect(await contentOf(document, 2)).toEqual({ head: 3, bytes: [[3]] });
      expect((await documents.load(document))!.tailBytes).toBe(1);
    });

    it('[P4] an older, a too new or a foreign state never replaces the log', async () => {
      const document = await newDocument();
      await append(batch(document, 1, 2, 3));
      await documents.compact(document, 1, 3, Uint8Array.of(123));
      await documents.compact(document, 1, 2, Uint8Array.of(12));
      await documents.compact(document, 1, 9, Uint8Array.of(99));
      await documents.compact(document, 2, 3, Uint8Array.of(88));
      expect(await contentOf(document)).toEqual({ head: 3, bytes: [[123]] });
    });

    it('[P5] an id is created once; the second attempt changes nothing', async () => {
      const id = mapIdSchema.parse(newServerId('map'));
      const map = { id, title: 'First', language: 'en', workspaceId, state: Uint8Array.of(7) } as const;
      expect(await maps.create(map)).toBe(true);
      expect(await maps.create({ ...map, title: 'Second', state: Uint8Array.of(8) })).toBe(false);
      expect((await maps.find(id))!.title).toBe('First');
      expect(await contentOf(id)).toEqual({ head: 1, bytes: [[7]] });
    });

    it('[P6] a transaction that fails leaves nothing, and its neighbours are not touched', async () => {
      const names = Array.from({ length: 8 }, (_, i) => `contract ${i}`);
      await Promise.allSettled(
        names.map((key, i) =>
          database.transaction(async (queries) => {
            await queries.run('INSERT INTO settings (key, value) VALUES ($1, $2)', [key, 'x']);
            await Promise.resolve();
            if (i % 2 === 1) throw new Error('no');
          }),
        ),
      );
      const found = await database.rows<{ key: string }>(
        "SELECT key FROM settings WHERE key LIKE 'contract %' ORDER BY key",
      );
      expect(found.map((row) => row.key)).toEqual(names.filter((_, i) => i % 2 === 0));
    });

    it('[P7] the library: stronger role of two, trash apart, a workspace by itself', async () => {
      const members = membership(database, () => 2_000);
      const { person } = await people(database, () => 1_000).welcome('Ada');
      const other = await members.createWorkspace('Other', person.id);
      const inOther = mapIdSchema.parse(newServerId('map'));
      await maps.create({ id: inOther, title: 'B', language: 'zh-Hans', workspaceId: other });
      const direct = mapIdSchema.parse(await newDocument());
      await members.setMapMember(direct, person.id, 'viewer');
      const list = async (filter: { workspaceId?: string; trashed: boolean }) =>
        (await maps.listFor(person.id, filter)).map((map) => `${map.title} ${map.role}`).sort();
      expect(await list({ trashed: false })).toEqual(['B owner', 'T viewer']);
      await members.setMapMember(inOther, person.id, 'viewer');
      expect(await list({ trashed: false, workspaceId: other })).toEqual(['B owner']);
      await maps.setTrashed(inOther, true);
      expect(await list({ trashed: false })).toEqual(['T viewer']);
      expect(await list({ trashed: true })).toEqual(['B owner']);
      expect(await members.workspacesOf(person.id)).toMatchObject([
        { name: 'Other', role: 'owner', members: 1, maps: 0 },
      ]);
    });

    it('[P8] bytes, null and large numbers come back as they went in', async () => {
      const [found] = await database.rows<{ now: number }>(`SELECT ${databaseNow[database.kind]} AS now`);
      expect(Math.abs(found!.now - Date.now())).toBeLessThan(60_000);
      const document = await newDocument();
      const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
      await Promise.all(
        documents.append([{ document, epoch: 1, at: 2 ** 45, updates: [{ bytes, person: '客户' }] }]),
      );
      const [row] = await database.rows<{ at: number; person: string; bytes: Uint8Array }>(
        'SELECT at, person, bytes FROM updates WHERE document = $1',
        [document],
      );
      expect(row!.at).toBe(2 ** 45);
      expect(row!.person).toBe('客户');
      expect([...row!.bytes]).toEqual([...bytes]);
    });

    it('[P9] migrating twice, or twice at once, changes nothing; a newer database is refused', async () => {
      await Promise.all([migrate(database), migrate(database)]);
      await database.run('UPDATE schema_version SET version = $1', [newestSchema + 1]);
      await expect(migrate(database)).rejects.toThrow(/newer release/);
      await database.run('UPDATE schema_version SET version = $1', [newestSchema]);
    });
  });
}
