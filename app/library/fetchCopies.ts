import type { MapId } from '../../model/map/ids.ts';
import type { Device } from '../session/device.ts';
import { when } from '../session/observable.ts';
import { heldLink } from '../share/heldLinks.ts';

/**
 * Brings maps of the server to this device, one after the other, so that they have a picture, can be searched and can
 * be opened offline. Nobody at such a map sees a visitor.
 */
export async function fetchCopies(device: Device, ids: readonly MapId[]): Promise<void> {
  for (const id of ids) {
    if (asked.has(id)) continue;
    asked.add(id);
    const opened = device.open(id, heldLink(id));
    opened.presence.awareness.setLocalState(null);
    await Promise.race([when(opened.content, (content) => content !== 'opening'), afterMs(longestMs)]);
    await opened.close();
  }
}

const longestMs = 10_000;

/** Each map once in the life of the page: one that cannot be had is not asked for again and again. */
const asked = new Set<MapId>();

const afterMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
