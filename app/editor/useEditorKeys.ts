import { useEffect } from 'react';
import type { Tool } from '../canvas/canvasState.ts';
import { hasOwnKeys, overlays } from '../design/hasOwnKeys.ts';

export interface EditorKeys {
  /** Zoom and tools are those of a canvas; on a page their keys are the browser's. */
  readonly onCanvas: boolean;
  readonly onPalette: () => void;
  readonly onReplace: () => void;
  readonly onShortcuts: () => void;
  readonly onTool: (tool: Tool) => void;
  readonly onZoom: (to: 'map' | 'selection' | 'full' | 'in' | 'out') => void;
}

const tools: Readonly<Record<string, Tool>> = {
  v: 'select',
  h: 'hand',
  c: 'card',
  n: 'note',
  e: 'emotion',
  p: 'pain',
  m: 'marker',
  l: 'connector',
};

/** The keys of the editor, unless a text is being written or a dialog is open. */
export function useEditorKeys(keys: EditorKeys): void {
  const { onCanvas, onPalette, onReplace, onShortcuts, onTool, onZoom } = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      const zoom = zoomOf(event, command);
      // These two leave a text that is being written; it is kept.
      if (command && key === 'k') {
        if (document.querySelector(overlays) === null) onPalette();
      } else if (event.key === 'F6') nextRegion(event.shiftKey ? -1 : 1);
      else if (hasOwnKeys(event.target)) return;
      else if (command && !event.shiftKey && !event.altKey && key === 'h') onReplace();
      else if (onCanvas && zoom !== undefined) onZoom(zoom);
      else if (command || event.altKey) return;
      else if (event.key === '?') onShortcuts();
      else if (onCanvas && !event.shiftKey && tools[key] !== undefined) onTool(tools[key]);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onCanvas, onPalette, onReplace, onShortcuts, onTool, onZoom]);
}

type Zoom = Parameters<EditorKeys['onZoom']>[0];

const zoomByDigit: Readonly<Record<string, Zoom>> = { Digit1: 'map', Digit2: 'selection', Digit0: 'full' };
const zoomByCommand: Readonly<Record<string, Zoom>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'full' };

function zoomOf(event: KeyboardEvent, command: boolean): Zoom | undefined {
  if (event.altKey) return undefined;
  if (command) return zoomByCommand[event.key];
  return event.shiftKey ? zoomByDigit[event.code] : undefined;
}

/** Where the keyboard enters a part: its own place if it has one, else its first control. */
const entrances = [
  '[data-place][tabindex="0"]',
  '[aria-pressed="true"]',
  'button:not([tabindex="-1"]), a[href], input, [tabindex="0"]',
];

/** The parts of the screen in order: bar, tools, map, details. */
function nextRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) =>
    region.checkVisibility(),
  );
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(now + by + regions.length) % regions.length];
  const first = entrances
    .map((selector) => next?.querySelector<HTMLElement>(selector))
    .find((element) => element !== null && element !== undefined);
  (first ?? next)?.focus();
}
