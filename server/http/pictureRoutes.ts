import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { imageSize } from 'image-size';
import { mostPictureBytes, pictureKindOf } from '../../model/map/pictureBytes.ts';
import type { PictureList } from '../../model/protocol/api.ts';
import { may, type Right } from '../../model/protocol/roles.ts';
import { forbidden, Refusal } from './refusal.ts';
import type { Services } from './services.ts';
import { ticketBearer } from './ticketBearer.ts';
import { refuseOverQuota } from './workspaceQuota.ts';

/**
 * `/api/maps/:id/pictures`: the bytes that the map names by hash. Each request carries the ticket of the map's document
 * as `Authorization: Bearer`, so no page elsewhere can show a picture by its address.
 */
export function pictureRoutes(http: FastifyInstance, services: Services): void {
  const { pictures } = services;

  http.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) =>
    done(null, body),
  );

  http.get('/api/maps/:id/pictures', async (request): Promise<PictureList> => {
    return { hashes: await pictures.hashes(await admitted(request, 'readMap')) };
  });

  http.get('/api/maps/:id/pictures/:hash', async (request, reply) => {
    const mapId = await admitted(request, 'readMap');
    const picture = await pictures.find(mapId, hashOf(request));
    if (picture === undefined)
      throw new Refusal(
        'throughline:not-found',
        'The server does not have this picture yet. It comes when the device that has it is online.',
      );
    // A picture that is opened by itself can run nothing and is saved under a harmless name.
    return reply
      .type(picture.mime)
      .header('Content-Security-Policy', "default-src 'none'; sandbox")
      .header('Content-Disposition', `attachment; filename="${hashOf(request).slice(0, 12)}"`)
      .send(Buffer.from(picture.bytes));
  });

  http.put('/api/maps/:id/pictures/:hash', { bodyLimit: mostPictureBytes }, async (request, reply) => {
    const mapId = await admitted(request, 'writeMap');
    const bytes = request.body;
    const mime = Buffer.isBuffer(bytes) ? pictureKindOf(bytes) : undefined;
    if (!Buffer.isBuffer(bytes) || mime === undefined)
      throw new Refusal(
        'throughline:bad-request',
        'Expected the bytes of a PNG, JPEG, WebP or GIF picture as application/octet-stream.',
      );
    if (!isSmallEnough(bytes))
      throw new Refusal(
        'throughline:too-large',
        `A picture may have ${mostPixels / 1_000_000} million pixels. Make it smaller and try again.`,
      );
    const hash = hashOf(request);
    if (createHash('sha256').update(bytes).digest('hex') !== hash)
      throw new Refusal(
        'throughline:bad-request',
        'The address does not name the SHA-256 of these bytes. Send them again.',
        { path: 'hash' },
      );
    const map = await services.maps.find(mapId);
    if (map !== undefined) await refuseOverQuota(services, map.workspaceId, bytes.length);
    if (!(await pictures.keep(mapId, hash, { mime, bytes })))
      throw new Refusal(
        'throughline:quota-reached',
        `The pictures of a map take up to ${services.limits.pictureBytesPerMap / 1_000_000} MB on this server. Take some away.`,
        { most: services.limits.pictureBytesPerMap },
      );
    return reply.code(204).send();
  });

  async function admitted(request: FastifyRequest, right: Right) {
    const { claims, mapId } = await ticketBearer(services, request, 'map');
    if (!may(claims.role, right)) throw forbidden('an editor’s role');
    return mapId;
  }
}

/** Larger ones would stop the browsers of those who look at them. */
const mostPixels = 50_000_000;

function isSmallEnough(bytes: Uint8Array): boolean {
  try {
    const { width, height } = imageSize(bytes);
    return width * height <= mostPixels;
  } catch {
    // Cut in its head: nobody can show it, and it harms nobody.
    return true;
  }
}

function hashOf(request: FastifyRequest): string {
  const { hash = '' } = request.params as { hash?: string };
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new Refusal('throughline:bad-request', 'Expected a SHA-256 in 64 hexadecimal digits.', {
    path: 'hash',
  });
}
