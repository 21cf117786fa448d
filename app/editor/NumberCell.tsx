import { useId, useState } from 'react';
import { readNumber } from '../design/readNumber.ts';
import styles from './MetricsTable.module.css';

export interface NumberCellProps {
  readonly label: string;
  /** What a reader must know before trusting it; '' for nothing. */
  readonly caution: string;
  readonly value: number | undefined;
  /** Within what the metric can be. */
  readonly fits: (value: number) => boolean;
  /** The sentence that says what fits. */
  readonly expected: string;
  readonly readOnly: boolean;
  readonly cell: string;
  readonly onWrite: (value: number | undefined) => void;
  readonly onPaste: (text: string) => void;
  readonly onMove: (down: number, right: number) => void;
  readonly onUndo: (again: boolean) => void;
}

/** One number. Enter and arrow keys go on, Escape takes back what was typed. What does not fit stays, and is said, until it is corrected. */
export function NumberCell({
  label,
  caution,
  value,
  fits,
  expected,
  readOnly,
  cell,
  onWrite,
  onPaste,
  onMove,
  onUndo,
}: NumberCellProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  // While one is still typing, half a number is no mistake.
  const [isLeft, setLeft] = useState(false);
  const read = draft === undefined ? undefined : readNumber(draft);
  const isWrong = read === 'unreadable' || (read !== undefined && !fits(read));
  const isRefused = isWrong && isLeft;
  const finish = () => {
    setLeft(true);
    if (isWrong) return;
    if (draft !== undefined) onWrite(read);
    setDraft(undefined);
  };
  return (
    <>
      <input
        data-cell={cell}
        className={styles['cell']}
        aria-label={label}
        aria-description={caution === '' ? undefined : caution}
        aria-invalid={isWrong}
        aria-describedby={isRefused ? id : undefined}
        inputMode="decimal"
        readOnly={readOnly}
        value={draft ?? (value === undefined ? '' : String(value))}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setLeft(false);
        }}
        onBlur={finish}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          // A spreadsheet ends also a single cell with a line end; a tab in front is an empty cell.
          if (!/[\t\n]/.test(text.replace(/\r?\n$/, '')) || readOnly) return;
          event.preventDefault();
          onPaste(text);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
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
      {isRefused && (
        <p id={id} className={styles['expected']} role="alert">
          {expected}
        </p>
      )}
    </>
  );
}
