import { z } from 'zod';
import { mapIdSchema } from '../map/ids.ts';
import { languageSchema } from '../map/language.ts';
import { roleSchema } from './roles.ts';
import { joinCodeSchema } from './session.ts';

/**
 * Requests and answers of the server's HTTP interface, one schema each, used by both sides. Every POST, PATCH and
 * DELETE is same-origin JSON; refusals are problems.ts. Times are milliseconds since 1970.
 */

const moment = z.int();
const name = z.string().trim().min(1).max(80);
const mapTitle = z.string().max(1_000);
/** 22 characters of base64url: 128 bits. Links carry it behind `#`, so it never reaches a log. */
const secret = z.string().min(16).max(128);
const base64 = z.base64();

/* ---- the server and me ---- */

/** `GET /api/server`: what the library's first screen needs. Works for everybody. */
export const serverInfoSchema = z.object({
  version: z.string(),
  /** False until somebody opened the owner link that `throughline serve` printed. */
  claimed: z.boolean(),
  /** How one signs in here: by links only, or with the organisation's accounts. */
  signIn: z.enum(['links', 'oidc']),
  /** Who this browser is on this server; null before it opened any link. */
  you: z
    .object({
      id: z.string(),
      name: z.string(),
      colour: z.int(),
      administrator: z.boolean(),
      /** May make and publish maps here: a member of a workspace. */
      mayCreate: z.boolean(),
    })
    .nullable(),
});
export type ServerInfo = z.infer<typeof serverInfoSchema>;

/** `POST /api/claim`: the printed one-time link. Makes this browser the server's administrator. Answers `ServerInfo`. */
export const claimRequestSchema = z.strictObject({ secret, name: name.optional() });
export type ClaimRequest = z.infer<typeof claimRequestSchema>;

/** `PATCH /api/me`: how others see me. Answers `ServerInfo`. */
export const meRequestSchema = z.strictObject({ name });
export type MeRequest = z.infer<typeof meRequestSchema>;

/* ---- tickets ---- */

/** `POST /api/tickets`: a ticket for one document, by a link's secret or by the session cookie. */
export const ticketRequestSchema = z.strictObject({
  /** `map_…`, `map_…/talk` or `map_…/session`. May be left out when a secret tells the map. */
  document: z.string().max(120).optional(),
  secret: secret.optional(),
  /** Of the link, when it has one. */
  password: z.string().max(200).optional(),
  /** How a guest wants to be called. */
  name: name.optional(),
  /** The epoch of the local copy; another one on the server is answered with `throughline:epoch-differs`. */
  epoch: z.int().optional(),
});
export type TicketRequest = z.infer<typeof ticketRequestSchema>;

export const ticketAnswerSchema = z.object({
  /** For the socket: `socketProtocols(ticket)`. */
  ticket: z.string(),
  expiresAt: moment,
  document: z.string(),
  mapId: mapIdSchema,
  title: z.string(),
  role: roleSchema,
  /** Whether this role also reads the comments here. */
  withComments: z.boolean(),
  epoch: z.int(),
  person: z.object({ id: z.string(), name: z.string(), colour: z.int() }),
});
export type TicketAnswer = z.infer<typeof ticketAnswerSchema>;

/* ---- maps ---- */

export const mapInfoSchema = z.object({
  id: mapIdSchema,
  title: z.string(),
  language: languageSchema,
  /** Mine. */
  role: roleSchema,
  workspaceId: z.string(),
  epoch: z.int(),
  /** Grows with every stored change: a cheap answer to "has it changed". */
  sequence: z.int(),
  createdAt: moment,
  changedAt: moment,
  /** Set while it lies in the trash. */
  deletedAt: moment.nullable(),
});
export type MapInfo = z.infer<typeof mapInfoSchema>;

/** `GET /api/maps?workspace=&trash=1`. */
export const mapListSchema = z.object({ maps: z.array(mapInfoSchema) });
export type MapList = z.infer<typeof mapListSchema>;

