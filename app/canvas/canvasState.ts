import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { CardId, LaneId, PersonaId, StepId } from '../../model/map/ids.ts';
import { type GridFocus, sameFocus } from './gridFocus.ts';

/** What a press on empty canvas does. */
export type Tool =
  | 'select'
  | 'hand'
  | 'card'
  | 'note'
  | 'emotion'
  | 'pain'
  | 'marker'
  | 'connector'
  | 'image';

/** The text that is being written in place. */
export type Editing =
  | { readonly kind: 'card'; readonly cardId: CardId; readonly startWith?: string }
  | { readonly kind: 'title'; readonly focus: Extract<GridFocus, { kind: 'stage' | 'step' | 'lane' }> };

/** A point of the emotion curve. */
export interface EmotionPlace {
  readonly laneId: LaneId;
  readonly personaId: PersonaId;
  readonly stepId: StepId;
}

/** State of one canvas on this screen: never shared, never stored. */
export interface CanvasState {
  readonly tool: Tool;
  readonly selection: ReadonlySet<CardId>;
  readonly focus: GridFocus | undefined;
  readonly editing: Editing | undefined;
  /** Said once by screen readers. */
  readonly announcement: string;

  setTool(tool: Tool): void;
  select(cardIds: Iterable<CardId>): void;
  toggleSelected(cardId: CardId): void;
  setFocus(focus: GridFocus | undefined): void;
  edit(editing: Editing | undefined): void;
  announce(text: string): void;
}

export type CanvasStore = UseBoundStore<StoreApi<CanvasState>>;

export function createCanvasStore(): CanvasStore {
  return create<CanvasState>()((set) => ({
    tool: 'select',
    selection: new Set<CardId>(),
    focus: undefined,
    editing: undefined,
    announcement: '',
    setTool: (tool) => set({ tool }),
    select: (cardIds) => set({ selection: new Set(cardIds) }),
    toggleSelected: (cardId) =>
      set(({ selection }) => {
        const next = new Set(selection);
        if (!next.delete(cardId)) next.add(cardId);
        return { selection: next };
      }),
    setFocus: (focus) => set((state) => (sameFocus(state.focus, focus) ? state : { focus })),
    edit: (editing) => set({ editing }),
    announce: (announcement) => set({ announcement }),
  }));
}
