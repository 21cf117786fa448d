import * as Y from 'yjs';
import type { CollectionName } from '../map/journeyMap.ts';
import { placeKey } from './place.ts';
import { deletionSeen, fingerprint } from './deletion.ts';
import { goneKey } from './partDeletion.ts';
import { type MapDocument, type OwnerName, plainText } from './mapDocument.ts';
import { type Change, replaceText, sameValue } from './mapWriter.ts';

/**
 * Undo and redo of this person's own actions. A field goes back only if its value is the one this person gave it, by
 * author and not only by content, a new record goes only if nobody has changed it since; otherwise it is left as it is and the answer says so.
 * Typing is undone by Yjs (`Y.UndoManager`), which takes back exactly the characters this person typed.
 */
export interface History {
  /** Notes what a command did. */
  readonly add: (changes: readonly Change[]) => void;
  readonly undo: () => Undone;
  readonly redo: () => Undone;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** The step that undo would take back now; another one as soon as anything is done or undone. */
  readonly lastStep: () => unknown;
  /** See SharedMap.attempt. */
  readonly attempt: () => Attempt;
  /** Called before each edit of a text: typing in one text within a short time is one step. */
  readonly typingIn: (owner: OwnerName, id: string, field: string) => void;
  /** Stops following the document. */
  readonly close: () => void;
}

export interface Undone {
  /** Whether anything went back. */
  readonly changed: boolean;
  /** What was left because somebody else has changed it since. */
  readonly left: readonly { readonly owner: OwnerName; readonly id: string; readonly field: string }[];
}

/**
 * Something new that takes several actions, such as a card and its first words. It holds as long as nothing else was
 * done meanwhile; otherwise its steps stay what they are.
 */
export interface Attempt {
  /** All of it is one step of undo from here on. */
  readonly keep: () => void;
  /** It never was: all of it goes, and cannot be done again. What others have changed stays. */
  readonly abandon: () => void;
}

/** The origin of the transactions in which this person types. */
export const typingOrigin = { typing: true };
/** The origin of this person's commands and of their undo. */
export const commandOrigin = { command: true };

interface TextPlace {
  readonly owner: OwnerName;
  readonly id: string;
  readonly field: string;
}

/** An inverse change knows what it expects to find, so one step serves for undo and redo. */
type Step =
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'typing'; readonly place: TextPlace }
  /** In the order in which they were done. */
  | { readonly kind: 'together'; readonly steps: readonly Step[] };

export function mapHistory(document: MapDocument): History {
  const stack: { readonly undo: Step[]; readonly redo: Step[] } = { undo: [], redo: [] };
  let place: TextPlace = { owner: 'map', id: '', field: '' };
  const typing = new Y.UndoManager(document.doc, {
    trackedOrigins: new Set([typingOrigin]),
    captureTimeout: 600,
  });
  typing.on('stack-item-added', ({ type }, manager) => {
    if (type !== 'undo' || manager.redoing) return;
    stack.undo.push({ kind: 'typing', place });
    stack.redo.length = 0;
  });

  const go = (from: Step[], to: Step[], back: boolean): Undone => {
    const step = from.pop();
    if (step === undefined) return { changed: false, left: [] };
    typing.stopCapturing();
    const { inverse, left } = takeBack(step, back);
    if (inverse !== undefined) to.push(inverse);
    return { changed: inverse !== undefined, left };
  };

  /** Gives the step that does it again; none when nothing of it could be taken back. */
  const takeBack = (
    step: Step,
    back: boolean,
  ): { readonly inverse: Step | undefined; readonly left: Undone['left'] } => {
    switch (step.kind) {
      case 'typing': {
        const { owner, id } = step.place;
        if (owner !== 'map' && deletionSeen(document, owner, id)) {
          (back ? typing.undoStack : typing.redoStack).pop();
          return { inverse: undefined, left: [step.place] };
        }
        return { inverse: goTyping(typing, back) ? step : undefined, left: [] };
      }
      case 'together': {
        const done = step.steps.toReversed().map((one) => takeBack(one, back));
        const steps = done.flatMap(({ inverse }) => (inverse === undefined ? [] : [inverse]));
        return {
          inverse: steps.length === 0 ? undefined : { kind: 'together', steps },
          left: done.flatMap(({ left }) => left),
        };
      }
      case 'changes': {
        const { inverse, left } = applyInverse(document, step.changes);
        return { inverse: inverse.length === 0 ? undefined : { kind: 'changes', changes: inverse }, left };
      }
    }
  };

  const attempt = (): Attempt => {
    const before = stack.undo.at(-1);
    /** What was done since; nothing when undo has gone back further, or when it was about other things too. */
    const cutSteps = (): readonly Step[] => {
      const from = before === undefined ? 0 : stack.undo.indexOf(before) + 1;
      if (before !== undefined && from === 0) return [];
      const [first, ...more] = stack.undo.slice(from);
      if (first === undefined) return [];
      const own = new Set(ownersOf(first));
      const isAlone = more.every((step) => ownersOf(step).every((owner) => own.has(owner)));
      return isAlone ? stack.undo.splice(from) : [];
    };
    return {
      keep: () => {
        typing.stopCapturing();
        const steps = cutSteps();
        if (steps.length === 1) stack.undo.push(steps[0]!);
        else if (steps.length > 1) stack.undo.push({ kind: 'together', steps });
      },
      abandon: () => {
        typing.stopCapturing();
        const steps = cutSteps();
        if (steps.length === 0) return;
        takeBack({ kind: 'together', steps }, true);
        stack.redo.length = 0;
        typing.clear(false, true);
      },
    };
  };

  return {
    add: (changes) => {
      if (changes.length === 0) return;
      typing.stopCapturing();
      typing.clear(false, true);
      stack.redo.length = 0;
      stack.undo.push({ kind: 'changes', changes });
    },
    undo: () => go(stack.undo, stack.redo, true),
    redo: () => go(stack.redo, stack.undo, false),
    canUndo: () => stack.undo.length > 0,
    canRedo: () => stack.redo.length > 0,
    lastStep: () => stack.undo.at(-1),
    attempt,
    typingIn: (owner, id, field) => {
      if (place.owner !== owner || place.id !== id || place.field !== field) typing.stopCapturing();
      place = { owner, id, field };
    },
    close: () => typing.destroy(),
  };
}

