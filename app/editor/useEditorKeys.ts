import { useEffect } from 'react';
import type { Tool } from '../canvas/canvasState.ts';
import { textFields } from '../design/textFields.ts';

export interface EditorKeys {
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

/** The keys that work everywhere in the editor, unless a text is being written or a dialog is open. */
export function useEditorKeys({ onPalette, onReplace, onShortcuts, onTool, onZoom }: EditorKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (command && key === 'k') onPalette();
      else if (event.key === 'F6') nextRegion(event.shiftKey ? -1 : 1);
      else if (isBusy(event)) return;
      else if (command && !event.shiftKey && !event.altKey && key === 'h') onReplace();
      else if (command && (key === '+' || key === '=')) onZoom('in');
      else if (command && key === '-') onZoom('out');
      else if (command || event.altKey) return;
      else if (event.key === '?') onShortcuts();
      else if (event.shiftKey && event.code === 'Digit1') onZoom('map');
      else if (event.shiftKey && event.code === 'Digit2') onZoom('selection');
      else if (event.shiftKey && event.code === 'Digit0') onZoom('full');
      else if (!event.shiftKey && tools[key] !== undefined) onTool(tools[key]);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onPalette, onReplace, onShortcuts, onTool, onZoom]);
}

const isBusy = (event: KeyboardEvent): boolean =>
  event.isComposing ||
  (event.target instanceof Element &&
    event.target.closest(`${textFields}, [role="dialog"], [role="menu"]`) !== null);

/** Where the keyboard enters a part: its own place if it has one, else its first control. */
const entrances = [
  '[data-place][tabindex="0"]',
  '[aria-pressed="true"]',
  'button:not([tabindex="-1"]), a[href], input, [tabindex="0"]',
];

/** The parts of the screen in order: bar, tools, map, details. */
function nextRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(now + by + regions.length) % regions.length];
  const first = entrances
    .map((selector) => next?.querySelector<HTMLElement>(selector))
    .find((element) => element !== null && element !== undefined);
  (first ?? next)?.focus();
}
