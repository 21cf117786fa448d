import { useEffect } from 'react';
import type { Canvas } from '../canvasContext.ts';
import type { Editing } from '../canvasState.ts';
import type { PresenceState } from '../../session/presence.ts';
import type { ViewportSource } from '../viewport.ts';

/** Shows the others where my pointer is, what I have selected and what I am writing. */
export function useShownPresence(
  canvas: Canvas,
  viewport: ViewportSource,
  root: () => HTMLElement | null,
): void {
  useEffect(() => {
    const element = root();
    const { store, presence } = canvas;
    const stop = store.subscribe((state, before) => {
      if (state.selection !== before.selection)
        presence.show({ selection: [...state.selection].slice(0, 200) });
      if (state.editing !== before.editing) presence.show({ editing: editingOf(state.editing) });
    });
    const onMove = (event: PointerEvent) => {
      const at = viewport.toMap({ x: event.clientX, y: event.clientY });
      presence.show({ cursor: { x: Math.round(at.x), y: Math.round(at.y) } });
    };
    const onLeave = () => presence.show({ cursor: undefined });
    element?.addEventListener('pointermove', onMove);
    element?.addEventListener('pointerleave', onLeave);
    return () => {
      stop();
      element?.removeEventListener('pointermove', onMove);
      element?.removeEventListener('pointerleave', onLeave);
      presence.show({ cursor: undefined, selection: undefined, editing: undefined });
    };
  }, [canvas, viewport, root]);
}

function editingOf(editing: Editing | undefined): PresenceState['editing'] {
  if (editing === undefined) return undefined;
  if (editing.kind === 'card') return { owner: 'cards', id: editing.cardId, field: 'text' };
  const { focus } = editing;
  switch (focus.kind) {
    case 'stage':
      return { owner: 'stages', id: focus.stageId, field: 'title' };
    case 'step':
      return { owner: 'steps', id: focus.stepId, field: 'title' };
    case 'lane':
      return { owner: 'lanes', id: focus.laneId, field: 'title' };
  }
}