/** What a step is about, one word each. */
function ownersOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'typing':
      return [`${step.place.owner} ${step.place.id}`];
    case 'together':
      return step.steps.flatMap(ownersOf);
    case 'changes':
      return step.changes.map((change) =>
        change.kind === 'created' ? `${change.collection} ${change.id}` : `${change.owner} ${change.id}`,
      );
  }
}

/** Undoes one step of typing. Yjs goes on to the next when one has no effect; here a step is a step. */
function goTyping(typing: Y.UndoManager, back: boolean): boolean {
  const stack = back ? typing.undoStack : typing.redoStack;
  const below = stack.splice(0, Math.max(0, stack.length - 1));
  const done = back ? typing.undo() : typing.redo();
  stack.unshift(...below);
  return done !== null;
}

function applyInverse(
  document: MapDocument,
  changes: readonly Change[],
): { readonly inverse: readonly Change[]; readonly left: Undone['left'] } {
  const inverse: Change[] = [];
  const left: { owner: OwnerName; id: string; field: string }[] = [];
  document.doc.transact(() => {
    // What comes back comes back first, or its fields would be left as those of a deleted record; what goes, goes last,
    // for a deletion holds for what the record then looks like.
    const rank = (change: Change): number =>
      change.kind !== 'value' || change.key !== goneKey ? 1 : change.before === undefined ? 0 : 2;
    const kept = partsOfOthers(document, changes);
    for (const change of changes.toReversed().sort((a, b) => rank(a) - rank(b))) {
      const undone = kept.some((part) => isWithin(change, part)) ? undefined : invert(document, change);
      if (undone === undefined) left.push(nameOf(change));
      else inverse.push(undone);
    }
  }, commandOrigin);
  return { inverse, left };
}

interface Part {
  readonly owner: OwnerName;
  readonly id: string;
  readonly prefix: string;
}

/** New parts of records (a dimension) in which somebody else has written since: they stay whole, as new records do. */
function partsOfOthers(document: MapDocument, changes: readonly Change[]): readonly Part[] {
  const end = `/${placeKey}`;
  return changes.flatMap((change) => {
    if (change.kind !== 'value' || change.before !== undefined || !change.key.endsWith(end)) return [];
    const { owner, id, key } = change;
    const prefix = key.slice(0, -placeKey.length);
    const bag = document.bag(owner, id);
    const isOthers = bag?.keys(prefix).some((one) => !one.endsWith(end) && !bag.isOwn(one)) ?? false;
    return isOthers ? [{ owner, id, prefix }] : [];
  });
}

const isWithin = (change: Change, { owner, id, prefix }: Part): boolean =>
  change.kind === 'value' && change.owner === owner && change.id === id && change.key.startsWith(prefix);

/** Takes one change back and gives the change that would bring it again; nothing when it is not ours to take back. */
function invert(document: MapDocument, change: Change): Change | undefined {
  switch (change.kind) {
    case 'value': {
      const { owner, id, key, before, after } = change;
      const bag = document.bag(owner, id);
      if (bag === undefined || !sameValue(bag.get(key), after) || isDeleted(document, change))
        return undefined;
      // The same value from somebody else is theirs. Who took a value away a document does not tell.
      if (after !== undefined && !bag.isOwn(key)) return undefined;
      if (
        key === goneKey &&
        before !== undefined &&
        owner !== 'map' &&
        fingerprint(document, owner, id) !== before
      )
        return undefined;
      if (before === undefined) bag.remove(key);
      else bag.set(key, before);
      return { ...change, before: after, after: before };
    }
    case 'text': {
      const { owner, id, field, before, after } = change;
      const text = document.text(owner, id, field);
      if (text === undefined || plainText(text) !== after || isDeleted(document, change)) return undefined;
      replaceText(text, before);
      return { ...change, before: after, after: before };
    }
    case 'created':
      return takeBack(document, change.collection, change.id, change.seen);
  }
}

/** A field of a record that somebody has deleted since is left, or the record would come back. */
function isDeleted(document: MapDocument, change: Exclude<Change, { readonly kind: 'created' }>): boolean {
  if (change.owner === 'map' || (change.kind === 'value' && change.key === goneKey)) return false;
  return deletionSeen(document, change.owner, change.id);
}

function takeBack(
  document: MapDocument,
  collection: CollectionName,
  id: string,
  seen: string,
): Change | undefined {
  const bag = document.bag(collection, id);
  if (bag === undefined || bag.get(goneKey) !== undefined || fingerprint(document, collection, id) !== seen)
    return undefined;
  // Changed and changed back by somebody else is changed; the order in the row is nobody's.
  if (bag.keys('').some((key) => key !== placeKey && !bag.isOwn(key))) return undefined;
  bag.set(goneKey, seen);
  return { kind: 'value', owner: collection, id, key: goneKey, before: undefined, after: seen };
}

function nameOf(change: Change): Undone['left'][number] {
  switch (change.kind) {
    case 'value':
      return { owner: change.owner, id: change.id, field: change.key };
    case 'text':
      return { owner: change.owner, id: change.id, field: change.field };
    case 'created':
      return { owner: change.collection, id: change.id, field: '' };
  }
}
