import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { IconButton } from '../design/parts/IconButton.tsx';
import styles from './PasteProblems.module.css';

/** A cell of a pasted table that was not taken; row and column count from 1 in the pasted text. */
export interface PasteProblem {
  readonly row: number;
  readonly column: number;
  /** Step and metric where it would have gone. */
  readonly place: string;
  readonly found: string;
  readonly reason: 'notANumber' | 'outOfRange';
}

const mostShown = 8;

/** What of a paste was left out, cell by cell. The numbers before stay. */
export function PasteProblems({
  cells,
  onClose,
}: {
  readonly cells: readonly PasteProblem[];
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  return (
    <section className={styles['problems']} role="alert">
      <p className={styles['title']}>
        <Plural
          value={cells.length}
          one="# cell cannot be read; its number is left out."
          other="# cells cannot be read; their numbers are left out."
        />
      </p>
      <IconButton size="small" label={t`Close`} icon={<X />} onClick={onClose} />
      <ul>
        {cells.slice(0, mostShown).map(({ row, column, place, found, reason }) => (
          <li key={`${row} ${column}`}>
            <Trans>
              Row {row}, column {column}:
            </Trans>{' '}
            {reason === 'notANumber'
              ? t`expected a number for “${place}”, found “${found}”`
              : t`${found} is outside of what “${place}” can be`}
          </li>
        ))}
      </ul>
    </section>
  );
}
