import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { TextBlock } from '../../../model/layout/mapLayout.ts';
import type { CardId } from '../../../model/map/ids.ts';
import { layoutSizes } from '../../../model/layout/layoutSizes.ts';
import { tellProblem } from '../../design/parts/toasts.ts';
import { useCanvas } from '../canvasContext.ts';
import { rebase, spliceBetween } from '../editing/composition.ts';
import styles from './CardTextEditor.module.css';

export interface CardTextEditorProps {
  readonly cardId: CardId;
  readonly block: TextBlock;
  readonly width: number;
}

const mostCharacters = 50_000;

/**
 * Writes the text of one card where it stands, into the shared text as it is typed. While an input method composes,
 * nothing is written and nothing of others is shown, so that the composition is never broken; both meet at its end.
 */
export function CardTextEditor({ cardId, block, width }: CardTextEditorProps) {
  const { t } = useLingui();
  const canvas = useCanvas();
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
      stop();
      area.removeEventListener('input', write);
      area.removeEventListener('compositionstart', begin);
      area.removeEventListener('compositionend', finish);
    };
  }, [canvas, cardId]);

  return (
    <textarea
      ref={field}
      className={styles['editor']}
      aria-label={t`Text of the card`}
      maxLength={mostCharacters}
      spellCheck={false}
      style={{
        left: block.x,
        top: block.y,
        width: width - block.x - layoutSizes.cardPaddingX + 1,
        minHeight: Math.max(1, block.lines.length) * block.style.lineHeight,
        fontSize: block.style.size,
        lineHeight: `${block.style.lineHeight}px`,
      }}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain').length;
        const room = mostCharacters - event.currentTarget.value.length;
        if (pasted > room)
          tellProblem(
            t`A card holds ${mostCharacters} characters. The pasted text has ${pasted}; the first ${room} were taken.`,
          );
      }}
      onBlur={() => canvas.actions.finishEditing()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        const command = event.ctrlKey || event.metaKey;
        if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey && !command)) {
          canvas.actions.finishEditing();
          canvas.store.keepKeyboard();
        } else if (event.key === 'Enter' && command) {
          canvas.actions.finishEditing();
          canvas.actions.addCardAfter(cardId);
        } else if (event.key === 'Tab') {
          canvas.actions.finishEditing();
          canvas.actions.moveKeyboard(event.shiftKey ? 'left' : 'right');
        } else if (command && event.key.toLowerCase() === 'z') {
          if (event.shiftKey) canvas.actions.redo();
          else canvas.actions.undo();
        } else if (command && event.key.toLowerCase() === 'y') canvas.actions.redo();
        else return;
        event.preventDefault();
      }}
    />
  );
}
