import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { Box, Point } from '../../model/layout/mapLayout.ts';
import type { CardPlace } from '../../model/layout/placeOnMap.ts';
import type { CardId, ConnectorId, LaneId, PersonaId, StageId, StepId } from '../../model/map/ids.ts';
import type { MarkerKind } from '../../model/map/marker.ts';
import type { Attempt } from '../../model/sharedMap/history.ts';
import { type GridFocus, sameFocus } from './gridFocus.ts';

/** What a press on the canvas does. */
export type Tool = 'select' | 'hand' | 'card' | 'note' | 'emotion' | 'pain' | 'marker' | 'connector';

/** The text that is being written in place. */
export type Editing =
  | { readonly kind: 'card'; readonly cardId: CardId; readonly begun?: Begun }
  | { readonly kind: 'title'; readonly focus: TrackPlace; readonly begun?: Begun };

/** The making of what is written for the first time. */
export interface Begun {
  readonly steps: Attempt;
  /** Where the keyboard was before. */
  readonly from: GridFocus | undefined;
}

/** A stage, step or lane: what has a title to write. */
export type TrackPlace = Extract<GridFocus, { kind: 'stage' | 'step' | 'lane' }>;

/** What is being carried, by pointer or by keyboard, and where it would go now. */
export type Carrying =
  | {
      readonly kind: 'cards';
      readonly cardIds: readonly CardId[];
      /** The one that was grabbed: the others keep their distance to it. */
      readonly anchorId: CardId;
      readonly target: CardDrop | undefined;
      readonly by: 'pointer' | 'keyboard';
    }
  | { readonly kind: 'step'; readonly stepId: StepId; readonly target: StepDrop | undefined }
  | {
      readonly kind: 'stage';
      readonly stageId: StageId;
      readonly target: { readonly before: StageId | undefined } | undefined;
    }
  | {
      readonly kind: 'lane';
      readonly laneId: LaneId;
      readonly target: { readonly before: LaneId | undefined } | undefined;
    };

/** Into a cell, or loose onto the canvas with the card's corner at a point. */
export type CardDrop =
  | { readonly kind: 'cell'; readonly place: CardPlace }
  | { readonly kind: 'loose'; readonly corner: Point };

export interface StepDrop {
  readonly stageId: StageId;
  readonly before: StepId | undefined;
}

/** A point of the emotion curve that is being moved, and the value it would get. */
export interface EmotionMove {
  readonly laneId: LaneId;
  readonly personaId: PersonaId;
  readonly stepId: StepId;
  readonly value: number;
}

/** An arrow that is being drawn from a card to where the pointer is. */
export interface DrawnConnector {
  readonly fromCardId: CardId;
  readonly to: Point;
  readonly overCardId: CardId | undefined;
}

/** An edge that is being pulled: of a card over several steps, a column or a row; and how long that would become. */
export interface PulledEdge {
  readonly kind: 'span' | 'column' | 'row';
  readonly id: string;
  readonly length: number;
}

/** A wish to look somewhere; a new object each time. */
export interface ViewCall {
  readonly to: 'map' | 'selection' | 'full' | 'in' | 'out' | 'focus';
}

/** State of one canvas on this screen: never stored; others see selection, focus and editing of it as presence. */
export interface CanvasState {
  readonly tool: Tool;
  readonly selection: ReadonlySet<CardId>;
  readonly selectedConnector: ConnectorId | undefined;
  /** The connector whose label is being written. */
  readonly labelled: ConnectorId | undefined;
  readonly focus: GridFocus | undefined;
  readonly editing: Editing | undefined;
  readonly carrying: Carrying | undefined;
  /** How far the pointer has carried the cards, in map units. */
  readonly carriedBy: Point;
  readonly marquee: Box | undefined;
  readonly emotionMove: EmotionMove | undefined;
  readonly drawnConnector: DrawnConnector | undefined;
  /** The edge of a card, column or row that is being pulled, and where it is now. */
  readonly pulledEdge: PulledEdge | undefined;
  /** Which marker the marker tool sets. */
  readonly markerKind: MarkerKind;
  readonly viewCall: ViewCall | undefined;
  /** Counts the calls to give the keyboard back to the focused place. */
  readonly keyboardCalls: number;
  /** Said once by screen readers. */
  readonly announcement: string;
}

export interface CanvasStore extends UseBoundStore<StoreApi<CanvasState>> {
  readonly setTool: (tool: Tool) => void;
  readonly select: (cardIds: Iterable<CardId>) => void;
  readonly toggleSelected: (cardId: CardId) => void;
  readonly setFocus: (focus: GridFocus | undefined) => void;
  readonly edit: (editing: Editing | undefined) => void;
  readonly look: (to: ViewCall['to']) => void;
  /** Selects a place and brings it into sight, with the keyboard. */
  readonly goTo: (focus: GridFocus) => void;
  /** Gives the keyboard to the focused place, as after a change of the map, unless it is outside the canvas. */
  readonly keepKeyboard: () => void;
  readonly announce: (text: string) => void;
}

export function createCanvasStore(): CanvasStore {
  const store = create<CanvasState>()(() => ({
    tool: 'select',
    selection: new Set(),
    selectedConnector: undefined,
    labelled: undefined,
    focus: undefined,
    editing: undefined,
    carrying: undefined,
    carriedBy: { x: 0, y: 0 },
    marquee: undefined,
    emotionMove: undefined,
    drawnConnector: undefined,
    pulledEdge: undefined,
    markerKind: 'fail',
    viewCall: undefined,
    keyboardCalls: 0,
    announcement: '',
  }));
  const set = store.setState;
  return Object.assign(store, {
    setTool: (tool: Tool) => set({ tool }),
    select: (cardIds: Iterable<CardId>) => set({ selection: new Set(cardIds), selectedConnector: undefined }),
    toggleSelected: (cardId: CardId) =>
      set(({ selection }) => {
        const next = new Set(selection);
        if (!next.delete(cardId)) next.add(cardId);
        return { selection: next, selectedConnector: undefined };
      }),
    setFocus: (focus: GridFocus | undefined) =>
      set((state) => (sameFocus(state.focus, focus) ? state : { focus })),
    edit: (editing: Editing | undefined) => set({ editing }),
    look: (to: ViewCall['to']) => set({ viewCall: { to } }),
    goTo: (focus: GridFocus) => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      set(({ keyboardCalls }) => ({
        focus,
        selection: new Set(focus.kind === 'card' ? [focus.cardId] : []),
        viewCall: { to: 'focus' },
        keyboardCalls: keyboardCalls + 1,
      }));
    },
    keepKeyboard: () => set(({ keyboardCalls }) => ({ keyboardCalls: keyboardCalls + 1 })),
    announce: (announcement: string) => set({ announcement }),
  });
}
