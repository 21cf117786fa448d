import { z } from 'zod';
import type { MapId } from '../../model/map/ids.ts';

/**
 * The links by which this device came to maps of others. Who comes by a link is no member: every ticket is asked for
 * with the link's secret, so the device keeps it, and it never stands in the address bar again.
 */
export interface HeldLink {
  readonly secret: string;
  readonly password?: string | undefined;
}

const storedName = 'throughline.links';

const heldSchema = z.record(z.string(), z.object({ secret: z.string(), password: z.string().optional() }));

export function holdLink(mapId: MapId, link: HeldLink): void {
  localStorage.setItem(storedName, JSON.stringify({ ...heldLinks(), [mapId]: link }));
}

export function heldLink(mapId: MapId): HeldLink | undefined {
  return heldLinks()[mapId];
}

/** What stands in the browser's storage may be anything. */
function heldLinks(): Readonly<Record<string, HeldLink>> {
  try {
    const read = heldSchema.safeParse(JSON.parse(localStorage.getItem(storedName) ?? '{}'));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}
