import { Refusal } from './refusal.ts';
import type { Services } from './services.ts';

/**
 * Refuses what would take a workspace over its quota. Asked where something large is added at once: maps, content,
 * versions, pictures. Edits go on, each document within its own limit, so that nobody's work stops in the middle.
 */
export async function refuseOverQuota(
  { maps, limits }: Pick<Services, 'maps' | 'limits'>,
  workspaceId: string,
  added: number,
): Promise<void> {
  if ((await maps.bytesIn(workspaceId)) + added <= limits.workspaceBytes) return;
  const most = limits.workspaceBytes;
  throw new Refusal(
    'throughline:quota-reached',
    `This workspace holds as much as it may: ${Math.round(most / 1_000_000)} MB. Delete maps from its trash, take pictures away, or ask whoever runs the server.`,
    { most },
  );
}
