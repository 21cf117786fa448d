import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { laneKinds } from '../../model/map/lane.ts';
import { laneKindNames } from '../../model/text/laneNames.ts';
import type { Canvas } from '../canvas/canvasContext.ts';
import { useLanguage } from '../language/useLanguage.ts';
import type { EditorCommand } from './editorCommands.ts';
import type { View } from './ViewSwitch.tsx';

export interface EditorCommandsInput {
  readonly canvas: Canvas;
  readonly setView: (view: View) => void;
  /** Leaves a page for the canvas. */
  readonly toCanvas: () => void;
  readonly present: () => void;
  readonly replace: () => void;
  readonly showShortcuts: () => void;
}

/** What the palette offers, by the words people would look for. */
export function useEditorCommands({
  canvas,
  setView,
  toCanvas,
  present,
  replace,
  showShortcuts,
}: EditorCommandsInput): readonly EditorCommand[] {
  const { t } = useLingui();
  const language = useLanguage();
  return useMemo(() => {
    const { actions, store, readOnly } = canvas;
    const looking: readonly EditorCommand[] = [
      { title: t`View: journey`, run: () => setView('journey') },
      { title: t`View: blueprint`, run: () => setView('blueprint') },
      { title: t`View: metrics`, run: () => setView('metrics') },
      { title: t`View: quality`, run: () => setView('quality') },
      { title: t`View: plans, on the whole screen`, run: () => setView('plans') },
      { title: t`View: outline`, run: () => setView('outline') },
      { title: t`View: compare`, run: () => setView('compare') },
      { title: t`See the whole map`, shortcut: 'Shift+1', run: () => store.look('map') },
      { title: t`See it at 100 %`, shortcut: 'Shift+0', run: () => store.look('full') },
      { title: t`See what is selected`, shortcut: 'Shift+2', run: () => store.look('selection') },
      { title: t`Present`, run: present },
      { title: t`Keys`, shortcut: '?', run: showShortcuts },
    ];
    if (readOnly) return looking;
    /** Titles are written on the canvas. */
    const onCanvas = (make: () => void): void => {
      toCanvas();
      make();
    };
    return [
      { title: t`Undo`, shortcut: 'Ctrl+Z', run: actions.undo },
      { title: t`Redo`, shortcut: 'Ctrl+Shift+Z', run: actions.redo },
      { title: t`Find and replace`, shortcut: 'Ctrl+H', run: replace },
      { title: t`Duplicate what is selected`, shortcut: 'Ctrl+D', run: () => actions.duplicate() },
      { title: t`Move what is selected to the tray`, run: () => actions.toTray() },
      { title: t`New stage at the end`, run: () => onCanvas(() => actions.insertStage(undefined)) },
      {
        title: t`New step at the end`,
        run: () => {
          const stage = canvas.map().stages.at(-1);
          if (stage !== undefined) onCanvas(() => actions.insertStep(stage.id, undefined));
        },
      },
      ...laneKinds.map((kind) => ({
        title: t`New lane: ${laneKindNames[kind][language]}`,
        run: () => onCanvas(() => actions.insertLane(kind, laneKindNames[kind][language], undefined)),
      })),
      ...looking,
    ];
  }, [canvas, setView, toCanvas, present, replace, showShortcuts, language, t]);
}
