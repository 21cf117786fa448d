import type * as Y from 'yjs';
import type { CollectionName, JourneyMap } from '../map/journeyMap.ts';
import type { RandomSource } from '../map/newId.ts';
import { err, ok, type Result } from '../result.ts';
import { carryOut } from './commands/carryOut.ts';
import type { Command, Outcome, Refusal } from './commands/command.ts';
import { type Attempt, commandOrigin, mapHistory, type Undone } from './history.ts';
import { mapDocument, type OwnerName, type RecordOf } from './mapDocument.ts';
import { mapReader } from './mapReader.ts';
import { mapWriter } from './mapWriter.ts';
import type { Flag } from './readRecord.ts';
import { tidyDeleted } from './tidyDeleted.ts';
import { type TextField, textField } from './textEditing.ts';

/**
 * A map that several people change at once: plain immutable data to read, commands to change it, undo of one's own
 * commands. No Yjs type comes out of here.
 */
export interface SharedMap {
  /** The whole map. What did not change is the same object as before. */
  readonly map: () => JourneyMap;
  readonly record: <C extends CollectionName>(collection: C, id: string) => RecordOf<C> | undefined;
  /** Called after each change of the map, by whomever. Returns how to stop it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Called after a change of one record, also when it comes or goes. */
  readonly subscribeRecord: (collection: CollectionName, id: string, listener: () => void) => () => void;
  /** Carries out a command as one transaction and one step of undo, or changes nothing and says why. */
  readonly run: (command: Command) => Result<Outcome, Refusal>;
  readonly undo: () => Undone;
  readonly redo: () => Undone;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** The step that undo would take back now, as an object of its own; undefined when there is none. */
  readonly lastStep: () => unknown;
  /** Begins something that takes several actions and shall be one step of undo, or none. */
  readonly attempt: () => Attempt;
  /** A text for an editor; the map's own texts have the owner 'map' and an empty id. */
  readonly text: (owner: OwnerName, id: string, field: string) => TextField | undefined;
  /** Records that are shown otherwise than they are written, and rules that do not hold. */
  readonly flags: () => readonly Flag[];
  /** Why the map cannot be changed here; nothing when it can. */
  readonly readOnly: () => 'viewer' | 'newerFormat' | undefined;
  /** Takes the content of long deleted cards out of the document; `today` in days since 1970 (see tidyDeleted.ts). */
  readonly tidy: (today: number) => void;
  /** How many records were read from the document so far. */
  readonly readCount: () => number;
  /** Stops following the document. */
  readonly close: () => void;
}

export interface SharedMapOptions {
  readonly random: RandomSource;
  /** Whether this person may only look; asked at each command. */
  readonly isViewer?: () => boolean;
}

export function createSharedMap(doc: Y.Doc, options: SharedMapOptions): SharedMap {
  const document = mapDocument(doc);
  const reader = mapReader(document);
  const history = mapHistory(document);
  const listeners = new Set<() => void>();
  const recordListeners = new Map<string, { seen: unknown; readonly called: Set<() => void> }>();

  const follow = (transaction: Y.Transaction): void => {
    if (!reader.apply(transaction)) return;
    for (const [name, watched] of recordListeners) {
      const [collection, id] = name.split(' ') as [CollectionName, string];
      const now = reader.record(collection, id);
      if (now === watched.seen) continue;
      watched.seen = now;
      for (const listener of watched.called) listener();
    }
    for (const listener of listeners) listener();
  };
  doc.on('afterTransaction', follow);

  const readOnly: SharedMap['readOnly'] = () => {
    if (reader.newerFormat() !== undefined) return 'newerFormat';
    return options.isViewer?.() === true ? 'viewer' : undefined;
  };

  return {
    map: reader.map,
    record: reader.record,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    subscribeRecord: (collection, id, listener) => {
      const name = `${collection} ${id}`;
      const watched = recordListeners.get(name) ?? { seen: reader.record(collection, id), called: new Set() };
      watched.called.add(listener);
      recordListeners.set(name, watched);
      return () => {
        watched.called.delete(listener);
        if (watched.called.size === 0) recordListeners.delete(name);
      };
    },
    run: (command) => {
      const reason = readOnly();
      if (reason !== undefined) return err({ type: 'ReadOnly', reason });
      const writes = carryOut(command, { reader, random: options.random });
      if (!writes.ok) return writes;
      const writer = mapWriter(document, options.random);
      const created = doc.transact(() => writes.value(writer), commandOrigin);
      history.add(writer.changes);
      return ok({ created });
    },
    undo: () => (readOnly() === undefined ? history.undo() : { changed: false, left: [] }),
    redo: () => (readOnly() === undefined ? history.redo() : { changed: false, left: [] }),
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    lastStep: history.lastStep,
    attempt: history.attempt,
    text: (owner, id, field) => textField(document, history, readOnly, owner, id, field),
    flags: reader.flags,
    readOnly,
    tidy: (today) => {
      if (readOnly() === undefined) tidyDeleted(document, today);
    },
    readCount: reader.readCount,
    close: () => {
      doc.off('afterTransaction', follow);
      history.close();
    },
  };
}
