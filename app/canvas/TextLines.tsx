import { memo } from 'react';
import type { TextBlock } from '../../model/layout/mapLayout.ts';
import { classNames } from '../design/classNames.ts';
import styles from './TextLines.module.css';

export interface TextLinesProps {
  readonly block: TextBlock;
  readonly className?: string | undefined;
  readonly spoken?: boolean;
}

/**
 * Draws a text in the lines that the layout broke: the screen never breaks a line itself, so that it shows the same
 * lines as a PDF. Hidden from screen readers unless `spoken`: what it stands on carries the whole text as its name.
 */
export const TextLines = memo(({ block, className, spoken = false }: TextLinesProps) => (
  <div
    aria-hidden={!spoken}
    className={classNames(styles['block'], className)}
    style={{
      left: block.x,
      top: block.y,
      fontSize: block.style.size,
      fontWeight: block.style.weight,
      lineHeight: `${block.style.lineHeight}px`,
    }}
  >
    {block.lines.map((line, i) => (
      // Lines have no identity of their own.
      // oxlint-disable-next-line react/no-array-index-key
      <div key={i}>{line.text}</div>
    ))}
  </div>
));
