import { type MapId, mapIdSchema } from '../map/ids.ts';

/**
 * The shared documents of one map: the map itself, `<id>/talk` (comments) and `<id>/session` (a running workshop).
 * Only the first is written by clients; the server writes the other two.
 */
export const documentKinds = ['map', 'talk', 'session'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface DocumentAddress {
  readonly mapId: MapId;
  readonly kind: DocumentKind;
}

/** The name on the wire, which follows `/sync/` in the address of the socket. */
export function documentName({ mapId, kind }: DocumentAddress): string {
  return kind === 'map' ? mapId : `${mapId}/${kind}`;
}

export function parseDocumentName(name: string): DocumentAddress | undefined {
  const [id = '', part, ...rest] = name.split('/');
  const mapId = mapIdSchema.safeParse(id);
  if (!mapId.success || rest.length > 0) return undefined;
  if (part === undefined) return { mapId: mapId.data, kind: 'map' };
  return part === 'talk' || part === 'session' ? { mapId: mapId.data, kind: part } : undefined;
}
