import type { Point } from '../../../model/layout/mapLayout.ts';
import type { CardId, LaneId, StepId } from '../../../model/map/ids.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import { lanesWithoutCards } from '../../../model/map/lane.ts';
import type { Command } from '../../../model/sharedMap/commands/command.ts';
import type { SharedMap } from '../../../model/sharedMap/sharedMap.ts';
import type { Begun, CanvasStore, TrackPlace } from '../canvasState.ts';
import { focusThatExists } from '../gridFocus.ts';
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
  /** Makes something; gives the id of what was made first, if the command was carried out. */
  function makeNew(command: Command): { readonly id: string; readonly begun: Begun } | undefined {
    const begun = { steps: shared.attempt(), from: store.getState().focus };
    const id = run(command)?.[0];
    return id === undefined ? undefined : { id, begun };
  }

  function writeNewCard(command: Command): void {
    const made = makeNew(command);
    if (made === undefined) return;
    // The command makes a card first.
    const cardId = made.id as CardId;
    store.select([cardId]);
    store.setFocus({ kind: 'card', cardId });
    store.edit({ kind: 'card', cardId, begun: made.begun });
    comeNear();
  }

  /** From far away nothing can be written. The new thing has its place on the map only with the next frame. */
  const comeNear = () => requestAnimationFrame(() => store.look('focus'));

  /** What goes into a collapsed lane would not be seen. */
  function openingOf(laneIds: readonly LaneId[]): readonly Command[] {
    const ids = laneIds.filter((laneId) => shared.record('lanes', laneId)?.collapsed === true);
    return ids.length === 0
      ? []
      : [{ type: 'setFields', collection: 'lanes', ids, fields: { collapsed: false } }];
  }

  /** The keyboard goes back to where it came from. */
  function abandon({ steps, from }: Begun): void {
    const before = map();
    steps.abandon();
    if (from !== undefined) store.setFocus(focusThatExists(map(), from, before));
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
      const made = makeNew(command);
      if (made === undefined) return;
      const focus = placeOf(made.id);
      store.setFocus(focus);
      store.edit({ kind: 'title', focus, begun: made.begun });
      comeNear();
    },

    /** The text of a card is in the map already; a new card that stayed empty was not wanted. */
    finishEditing(): void {
      const { editing } = store.getState();
      if (editing?.kind !== 'card') return;
      store.edit(undefined);
      if (editing.begun === undefined) return;
      const card = shared.record('cards', editing.cardId);
      if (card !== undefined && card.text === '' && card.pictureId === undefined) abandon(editing.begun);
      else editing.begun.steps.keep();
    },

    /** With what was written as the title of a stage, step or lane, if anything. */
    finishTitle(place: TrackPlace, written: string | undefined): void {
      const { editing } = store.getState();
      store.edit(undefined);
      if (written !== undefined) rename(place, written);
      editing?.begun?.steps.keep();
    },

    /** The title stays as it was; a new stage, step or lane goes again. */
    giveUpTitle(): void {
      const { editing } = store.getState();
      store.edit(undefined);
      if (editing?.begun !== undefined) abandon(editing.begun);
    },
  };
}
