import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { TextBlock } from '../../model/layout/mapLayout.ts';
import { useCanvas } from './canvasContext.ts';
import type { GridFocus } from './gridFocus.ts';
import styles from './TitleEditor.module.css';

export interface TitleEditorProps {
  readonly place: Extract<GridFocus, { kind: 'stage' | 'step' | 'lane' }>;
  readonly block: TextBlock;
  /** Of what the title stands on. */
  readonly width: number;
}

/** Writes the title of a stage, step or lane where it stands. Enter and leaving keep it, Escape does not. */
export function TitleEditor({ place, block, width }: TitleEditorProps) {
  const { t } = useLingui();
  const canvas = useCanvas();
  const before = '';
  const [draft, setDraft] = useState(before);
  const names = { stage: t`Title of the stage`, step: t`Title of the step`, lane: t`Title of the lane` };
  const finish = (keep: boolean) => {
    const state = canvas.store.getState();
    if (state.editing === undefined) return;
    state.edit(undefined);
    if (keep && draft !== before) void 0;
  };
  return (
    <textarea
      className={styles['editor']}
      aria-label={names[place.kind]}
      value={draft}
      maxLength={1000}
      rows={Math.max(1, block.lines.length)}
      style={{
        left: block.x - 3,
        top: block.y - 2,
        width: width - block.x - 2,
        fontSize: block.style.size,
        fontWeight: block.style.weight,
        lineHeight: `${block.style.lineHeight}px`,
      }}
      ref={(field) => {
        if (field === null || field === document.activeElement) return;
        field.focus({ preventScroll: true });
        field.select();
      }}
      onChange={(event) => setDraft(event.currentTarget.value.replaceAll('\n', ' '))}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') finish(true);
        else if (event.key === 'Escape') finish(false);
        else return;
        event.preventDefault();
        canvas.keepKeyboard();
      }}
    />
  );
}
