import { useState } from 'react';
import { readNumber } from '../design/readNumber.ts';
import styles from './MetricsTable.module.css';

export interface NumberCellProps {
  readonly label: string;
  /** What a reader must know before trusting it; '' for nothing. */
  readonly caution: string;
  readonly value: number | undefined;
  /** Within what the metric can be. */
  readonly fits: (value: number) => boolean;
  readonly readOnly: boolean;
  readonly cell: string;
  readonly onWrite: (value: number | undefined) => void;
  readonly onPaste: (text: string) => void;
  readonly onMove: (down: number, right: number) => void;
  readonly onUndo: (again: boolean) => void;
}

/** One number. Enter and arrow keys go on, Escape takes back what was typed. */
export function NumberCell({
  label,
  caution,
  value,
  fits,
  readOnly,
  cell,
  onWrite,
  onPaste,
  onMove,
  onUndo,
}: NumberCellProps) {
  const [draft, setDraft] = useState<string>();
  const read = draft === undefined ? undefined : readNumber(draft);
  const isWrong = read === 'unreadable' || (read !== undefined && !fits(read));
  const finish = () => {
    if (draft !== undefined && read !== 'unreadable' && !isWrong) onWrite(read);
    setDraft(undefined);
  };
  return (
    <input
      data-cell={cell}
      className={styles['cell']}
      aria-label={label}
      aria-description={caution === '' ? undefined : caution}
      aria-invalid={isWrong}
      inputMode="decimal"
      readOnly={readOnly}
      value={draft ?? (value === undefined ? '' : String(value))}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain');
        if (!/[\t\n]/.test(text.trim()) || readOnly) return;
        event.preventDefault();
        onPaste(text);
      }}
      onKeyDown={(event) => {
        const undoes = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
        // While something is typed, undoing is the field's own.
        if (undoes && draft === undefined) onUndo(event.shiftKey);
        else if (event.key === 'Escape') setDraft(undefined);
        else if (event.key === 'Enter' || event.key === 'ArrowDown') onMove(1, 0);
        else if (event.key === 'ArrowUp') onMove(-1, 0);
        else return;
        event.preventDefault();
      }}
    />
  );
}