/** `POST /api/challenges`: something to sign with the owner key, good for one publication within five minutes. */
export const challengeAnswerSchema = z.object({ challenge: z.string(), expiresAt: moment });
export type ChallengeAnswer = z.infer<typeof challengeAnswerSchema>;

/**
 * Proof of the owner key (ECDSA P-256). The map's id is `map_` and the first 128 bits of the SHA-256 of the public
 * key (SPKI) in base 32; `signature` signs `<challenge>.<map id>` (SHA-256, r and s joined, as WebCrypto gives it).
 */
export const ownerProofSchema = z.strictObject({
  publicKey: base64,
  challenge: z.string().max(200),
  signature: base64,
});
export type OwnerProof = z.infer<typeof ownerProofSchema>;

/**
 * `POST /api/maps`: makes or publishes a map; answers `MapInfo` with status 201. Without an owner key leave `id` and
 * `proof` out and use the fresh id of the answer. `state` is the whole document as one Yjs update (v1); leave it out to
 * send it over the socket. An id that exists is refused with `throughline:already-exists` and nothing changes.
 */
export const createMapRequestSchema = z.strictObject({
  title: mapTitle.default(''),
  language: languageSchema.default('en'),
  workspaceId: z.string().max(80).optional(),
  id: mapIdSchema.optional(),
  proof: ownerProofSchema.optional(),
  state: base64.optional(),
});
export type CreateMapRequest = z.input<typeof createMapRequestSchema>;

/** `PATCH /api/maps/:id` (owner). Answers `MapInfo`. The title follows the document by itself. */
export const changeMapRequestSchema = z.strictObject({
  workspaceId: z.string().max(80).optional(),
  /** True throws it into the trash, false takes it out again. */
  trashed: z.boolean().optional(),
});
export type ChangeMapRequest = z.infer<typeof changeMapRequestSchema>;

/** `PUT /api/maps/:id/content` (owner): replaces the content by a backup. Raises the epoch; the old content stays a version. */
export const replaceContentRequestSchema = z.strictObject({ state: base64 });
export type ReplaceContentRequest = z.infer<typeof replaceContentRequestSchema>;

/* ---- links and members ---- */

export const linkInfoSchema = z.object({
  id: z.string(),
  role: roleSchema,
  label: z.string(),
  withComments: z.boolean(),
  hasPassword: z.boolean(),
  expiresAt: moment.nullable(),
  createdAt: moment,
  revokedAt: moment.nullable(),
  /** When somebody last came in by it. */
  usedAt: moment.nullable(),
});
export type LinkInfo = z.infer<typeof linkInfoSchema>;

/** `GET /api/maps/:id/links` (owner). */
export const linkListSchema = z.object({ links: z.array(linkInfoSchema) });
export type LinkList = z.infer<typeof linkListSchema>;

/** `POST /api/maps/:id/links` (owner). `DELETE /api/maps/:id/links/:linkId` revokes it at once. */
export const createLinkRequestSchema = z.strictObject({
  role: roleSchema,
  label: z.string().max(80).default(''),
  withComments: z.boolean().default(false),
  password: z.string().min(4).max(200).optional(),
  expiresAt: moment.optional(),
});
export type CreateLinkRequest = z.input<typeof createLinkRequestSchema>;

/** The secret is shown once: only its hash is kept. The link is `<address>/#join=<secret>`. */
export const createLinkAnswerSchema = z.object({ link: linkInfoSchema, secret: z.string() });
export type CreateLinkAnswer = z.infer<typeof createLinkAnswerSchema>;

/** `PATCH /api/maps/:id/links/:linkId` (owner). Null takes the password or the expiry away. */
export const changeLinkRequestSchema = z.strictObject({
  label: z.string().max(80).optional(),
  withComments: z.boolean().optional(),
  password: z.string().min(4).max(200).nullable().optional(),
  expiresAt: moment.nullable().optional(),
});
export type ChangeLinkRequest = z.infer<typeof changeLinkRequestSchema>;

export const memberInfoSchema = z.object({
  personId: z.string(),
  name: z.string(),
  role: roleSchema,
  since: moment,
});
export type MemberInfo = z.infer<typeof memberInfoSchema>;

