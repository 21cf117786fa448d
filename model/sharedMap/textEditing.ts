import type * as Y from 'yjs';
import { goneKey } from './partDeletion.ts';
import { cursorAfter, type TextSplice } from './graphemes.ts';
import { type History, typingOrigin } from './history.ts';
import { type MapDocument, type OwnerName, plainText } from './mapDocument.ts';
import { replaceText } from './mapWriter.ts';

/** One text of the map, for a text editor: what it says, changes to it, and where the cursor goes when others write. */
export interface TextField {
  readonly text: () => string;
  /** Brings the text to what the editor shows now; `cursor` is where the caret stands, it tells which of two equal letters is new. */
  readonly change: (next: string, cursor: number) => void;
  /** Called after a change by others (or by undo) with a function that moves a cursor along. */
  readonly onChange: (listener: (text: string, moveCursor: (cursor: number) => number) => void) => () => void;
}

/** The text of a field; nothing when the record is gone or the field is no text that people write together. */
export function textField(
  document: MapDocument,
  history: History,
  readOnly: () => unknown,
  owner: OwnerName,
  id: string,
  field: string,
): TextField | undefined {
  const text = document.text(owner, id, field);
  if (text === undefined) return undefined;

  return {
    text: () => plainText(text),
    change: (next, cursor) => {
      const before = plainText(text);
      if (before === next || readOnly() !== undefined) return;
      history.typingIn(owner, id, field);
      // What was inserted ends at the cursor, so it began before it by as much as the text grew.
      const latestStart = Math.max(0, cursor - Math.max(0, next.length - before.length));
      document.doc.transact(() => {
        if (owner !== 'map') document.bag(owner, id)?.remove(goneKey);
        replaceText(text, next, latestStart);
      }, typingOrigin);
    },
    onChange: (listener) => {
      const observe = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
        if (transaction.origin === typingOrigin) return;
        const splices = splicesOf(event.delta);
        listener(plainText(text), (cursor) => splices.reduce(cursorAfter, cursor));
      };
      text.observe(observe);
      return () => text.unobserve(observe);
    },
  };
}

/** A Yjs delta as splices, each at its place after the ones before it. */
function splicesOf(delta: Y.YTextEvent['delta']): readonly TextSplice[] {
  const splices: TextSplice[] = [];
  let at = 0;
  for (const part of delta) {
    if (part.retain !== undefined) at += part.retain;
    if (part.delete !== undefined) splices.push({ at, removed: part.delete, inserted: '' });
    if (typeof part.insert === 'string') {
      splices.push({ at, removed: 0, inserted: part.insert });
      at += part.insert.length;
    }
  }
  return splices;
}
