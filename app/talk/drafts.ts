import type { CommentAnchor } from '../../model/protocol/talk.ts';
import type { Talk } from '../session/talk.ts';

/** What was begun about each place of a map and not sent yet. It waits while other places or other tabs are shown. */
export interface Drafts {
  readonly of: (anchor: CommentAnchor | undefined) => string;
  readonly keep: (anchor: CommentAnchor | undefined, text: string) => void;
}

const draftsByTalk = new WeakMap<Talk, Drafts>();

export function draftsOf(talk: Talk): Drafts {
  const drafts = draftsByTalk.get(talk) ?? createDrafts();
  draftsByTalk.set(talk, drafts);
  return drafts;
}

function createDrafts(): Drafts {
  const texts = new Map<string, string>();
  return {
    of: (anchor) => texts.get(keyOfAnchor(anchor)) ?? '',
    keep: (anchor, text) => {
      if (text === '') texts.delete(keyOfAnchor(anchor));
      else texts.set(keyOfAnchor(anchor), text);
    },
  };
}

/** One word for a place; the map as a whole has one too. */
export const keyOfAnchor = (anchor: CommentAnchor | undefined): string =>
  anchor === undefined ? 'map' : `${anchor.collection} ${anchor.recordId}`;
