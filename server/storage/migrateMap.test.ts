import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { MapInfo, VersionList } from '../../model/protocol/api.ts';
import { secondDocument } from '../../model/sharedMap/testing/secondFormat.ts';
import { Client } from '../testing/client.ts';
import { claimed, startTestServer, ticketFor } from '../testing/testServer.ts';

const kept = readFileSync(new URL('../../model/sharedMap/fixtures/format1.yjs', import.meta.url));

it('[P20] a map of an older format is kept as a version, then migrated, before anybody sees it; once', async () => {
  const server = await startTestServer([], { documentFormat: secondDocument, idleMs: 0 });
  const owner = await claimed(server);
  const state = kept.toString('base64');
  const { id } = await owner.post<MapInfo>('/api/maps', { title: 'Older', state });
  const before = new Y.Doc();
  Y.applyUpdate(before, new Uint8Array(kept));

  const { ticket } = await ticketFor(owner, { document: id });
  const clients = [new Client(server.address, id, ticket), new Client(server.address, id, ticket)];
  for (const client of clients) {
    await client.synced();
    const top = client.doc.getMap('map').toJSON();
    expect(top).toMatchObject({ formatVersion: 2, name: before.getMap('map').get('title') });
    client.leave();
  }
  const history = () => owner.get<VersionList>(`/api/maps/${id}/versions`);
  const versions = (await history()).versions.filter(({ kind }) => kind === 'beforeMigration');
  expect(versions).toHaveLength(1);
  const old = new Y.Doc();
  Y.applyUpdate(old, await owner.get<Uint8Array>(`/api/maps/${id}/versions/${versions[0]!.id}`));
  expect(old.getMap('map').toJSON()).toEqual(before.getMap('map').toJSON());

  // What lies in the database is migrated: opened anew it is as it was left.
  const stored = new Y.Doc();
  const rows = await server.services.database.rows<{ bytes: Uint8Array }>(
    `SELECT state AS bytes FROM snapshots WHERE document = $1
     UNION ALL SELECT bytes FROM updates WHERE document = $1`,
    [id],
  );
  for (const { bytes } of rows) Y.applyUpdate(stored, bytes);
  expect(stored.getMap('map').get('formatVersion')).toBe(2);
  await server.stop();
});
