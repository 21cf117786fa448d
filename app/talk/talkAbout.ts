import { createContext } from 'react';
import type { CommentAnchor } from '../../model/protocol/talk.ts';
import type { Observable } from '../session/observable.ts';

/** How a part of the editor leads to the threads about a record of the map. */
export interface TalkAbout {
  readonly begin: (anchor: CommentAnchor) => void;
  /** How many open threads each record has, by its id. */
  readonly openThreads: Observable<ReadonlyMap<string, number>>;
}

/** The way to what a thread is about; undefined where the editor does not show it. */
export type JumpTo = (anchor: CommentAnchor) => (() => void) | undefined;

/** undefined: who is here has no comments. */
export const TalkAboutContext = createContext<TalkAbout | undefined>(undefined);
