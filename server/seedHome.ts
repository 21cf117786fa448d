import { mapFromTemplate } from '../model/map/mapFromTemplate.ts';
import { mapIdSchema } from '../model/map/ids.ts';
import type { Language } from '../model/map/language.ts';
import { assert } from '../model/assert.ts';
import { writeMap } from '../model/sharedMap/writeMap.ts';
import { journeyTemplates } from '../templates/journeys/journeyTemplates.ts';
import * as Y from 'yjs';
import { newServerId } from './access/secrets.ts';
import type { Services } from './http/services.ts';
import { row } from './storage/database.ts';

/** At the very first start: one workspace, and in it the sample map, so that there is something to look at. */
export async function seedHome(
  { database, membership, maps }: Services,
  language: Language,
  random: () => number,
): Promise<void> {
  if ((await row(database, 'SELECT id FROM workspaces LIMIT 1')) !== undefined) return;
  const workspaceId = await membership.createWorkspace('Throughline', undefined);
  const id = mapIdSchema.parse(newServerId('map'));
  const sample = mapFromTemplate(journeyTemplates[0]!.content, language, id);
  assert(sample.ok, 'the first template is a sound map');
  const doc = new Y.Doc({ gc: true });
  writeMap(doc, sample.value, random);
  await maps.create({
    id,
    title: sample.value.title,
    language,
    workspaceId,
    state: Y.encodeStateAsUpdate(doc),
  });
  doc.destroy();
}