/** `GET /api/maps/:id/members` (owner). */
export const memberListSchema = z.object({ members: z.array(memberInfoSchema) });
export type MemberList = z.infer<typeof memberListSchema>;

/** `PUT /api/maps/:id/members/:personId` (owner); with role owner it hands over: both are owners then. `DELETE` removes. */
export const memberRequestSchema = z.strictObject({ role: roleSchema });
export type MemberRequest = z.infer<typeof memberRequestSchema>;

/* ---- pictures ---- */

/**
 * `GET /api/maps/:id/pictures`: which pictures of the map the server has. One of them: `GET .../pictures/:hash`
 * (octets); `PUT .../pictures/:hash` with the bytes as octets stores it. All with the ticket of the map's document.
 */
export const pictureListSchema = z.object({ hashes: z.array(z.string()) });
export type PictureList = z.infer<typeof pictureListSchema>;

/* ---- versions ---- */

export const versionInfoSchema = z.object({
  id: z.string(),
  /** Made by hand, by the clock, before a restore, or before the content was replaced. */
  kind: z.enum(['named', 'automatic', 'beforeRestore', 'beforeReplace', 'beforeMigration']),
  label: z.string(),
  personName: z.string(),
  sequence: z.int(),
  at: moment,
  bytes: z.int(),
});
export type VersionInfo = z.infer<typeof versionInfoSchema>;

/** `GET /api/maps/:id/versions`; the state itself: `GET /api/maps/:id/versions/:versionId` (octets, one Yjs update). */
export const versionListSchema = z.object({ versions: z.array(versionInfoSchema) });
export type VersionList = z.infer<typeof versionListSchema>;

/** `POST /api/maps/:id/versions` keeps the present state; `PATCH .../:versionId` renames. Restoring is an edit of the app. */
export const versionRequestSchema = z.strictObject({
  label: z.string().max(200).default(''),
  kind: z.enum(['named', 'beforeRestore']).default('named'),
});
export type VersionRequest = z.input<typeof versionRequestSchema>;

/* ---- search ---- */

/** `GET /api/search?query=`: over the texts of all maps I may read. */
export const searchAnswerSchema = z.object({
  hits: z.array(z.object({ map: mapInfoSchema, excerpt: z.string() })),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/* ---- workspaces ---- */

export const workspaceInfoSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  members: z.int(),
  maps: z.int(),
});
export type WorkspaceInfo = z.infer<typeof workspaceInfoSchema>;

/** `GET /api/workspaces`. */
export const workspaceListSchema = z.object({ workspaces: z.array(workspaceInfoSchema) });
export type WorkspaceList = z.infer<typeof workspaceListSchema>;

/** `POST /api/workspaces`; `PATCH /api/workspaces/:id`. */
export const workspaceRequestSchema = z.strictObject({ name });
export type WorkspaceRequest = z.infer<typeof workspaceRequestSchema>;

/**
 * `POST /api/workspaces/:id/links` (owner of the workspace) invites: `CreateLinkAnswer`, link `<address>/#join=<secret>`.
 * `POST /api/join` with such a secret makes this browser's person a member; a map's secret is answered with its map.
 */
export const joinRequestSchema = z.strictObject({
  secret,
  password: z.string().max(200).optional(),
  name: name.optional(),
});
export type JoinRequest = z.infer<typeof joinRequestSchema>;

/**
 * `POST /api/session/join` with a code of a running session: this browser's person takes part until it ends, with tickets
 * by the session cookie. Answered like a map's link.
 */
export const joinSessionRequestSchema = z.strictObject({ code: joinCodeSchema, name: name.optional() });
export type JoinSessionRequest = z.input<typeof joinSessionRequestSchema>;

export const joinAnswerSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('workspace'), workspace: workspaceInfoSchema }),
  z.object({ to: z.literal('map'), mapId: mapIdSchema, title: z.string(), role: roleSchema }),
]);
export type JoinAnswer = z.infer<typeof joinAnswerSchema>;
