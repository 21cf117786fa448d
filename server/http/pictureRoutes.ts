import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mapIdSchema } from '../../model/map/ids.ts';
import { mostPictureBytes, pictureKindOf } from '../../model/map/pictureBytes.ts';
import type { PictureList } from '../../model/protocol/api.ts';
import { may, type Right } from '../../model/protocol/roles.ts';
import { forbidden, noSuchMap, Refusal } from './refusal.ts';
import type { Services } from './services.ts';

/**
 * `/api/maps/:id/pictures`: the bytes that the map names by hash. Each request carries the ticket of the map's document
 * as `Authorization: Bearer`, so no page elsewhere can show a picture by its address.
 */
export function pictureRoutes(http: FastifyInstance, services: Services): void {
  const { pictures, signer, admission, now } = services;

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
    const hash = hashOf(request);
    if (createHash('sha256').update(bytes).digest('hex') !== hash)
      throw new Refusal(
        'throughline:bad-request',
        'The address does not name the SHA-256 of these bytes. Send them again.',
        { path: 'hash' },
      );
    if (!(await pictures.keep(mapId, hash, { mime, bytes })))
      throw new Refusal(
        'throughline:quota-reached',
        `The pictures of a map take up to ${services.limits.pictureBytesPerMap / 1_000_000} MB on this server. Take some away.`,
        { most: services.limits.pictureBytesPerMap },
      );
    return reply.code(204).send();
  });

  async function admitted(request: FastifyRequest, right: Right) {
    const mapId = mapIdSchema.safeParse((request.params as { id?: string }).id);
    if (!mapId.success) throw noSuchMap('with this name');
    const ticket = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const claims = signer.read(ticket, now());
    if (!claims.ok || claims.value.document !== mapId.data) throw badTicket();
    const reason = await admission.whyNot(claims.value);
    if (reason === 'noSuchMap') throw noSuchMap(mapId.data);
    if (reason !== undefined) throw badTicket();
    if (!may(claims.value.role, right)) throw forbidden('an editor’s role');
    return mapId.data;
  }
}

function hashOf(request: FastifyRequest): string {
  const { hash = '' } = request.params as { hash?: string };
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new Refusal('throughline:bad-request', 'Expected a SHA-256 in 64 hexadecimal digits.', {
    path: 'hash',
  });
}

const badTicket = () =>
  new Refusal(
    'throughline:ticket-expired',
    'The ticket is not of this document or has run out. Get a new one and try again.',
  );
