import { useEffect } from 'react';
import { layoutSizes } from '../../../model/layout/layoutSizes.ts';
import type { TextBlock } from '../../../model/layout/mapLayout.ts';
import type { CardId } from '../../../model/map/ids.ts';
import { useCanvas } from '../canvasContext.ts';
import { useViewport } from '../reactFlow/FlowShell.tsx';
import { reveal } from '../reveal.ts';
import styles from './CardTextEditor.module.css';
import { SharedTextArea } from './SharedTextArea.tsx';

export interface CardTextEditorProps {
  readonly cardId: CardId;
  readonly block: TextBlock;
  readonly width: number;
}

/** Writes the text of a card where it stands. */
export function CardTextEditor({ cardId, block, width }: CardTextEditorProps) {
  const canvas = useCanvas();
  const viewport = useViewport();
  const lines = block.lines.length;
  // A card that grows under the words stays in sight.
  useEffect(() => {
    if (lines > 1) reveal(canvas, viewport, { kind: 'card', cardId });
  }, [canvas, viewport, cardId, lines]);
  return (
    <SharedTextArea
      canvas={canvas}
      cardId={cardId}
      className={styles['editor']}
      style={{
        left: block.x,
        top: block.y,
        width: width - block.x - layoutSizes.cardPaddingX + 1,
        minHeight: Math.max(1, lines) * block.style.lineHeight,
        fontSize: block.style.size,
        lineHeight: `${block.style.lineHeight}px`,
      }}
    />
  );
}
