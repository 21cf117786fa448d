import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { PresencePerson } from '../../model/protocol/presence.ts';
import { type Observable, observable } from './observable.ts';

/** What others see of a person at the map. Never stored. */
export interface PresenceState {
  /** Where the pointer is, in map units; left out: not over the map. */
  readonly cursor?: { readonly x: number; readonly y: number } | undefined;
  /** The ids of what is selected. */
  readonly selection?: readonly string[] | undefined;
  /** The text that is being edited, and the caret in it. */
  readonly editing?:
    | { readonly owner: string; readonly id: string; readonly field: string; readonly caret?: number }
    | undefined;
  /** Records that are being dragged, and where to, in map units. */
  readonly dragging?: { readonly ids: readonly string[]; readonly x: number; readonly y: number } | undefined;
}

/** Another person's page at the same map; one person may have several. */
export interface Participant extends PresenceState {
  readonly clientId: number;
  readonly person: PresencePerson;
}

export interface Presence {
  readonly others: Observable<readonly Participant[]>;
  /** Changes what others see of me; sent at most 20 times a second. */
  readonly show: (part: PresenceState) => void;
  /** The cards that others have open in an editor now: deleting their step leaves them in the tray. */
  readonly editedByOthers: () => readonly string[];
  readonly awareness: Awareness;
  readonly close: () => void;
}

const sendEveryMs = 50;

export function presenceOf(doc: Y.Doc, me: PresencePerson): Presence {
  const awareness = new Awareness(doc);
  awareness.setLocalState({ person: me });
  const others = observable<readonly Participant[]>([]);
  let next: PresenceState = {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = (): void => {
    timer = undefined;
    awareness.setLocalState({ ...awareness.getLocalState(), ...next });
  };
  const look = (): void => {
    others.set(
      [...awareness.getStates()]
        .filter(([clientId]) => clientId !== doc.clientID)
        .flatMap(([clientId, state]) => participant(clientId, state)),
    );
  };
  awareness.on('change', look);

  return {
    others,
    awareness,
    show: (part) => {
      next = { ...next, ...part };
      timer ??= setTimeout(send, sendEveryMs);
    },
    editedByOthers: () => others.get().flatMap(({ editing }) => (editing === undefined ? [] : [editing.id])),
    close: () => {
      clearTimeout(timer);
      awareness.off('change', look);
      awareness.destroy();
    },
  };
}

/** A state from the network, as far as it can be understood. */
function participant(clientId: number, state: unknown): readonly Participant[] {
  if (!isObject(state) || !isObject(state['person'])) return [];
  const { person, cursor, selection, editing, dragging } = state;
  const { id, name, colour } = person as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string') return [];
  return [
    {
      clientId,
      person: { id, name, colour: typeof colour === 'number' ? colour : 0 },
      ...(isPoint(cursor) ? { cursor: { x: cursor.x, y: cursor.y } } : {}),
      ...(isTexts(selection) ? { selection } : {}),
      ...(isEditing(editing) ? { editing } : {}),
      ...(isPoint(dragging) && isTexts(dragging['ids'])
        ? { dragging: { ids: dragging['ids'], x: dragging.x, y: dragging.y } }
        : {}),
    },
  ];
}

type Unknown = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;
const isPoint = (value: unknown): value is Unknown & { readonly x: number; readonly y: number } =>
  isObject(value) && Number.isFinite(value['x']) && Number.isFinite(value['y']);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const isEditing = (value: unknown): value is NonNullable<PresenceState['editing']> =>
  isObject(value) && ['owner', 'id', 'field'].every((key) => typeof value[key] === 'string');
