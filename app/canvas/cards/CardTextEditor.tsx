import { layoutSizes } from '../../../model/layout/layoutSizes.ts';
import type { TextBlock } from '../../../model/layout/mapLayout.ts';
import type { CardId } from '../../../model/map/ids.ts';
import { useCanvas } from '../canvasContext.ts';
import styles from './CardTextEditor.module.css';
import { SharedTextArea } from './SharedTextArea.tsx';

export interface CardTextEditorProps {
  readonly cardId: CardId;
  readonly block: TextBlock;
  readonly width: number;
}

/** Writes the text of a card where it stands. */
export const CardTextEditor = ({ cardId, block, width }: CardTextEditorProps) => (
  <SharedTextArea
    canvas={useCanvas()}
    cardId={cardId}
    className={styles['editor']}
    style={{
      left: block.x,
      top: block.y,
      width: width - block.x - layoutSizes.cardPaddingX + 1,
      minHeight: Math.max(1, block.lines.length) * block.style.lineHeight,
      fontSize: block.style.size,
      lineHeight: `${block.style.lineHeight}px`,
    }}
  />
);
