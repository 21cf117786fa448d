import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '../design/parts/Button.tsx';
import { TextField } from '../design/parts/Field.tsx';
import styles from './Composer.module.css';

export interface ComposerProps {
  readonly label: string;
  readonly hiddenLabel?: boolean;
  /** Who can be mentioned. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** What stands there to begin with. */
  readonly text?: string;
  readonly autoFocus?: boolean;
  /** What stands there now; nothing once it is sent. */
  readonly onChange?: (text: string) => void;
  readonly onSend: (text: string) => void;
  readonly onCancel?: () => void;
}

const mostLetters = 5_000;

/** A place to write a comment. Ctrl+Enter sends it; an @ offers the names of those who are here or have written. */
export function Composer({
  label,
  hiddenLabel = false,
  people,
  text: initial = '',
  autoFocus = false,
  onChange,
  onSend,
  onCancel,
}: ComposerProps) {
  const { t } = useLingui();
  const [text, setText] = useState(initial);
  const write = (next: string) => {
    setText(next);
    onChange?.(next);
  };
  const trimmed = text.trim();
  const tooLong = trimmed.length > mostLetters;
  const send = () => {
    if (trimmed === '' || tooLong) return;
    onSend(trimmed);
    write('');
  };
  const begun = /@([^\s@]*)$/u.exec(text)?.[1];
  const names =
    begun === undefined
      ? []
      : [...new Set(people.map(({ name }) => name))]
          .filter((name) => name !== '' && name.toLowerCase().startsWith(begun.toLowerCase()))
          .slice(0, 5);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
    if (event.key === 'Escape' && onCancel !== undefined) {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form
      className={styles['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        label={label}
        hiddenLabel={hiddenLabel}
        rows={2}
        placeholder={t`Write a comment, @ for a name`}
        value={text}
        autoFocus={autoFocus}
        error={
          tooLong
            ? t`A comment holds ${mostLetters} characters, this one has ${trimmed.length}. Shorten it.`
            : undefined
        }
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {names.length > 0 && begun !== undefined && (
        <div className={styles['names']} role="group" aria-label={t`People to mention`}>
          {names.map((name) => (
            <Button
              key={name}
              size="small"
              onClick={() => write(`${text.slice(0, text.length - begun.length)}${name} `)}
            >
              @{name}
            </Button>
          ))}
        </div>
      )}
      {(trimmed !== '' || onCancel !== undefined) && (
        <div className={styles['actions']}>
          {onCancel !== undefined && (
            <Button size="small" look="quiet" onClick={onCancel}>
              <Trans>Cancel</Trans>
            </Button>
          )}
          <Button size="small" look="main" type="submit" disabled={trimmed === '' || tooLong}>
            <Trans context="a comment">Send</Trans>
          </Button>
        </div>
      )}
    </form>
  );
}
