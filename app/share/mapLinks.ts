import { z } from 'zod';
import type { MapId } from '../../model/map/ids.ts';
import {
  createLinkAnswerSchema,
  type CreateLinkRequest,
  type LinkInfo,
  linkListSchema,
} from '../../model/protocol/api.ts';
import { type Observable, observable } from '../session/observable.ts';
import { askServer, type ServerRefusal } from '../session/askServer.ts';

/** The links of one map as the server has them; each change asks for the list again. */
export interface MapLinks {
  readonly state: Observable<LinksState>;
  readonly load: () => Promise<void>;
  /** Gives the address of the new link: its secret is told this once. */
  readonly create: (wish: CreateLinkRequest) => Promise<string | undefined>;
  readonly revoke: (link: LinkInfo) => Promise<void>;
}

export interface LinksState {
  /** undefined while they are asked for. */
  readonly links: readonly LinkInfo[] | undefined;
  /** Why the last question was not answered. */
  readonly refusal: ServerRefusal | undefined;
}

export function mapLinks(mapId: MapId): MapLinks {
  const state = observable<LinksState>({ links: undefined, refusal: undefined });
  const path = `/api/maps/${mapId}/links` as const;
  const refuse = (refusal: ServerRefusal) => state.set({ ...state.get(), refusal });
  const load = async () => {
    const answer = await askServer(path, linkListSchema);
    if (!answer.ok) return refuse(answer.error);
    state.set({ links: answer.value.links.filter((link) => link.revokedAt === null), refusal: undefined });
  };
  return {
    state,
    load,
    create: async (wish) => {
      const answer = await askServer(path, createLinkAnswerSchema, { method: 'POST', body: wish });
      if (!answer.ok) {
        refuse(answer.error);
        return undefined;
      }
      await load();
      return `${location.origin}/#join=${answer.value.secret}`;
    },
    revoke: async (link) => {
      const answer = await askServer(`${path}/${link.id}`, z.unknown(), { method: 'DELETE' });
      if (answer.ok) await load();
      else refuse(answer.error);
    },
  };
}
