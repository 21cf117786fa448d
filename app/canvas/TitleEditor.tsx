import { useLingui } from '@lingui/react/macro';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { TextBlock } from '../../model/layout/mapLayout.ts';
import { leavesText } from '../design/hasOwnKeys.ts';
import { useCanvas } from './canvasContext.ts';
import type { SharedMap } from '../../model/sharedMap/sharedMap.ts';
import type { TrackPlace } from './canvasState.ts';
import { sameFocus } from './gridFocus.ts';
import styles from './TitleEditor.module.css';

export interface TitleEditorProps {
  readonly place: TrackPlace;
  readonly block: TextBlock;
  /** Of what the title stands on. */
  readonly width: number;
}

/** Writes the title of a stage, step or lane where it stands. Enter and leaving keep it, Escape does not. */
export function TitleEditor({ place, block, width }: TitleEditorProps) {
  const { t } = useLingui();
  const canvas = useCanvas();
  // Somebody else may rename it meanwhile: only what was written here counts.
  const [before] = useState(() => titleOf(canvas.shared, place));
  const [draft, setDraft] = useState(before);
  const field = useRef<HTMLTextAreaElement>(null);
  const names = { stage: t`Title of the stage`, step: t`Title of the step`, lane: t`Title of the lane` };
  const finish = (keep: boolean) => {
    const { editing } = canvas.store.getState();
    if (editing?.kind !== 'title' || !sameFocus(editing.focus, place)) return;
    if (keep) canvas.actions.finishTitle(place, draft === before ? undefined : draft.trim());
    else canvas.actions.giveUpTitle();
  };
  useKeptOnLeaving(field, () => finish(true));
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
      ref={field}
      onChange={(event) => setDraft(event.currentTarget.value.replaceAll('\n', ' '))}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (leavesText(event)) return;
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') finish(true);
        else if (event.key === 'Escape') finish(false);
        else return;
        event.preventDefault();
        canvas.store.keepKeyboard();
      }}
    />
  );
}

/** A field that goes away (out of sight, into another view, with what it stood on) keeps what was written in it. */
function useKeptOnLeaving(field: RefObject<HTMLTextAreaElement | null>, keep: () => void): void {
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => {
    const area = field.current;
    area?.focus({ preventScroll: true });
    area?.select();
    return () =>
      queueMicrotask(() => {
        if (area?.isConnected === false) latest.current();
      });
  }, [field]);
}

function titleOf(shared: SharedMap, place: TitleEditorProps['place']): string {
  switch (place.kind) {
    case 'stage':
      return shared.record('stages', place.stageId)?.title ?? '';
    case 'step':
      return shared.record('steps', place.stepId)?.title ?? '';
    case 'lane':
      return shared.record('lanes', place.laneId)?.title ?? '';
  }
}
