import type { I18n } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { MapLayout } from '../../../model/layout/mapLayout.ts';
import type { Card, CardColour } from '../../../model/map/card.ts';
import type { Connector } from '../../../model/map/connector.ts';
import type { CardId, ConnectorId, LaneId, PersonaId, StepId } from '../../../model/map/ids.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import { lanesWithoutCards } from '../../../model/map/lane.ts';
import { indexMap } from '../../../model/map/mapIndex.ts';
import { newId } from '../../../model/map/newId.ts';
import type { MarkerKind } from '../../../model/map/marker.ts';
import type { PreparedPicture } from '../../workers/pictureMessages.ts';
import type { Command } from '../../../model/sharedMap/commands/command.ts';
import type { SharedMap } from '../../../model/sharedMap/sharedMap.ts';
import { tell, tellDone, tellProblem } from '../../design/parts/toasts.ts';
import type { CanvasStore, CardDrop, Carrying, EmotionMove } from '../canvasState.ts';
import { type Direction, focusInCell, focusThatExists, type GridFocus, moveFocus } from '../gridFocus.ts';
import type { PictureTarget } from './pictureTarget.ts';
import { dropCardsCommands } from './dropCards.ts';
import { trackActions } from './trackActions.ts';
import { writingActions } from './writingActions.ts';

export interface CanvasActionsInput {
  readonly shared: SharedMap;
  readonly store: CanvasStore;
  readonly i18n: I18n;
  readonly map: () => JourneyMap;
  readonly layout: () => MapLayout;
  /** Cards that somebody else is editing now: they survive the deletion of their step or lane. */
  readonly editedByOthers: () => readonly CardId[];
}

export type CanvasActions = ReturnType<typeof canvasActions>;

/**
 * What a person does to the map, by whatever means: each action is one command, says what it did to screen readers,
 * and leaves selection and keyboard at what it made. Nothing here knows pointers, keys or menus.
 */
