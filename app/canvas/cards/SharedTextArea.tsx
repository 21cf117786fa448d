import { useLingui } from '@lingui/react/macro';
import { type CSSProperties, useEffect, useRef } from 'react';
import type { CardId } from '../../../model/map/ids.ts';
import { leavesText } from '../../design/hasOwnKeys.ts';
import { tell, tellProblem } from '../../design/parts/toasts.ts';
import type { Canvas } from '../canvasContext.ts';
import { rebase, spliceBetween } from '../editing/composition.ts';

export interface SharedTextAreaProps {
  readonly canvas: Canvas;
  readonly cardId: CardId;
  readonly className: string | undefined;
  readonly style?: CSSProperties;
}

const mostCharacters = 50_000;

/**
 * Writes the text of one card into the shared text as it is typed. While an input method composes, nothing is written
 * and nothing of others is shown, so that the composition is never broken; both meet at its end.
 */
export function SharedTextArea({ canvas, cardId, className, style }: SharedTextAreaProps) {
  const { t } = useLingui();
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const area = field.current;
    const shared = canvas.shared.text('cards', cardId, 'text');
    if (area === null || shared === undefined) return undefined;
    let composing: { readonly before: string; moveCursor: (at: number) => number } | undefined;
    const show = (text: string, cursor: number) => {
      area.value = text;
      area.setSelectionRange(cursor, cursor);
    };
    const write = () => {
      if (composing === undefined) shared.change(area.value, area.selectionStart);
    };
    const begin = () => {
      composing = { before: area.value, moveCursor: (at) => at };
    };
    const finish = () => {
      if (composing === undefined) return;
      const { before, moveCursor } = composing;
      composing = undefined;
      const { text, cursor } = rebase(
        spliceBetween(before, area.value, area.selectionStart),
        shared.text(),
        moveCursor,
      );
      shared.change(text, cursor);
      show(text, cursor);
    };
    const leave = () => {
      const { editing } = canvas.store.getState();
      if (editing?.kind !== 'card' || editing.cardId !== cardId) return;
      const words = area.value;
      // A new card that stayed empty goes with the end of its writing.
      const card = canvas.shared.record('cards', cardId);
      canvas.actions.finishEditing();
      canvas.store.select([]);
      if (card === undefined)
        tellProblem(t`Somebody else has deleted the card you were writing on. It said: “${words}”`);
      else if (card.laneId === undefined && card.position === undefined)
        tell(
          t`Somebody else has deleted the place of the card you were writing on. The card is in the tray.`,
        );
    };
    const stop = shared.onChange((text, moveCursor) => {
      if (composing === undefined) {
        show(text, moveCursor(area.selectionStart));
        return;
      }
      const earlier = composing.moveCursor;
      composing.moveCursor = (at) => moveCursor(earlier(at));
    });
    show(shared.text(), shared.text().length);
    area.focus({ preventScroll: true });
    area.addEventListener('input', write);
    area.addEventListener('compositionstart', begin);
    area.addEventListener('compositionend', finish);
    return () => {
      finish();
      // A field that goes away with its card, or out of sight, ends the writing: keys are commands again.
      queueMicrotask(() => area.isConnected || leave());
      stop();
      area.removeEventListener('input', write);
      area.removeEventListener('compositionstart', begin);
      area.removeEventListener('compositionend', finish);
    };
  }, [canvas, cardId, t]);

  const { actions, store } = canvas;
  return (
    <textarea
      ref={field}
      className={className}
      aria-label={t`Text of the card`}
      maxLength={mostCharacters}
      spellCheck={false}
      style={style}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain').length;
        const room = mostCharacters - event.currentTarget.value.length;
        if (pasted > room)
          tellProblem(
            t`A card holds ${mostCharacters} characters. The pasted text has ${pasted}; the first ${room} were taken.`,
          );
      }}
      onBlur={() => actions.finishEditing()}
      onKeyDown={(event) => {
        if (leavesText(event)) return;
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        const command = event.ctrlKey || event.metaKey;
        if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey && !command)) {
          actions.finishEditing();
          store.keepKeyboard();
        } else if (event.key === 'Enter' && command) {
          actions.finishEditing();
          actions.addCardAfter(cardId);
        } else if (event.key === 'Tab') {
          actions.finishEditing();
          actions.moveKeyboard(event.shiftKey ? 'left' : 'right');
        } else if (command && event.key.toLowerCase() === 'z') {
          if (event.shiftKey) actions.redo();
          else actions.undo();
        } else if (command && event.key.toLowerCase() === 'y') actions.redo();
        else return;
        event.preventDefault();
      }}
    />
  );
}
