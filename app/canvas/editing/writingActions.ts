import type { Point } from '../../../model/layout/mapLayout.ts';
import type { CardId, LaneId, StepId } from '../../../model/map/ids.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import { lanesWithoutCards } from '../../../model/map/lane.ts';
import type { Command } from '../../../model/sharedMap/commands/command.ts';
import type { Attempt } from '../../../model/sharedMap/history.ts';
import type { SharedMap } from '../../../model/sharedMap/sharedMap.ts';
import type { CanvasStore, TrackPlace } from '../canvasState.ts';
import { focusThatExists, type GridFocus } from '../gridFocus.ts';
import { newCardFor } from './newCard.ts';

export interface WritingActionsInput {
  readonly shared: SharedMap;
  readonly store: CanvasStore;
  /** Carries out a command; gives the ids of what it made, or nothing when it was refused. */
  readonly run: (command: Command) => readonly string[] | undefined;
  readonly map: () => JourneyMap;
  readonly rename: (place: TrackPlace, title: string) => void;
}

/** New things and the writing of their first words, which are one step of undo, and the end of all writing in place. */
export function writingActions({ shared, store, run, map, rename }: WritingActionsInput) {
  /** The new record that is being written, until it is finished or given up. */
  let attempt: { readonly steps: Attempt; readonly from: GridFocus | undefined } | undefined;

  /** Makes something; gives the id of what was made first, if the command was carried out. */
  function makeNew(command: Command): string | undefined {
    const begun = { steps: shared.attempt(), from: store.getState().focus };
    const id = run(command)?.[0];
    if (id !== undefined) attempt = begun;
    return id;
  }

  function writeNewCard(command: Command): void {
    const cardId = makeNew(command) as CardId | undefined;
    if (cardId === undefined) return;
    store.select([cardId]);
    store.setFocus({ kind: 'card', cardId });
    store.edit({ kind: 'card', cardId, isNew: true });
  }

  /** What goes into a collapsed lane would not be seen. */
  function openingOf(laneIds: readonly LaneId[]): readonly Command[] {
    const ids = laneIds.filter((laneId) => shared.record('lanes', laneId)?.collapsed === true);
    return ids.length === 0
      ? []
      : [{ type: 'setFields', collection: 'lanes', ids, fields: { collapsed: false } }];
  }

  function keep(): void {
    attempt?.steps.keep();
    attempt = undefined;
  }

  /** The keyboard goes back to where it came from. */
  function abandon(): void {
    const before = map();
    attempt?.steps.abandon();
    const focus = attempt?.from;
    attempt = undefined;
    if (focus !== undefined) store.setFocus(focusThatExists(map(), focus, before));
    store.select([]);
    store.keepKeyboard();
  }

  return {
    openingOf,

    addCard(laneId: LaneId, stepId: StepId, beforeCardId?: CardId): void {
      const lane = shared.record('lanes', laneId);
      if (lane === undefined || lanesWithoutCards.has(lane.kind)) return;
      const to = { laneId, stepId, ...(beforeCardId === undefined ? {} : { beforeCardId }) };
      writeNewCard({
        type: 'together',
        commands: [{ type: 'insertCards', cards: [newCardFor(lane.kind)], to }, ...openingOf([laneId])],
      });
    },

    addNote(at: Point): void {
      const position = { x: Math.round(at.x), y: Math.round(at.y) };
      writeNewCard({ type: 'insertCards', cards: [{}], to: { position } });
    },

    /** Makes a stage, step or lane and opens its title. */
    writeTitleOfNew(command: Command, placeOf: (id: string) => TrackPlace): void {
      const id = makeNew(command);
      if (id === undefined) return;
      const focus = placeOf(id);
      store.setFocus(focus);
      store.edit({ kind: 'title', focus });
    },

    /** The text of a card is in the map already; a new card that stayed empty was not wanted. */
    finishEditing(): void {
      const { editing } = store.getState();
      if (editing?.kind !== 'card') return;
      store.edit(undefined);
      if (!editing.isNew) return;
      const card = shared.record('cards', editing.cardId);
      if (card !== undefined && card.text === '' && card.pictureId === undefined) abandon();
      else keep();
    },

    /** With what was written as the title of a stage, step or lane, if anything. */
    finishTitle(place: TrackPlace, written: string | undefined): void {
      store.edit(undefined);
      if (written !== undefined) rename(place, written);
      keep();
    },

    /** The title stays as it was; a new stage, step or lane goes again. */
    giveUpTitle(): void {
      store.edit(undefined);
      if (attempt !== undefined) abandon();
    },
  };
}