export function canvasActions({ shared, store, i18n, map, layout, editedByOthers }: CanvasActionsInput) {
  const say = (text: string) => store.announce(text);

  function run(command: Command): readonly string[] | undefined {
    const before = map();
    const result = shared.run(command);
    if (!result.ok) {
      if (result.error.type === 'ReadOnly')
        tellProblem(i18n._(msg`You may look at this map, but not change it.`));
      else tellProblem(i18n._(msg`That is no longer there: somebody else has just changed the map.`));
      return undefined;
    }
    const { focus } = store.getState();
    if (focus !== undefined) store.setFocus(focusThatExists(map(), focus, before));
    // What had the keyboard may stand elsewhere now.
    store.keepKeyboard();
    return result.value.created;
  }

  function focusCard(cardId: CardId): void {
    store.select([cardId]);
    store.setFocus({ kind: 'card', cardId });
  }

  /** The selected cards, or the card that has the keyboard. */
  function cardsInHand(): readonly CardId[] {
    const { selection, focus } = store.getState();
    const known = [...selection].filter((cardId) => shared.record('cards', cardId) !== undefined);
    if (known.length > 0) return known;
    return focus?.kind === 'card' ? [focus.cardId] : [];
  }

  /** The cell that has the keyboard, or the one of its card, if cards can stand there. */
  function cellInHand(): { readonly laneId: LaneId; readonly stepId: StepId } | undefined {
    const { focus } = store.getState();
    const at = focus?.kind === 'card' ? shared.record('cards', focus.cardId) : focus;
    if (at === undefined || !('laneId' in at) || !('stepId' in at)) return undefined;
    const { laneId, stepId } = at;
    const lane = laneId === undefined ? undefined : shared.record('lanes', laneId);
    if (lane === undefined || stepId === undefined || lanesWithoutCards.has(lane.kind)) return undefined;
    return { laneId: lane.id, stepId };
  }

  function deleteCards(cardIds: readonly CardId[]): void {
    if (cardIds.length === 0) return;
    const { focus } = store.getState();
    const first = cardIds[0] === undefined ? undefined : shared.record('cards', cardIds[0]);
    if (run({ type: 'deleteCards', cardIds }) === undefined) return;
    store.select([]);
    if (focus?.kind !== 'card' && first?.laneId !== undefined && first.stepId !== undefined)
      store.setFocus(focusInCell(map(), first.laneId, first.stepId, 0));
    const text = i18n._(msg`${plural(cardIds.length, { one: '# card deleted', other: '# cards deleted' })}`);
    say(text);
    tellDone(text, shared, undo);
  }

  function undo(): void {
    const before = map();
    const undone = shared.undo();
    afterHistory(
      before,
      undone.changed,
      undone.left.length,
      i18n._(msg`Undone`),
      i18n._(msg`Nothing to undo`),
    );
  }

  function redo(): void {
    const before = map();
    const redone = shared.redo();
    afterHistory(
      before,
      redone.changed,
      redone.left.length,
      i18n._(msg`Done again`),
      i18n._(msg`Nothing to redo`),
    );
  }

  function afterHistory(
    before: JourneyMap,
    changed: boolean,
    left: number,
    done: string,
    nothing: string,
  ): void {
    say(changed ? done : nothing);
    if (left > 0) tell(i18n._(msg`Somebody else has changed this since: it stays as it is.`));
    const { focus, selection, editing } = store.getState();
    // What one takes back oneself needs no message that it is gone.
    if (editing?.kind === 'card' && shared.record('cards', editing.cardId) === undefined)
      store.edit(undefined);
    if (focus !== undefined) store.setFocus(focusThatExists(map(), focus, before));
    store.select([...selection].filter((cardId) => shared.record('cards', cardId) !== undefined));
    store.keepKeyboard();
  }

  function deletePlace(focus: GridFocus): void {
    const kept = editedByOthers();
    const inHand = { editedByOthers: kept };
    switch (focus.kind) {
      case 'card':
        deleteCards(cardsInHand());
        return;
      case 'cell':
        deleteCards([...store.getState().selection]);
        return;
      case 'step':
        deleted(run({ type: 'deleteSteps', stepIds: [focus.stepId], ...inHand }), i18n._(msg`Step deleted`));
        return;
      case 'stage':
        deleted(
          run({ type: 'deleteStages', stageIds: [focus.stageId], ...inHand }),
          i18n._(msg`Stage deleted`),
        );
        return;
      case 'lane':
        deleted(run({ type: 'deleteLanes', laneIds: [focus.laneId], ...inHand }), i18n._(msg`Lane deleted`));
        return;
    }
  }

  function deleted(result: readonly string[] | undefined, text: string): void {
    if (result === undefined) return;
    say(text);
    tellDone(text, shared, undo);
  }

  const tracks = trackActions({
    run,
    say,
    store,
    i18n,
    map,
    writeTitleOfNew: (command, placeOf) => writing.writeTitleOfNew(command, placeOf),
  });
  const { editTitle } = tracks;
  const writing = writingActions({
    shared,
    store,
    run,
    map,
    rename: (place, title) => tracks.rename(place, title),
  });

  return {
    run,
    undo,
    redo,
    cardsInHand,
    cellInHand,
    focusCard,
    deleteCards,
    deletePlace,
    ...tracks,
    ...writing,

    /** What an empty map still lacks of one stage, one step and one lane. */
    begin(stageTitle: string, stepTitle: string, laneTitle: string): void {
      const commands: Command[] = [];
      const stage = map().stages[0];
      const steps = map().steps.length === 0 ? [{ title: stepTitle }] : [];
      if (stage === undefined)
        commands.push({ type: 'insertStages', stages: [{ title: stageTitle, steps }] });
      else if (steps.length > 0) commands.push({ type: 'insertSteps', stageId: stage.id, steps });
      if (map().lanes.length === 0)
        commands.push({ type: 'insertLanes', lanes: [{ kind: 'customerActions', title: laneTitle }] });
      run({ type: 'together', commands });
      const step = map().steps[0];
      if (step !== undefined) store.setFocus({ kind: 'step', stepId: step.id });
      store.keepKeyboard();
    },

    /** A card below one that was just written. */
    addCardAfter(cardId: CardId): void {
      const card = shared.record('cards', cardId);
      if (card?.laneId === undefined || card.stepId === undefined) return;
      const cell = indexMap(map()).cardsInCell(card.laneId, card.stepId);
      writing.addCard(card.laneId, card.stepId, cell[cell.indexOf(card) + 1]?.id);
    },

    /** On a card that is there, or on a new one that says what the picture shows. */
    addPicture(picture: PreparedPicture, alt: string, to: PictureTarget): void {
      const { bytes: _, ...record } = picture;
      const known = shared.record('pictures', picture.hash);
      const put: Command = {
        type: 'put',
        collection: 'pictures',
        record: { ...record, alt: known?.alt ?? alt },
      };
      const onCard: Command =
        'cardId' in to
          ? { type: 'setFields', collection: 'cards', ids: [to.cardId], fields: { pictureId: picture.hash } }
          : { type: 'insertCards', cards: [{ text: alt, pictureId: picture.hash }], to };
      if (run({ type: 'together', commands: [put, onCard] }) === undefined) return;
      say(i18n._(msg`Picture added`));
    },

    describePicture(hash: string, alt: string): void {
      const known = shared.record('pictures', hash);
      if (known !== undefined) run({ type: 'put', collection: 'pictures', record: { ...known, alt } });
    },

    /** The card stays. */
    removePicture(cardId: CardId): void {
      run({ type: 'setFields', collection: 'cards', ids: [cardId], fields: { pictureId: undefined } });
    },

    /** A card of the nearest lane of pain points at a step. */
    addPain(stepId: StepId): void {
      const lane = map().lanes.find((one) => one.kind === 'painPoints');
      if (lane === undefined)
        tell(i18n._(msg`This map has no lane of pain points yet. Add one at the left edge.`));
      else writing.addCard(lane.id, stepId);
    },

    editCard(cardId: CardId): void {
      store.setFocus({ kind: 'card', cardId });
      store.edit({ kind: 'card', cardId });
    },

    /** Opens the editor of a place: a card's or title's text, or a new card in an empty cell. */
    editPlace(focus: GridFocus): void {
      if (focus.kind === 'card') {
        store.edit({ kind: 'card', cardId: focus.cardId });
      } else if (focus.kind === 'cell') writing.addCard(focus.laneId, focus.stepId);
      else editTitle(focus);
    },

    duplicate(): void {
      const cardIds = cardsInHand();
      if (cardIds.length === 0) return tracks.duplicateTrack();
      const created = run({ type: 'duplicateCards', cardIds }) as readonly CardId[] | undefined;
      const first = created?.[0];
      if (created === undefined || first === undefined) return;
      store.setFocus({ kind: 'card', cardId: first });
      store.select(created);
      say(i18n._(msg`${plural(created.length, { one: '# card duplicated', other: '# cards duplicated' })}`));
    },

    colour(colour: CardColour | undefined): void {
      run({ type: 'setFields', collection: 'cards', ids: cardsInHand(), fields: { colour } });
    },

    setCard(cardId: CardId, fields: Partial<Pick<Card, 'painPoint' | 'opportunity' | 'touchpoint'>>): void {
      run({ type: 'setFields', collection: 'cards', ids: [cardId], fields });
    },

    /** They go into the first lane for such cards, at their step. */
    convert(to: 'painPoint' | 'opportunity' | 'note'): void {
      run({ type: 'convertCards', cardIds: cardsInHand(), to });
    },

    /** Takes the cards in hand out of the grid; the tray keeps them. */
    toTray(): void {
      const cardIds = cardsInHand();
      if (cardIds.length === 0) {
        tell(i18n._(msg`Select the cards first that shall go to the tray.`));
        return;
      }
      if (run({ type: 'moveCards', cardIds, to: { tray: true } }) === undefined) return;
      tellDone(
        i18n._(msg`${plural(cardIds.length, { one: '# card in the tray', other: '# cards in the tray' })}`),
        shared,
        undo,
      );
    },

    /** Into the cell that has the keyboard. */
    placeFromTray(cardId: CardId): void {
      const cell = cellInHand();
      if (cell === undefined) tell(i18n._(msg`Select the cell first that the card shall go to.`));
      else if (run({ type: 'moveCards', cardIds: [cardId], to: cell }) !== undefined) focusCard(cardId);
    },

    setConnector(
      connectorId: ConnectorId,
      fields: Partial<Pick<Connector, 'kind' | 'heads' | 'label'>>,
    ): void {
      run({ type: 'setFields', collection: 'connectors', ids: [connectorId], fields });
    },

    setSpan(cardId: CardId, span: number): void {
      run({ type: 'setFields', collection: 'cards', ids: [cardId], fields: { span: Math.max(1, span) } });
    },

    /** Sets a marker of a kind on the card or step, or takes it away. */
    toggleMarker(kind: MarkerKind, on: { readonly cardId: CardId } | { readonly stepId: StepId }): void {
      const here = map().markers.find(
        (marker) =>
          marker.kind === kind &&
          ('cardId' in on ? marker.cardId === on.cardId : marker.stepId === on.stepId),
      );
      if (here === undefined) run({ type: 'put', collection: 'markers', record: { ...on, kind } });
      else run({ type: 'delete', collection: 'markers', ids: [here.id] });
    },

    connect(fromCardId: CardId, toCardId: CardId): void {
      if (fromCardId === toCardId) return;
      const known = map().connectors.find(
        (one) => one.fromCardId === fromCardId && one.toCardId === toCardId,
      );
      if (known !== undefined) return store.setState({ selectedConnector: known.id });
      run({ type: 'put', collection: 'connectors', record: { fromCardId, toCardId } });
      say(i18n._(msg`Connected`));
    },

    deleteConnector(connectorId: ConnectorId): void {
      store.setState({ selectedConnector: undefined });
      deleted(
        run({ type: 'delete', collection: 'connectors', ids: [connectorId] }),
        i18n._(msg`Connector deleted`),
      );
    },

    dropCards(cardIds: readonly CardId[], anchorId: CardId, drop: CardDrop): void {
      const commands = dropCardsCommands(layout(), cardIds, anchorId, drop);
      if (commands.length === 0) return;
      const laneIds = commands.flatMap(({ to }) => ('laneId' in to ? [to.laneId] : []));
      if (run({ type: 'together', commands: [...commands, ...writing.openingOf(laneIds)] }) === undefined)
        return;
      store.setFocus({ kind: 'card', cardId: anchorId });
      const at = shared.record('cards', anchorId);
      if (drop.kind === 'loose' || at?.laneId === undefined || at.stepId === undefined)
        say(i18n._(msg`Put beside the grid`));
      else {
        const lane = shared.record('lanes', at.laneId)?.title ?? '';
        const step = shared.record('steps', at.stepId)?.title ?? '';
        say(i18n._(msg`Moved to ${lane}, ${step}`));
      }
    },

    /** A point on the curve of a persona, else of the first; a map without personas gets one. */
    addEmotion(laneId: LaneId, stepId: StepId, value: number, ofPersona?: PersonaId): void {
      const persona = map().personas.find(({ id }) => id === ofPersona) ?? map().personas[0];
      const personaId = persona?.id ?? newId('persona', Math.random);
      if (persona === undefined)
        run({
          type: 'together',
          commands: [
            { type: 'put', collection: 'personas', record: { id: personaId, name: i18n._(msg`Customer`) } },
            { type: 'put', collection: 'emotions', record: { laneId, personaId, stepId, value } },
          ],
        });
      else run({ type: 'setEmotion', laneId, personaId, stepId, value });
      store.setFocus({ kind: 'cell', laneId, stepId });
    },

    setEmotion({ laneId, personaId, stepId, value }: EmotionMove): void {
      run({ type: 'setEmotion', laneId, personaId, stepId, value });
    },

    removeEmotion(laneId: LaneId, personaId: PersonaId, stepId: StepId): void {
      deleted(run({ type: 'setEmotion', laneId, personaId, stepId }), i18n._(msg`Emotion removed`));
    },

    moveKeyboard(direction: Direction): void {
      const { focus } = store.getState();
      if (focus === undefined) return;
      const next = moveFocus(map(), focus, direction);
      store.setFocus(next);
      store.select(next.kind === 'card' ? [next.cardId] : []);
    },

    sayPickedUp(): void {
      say(i18n._(msg`Picked up. Arrow keys choose the place, Space puts down, Escape puts back.`));
    },

    sayPutBack(): void {
      say(i18n._(msg`Put back`));
    },

    /** Where what the keyboard carries would go now. */
    sayTarget(carrying: Carrying): void {
      if (carrying.target === undefined) return;
      if (carrying.kind === 'cards') {
        if (carrying.target.kind === 'loose') return;
        const { place } = carrying.target;
        const lane = shared.record('lanes', place.laneId)?.title ?? '';
        const step = shared.record('steps', place.stepId)?.title ?? '';
        say(i18n._(msg`${lane}, ${step}`));
        return;
      }
      const { before: beforeId } = carrying.target;
      const before = [...map().steps, ...map().stages, ...map().lanes].find((one) => one.id === beforeId);
      say(before === undefined ? i18n._(msg`At the end`) : i18n._(msg`Before ${before.title}`));
    },
  };
}
