import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import {
  challengeAnswerSchema,
  type CreateMapRequest,
  type MapInfo,
  mapInfoSchema,
} from '../../model/protocol/api.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { askServer, type ServerRefusal } from './askServer.ts';
import type { DeviceDatabase } from './deviceDatabase.ts';
import { readDocument, rememberDocument } from './keepDocument.ts';
import { base64, proveOwner } from './ownerKey.ts';

/**
 * Puts a map of this device on the server under its own id, proven by its owner key. From then on the device's entry
 * says so, and whoever opens the map here connects. Nothing changes on the device when the server refuses.
 */
export async function publishMap(
  database: DeviceDatabase,
  id: MapId,
): Promise<Result<MapInfo, ServerRefusal | { readonly type: 'noOwnerKey' }>> {
  const doc = await readDocument(database, id);
  const entry = await database.maps.get(id);
  const key = await database.ownerKeys.get(id);
  if (doc === undefined || entry === undefined || key === undefined) return err({ type: 'noOwnerKey' });
  const asked = await askServer('/api/challenges', challengeAnswerSchema, { method: 'POST', body: {} });
  if (!asked.ok) return asked;
  const request: CreateMapRequest = {
    id,
    title: entry.title,
    language: entry.language,
    proof: await proveOwner(key, asked.value.challenge),
    state: base64(Y.encodeStateAsUpdate(doc)),
  };
  const made = await askServer('/api/maps', mapInfoSchema, { method: 'POST', body: request });
  if (!made.ok) return made;
  await database.maps.update(id, { onServer: true, role: made.value.role });
  await rememberDocument(database, id, { epoch: made.value.epoch });
  return ok(made.value);
}
