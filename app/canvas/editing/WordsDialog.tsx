import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../design/parts/Button.tsx';
import { Dialog } from '../../design/parts/Dialog.tsx';
import { Field } from '../../design/parts/Field.tsx';
import styles from './WordsDialog.module.css';

export interface WordsDialogProps {
  readonly title: string;
  readonly label: string;
  readonly words: string;
  /** Called only with other words than before. */
  readonly onSave: (words: string) => void;
  readonly onClose: () => void;
}

/** As long as the map takes for a title. */
const mostCharacters = 1_000;

/** Asks for a few words about something on the canvas. Empty takes them away. */
export function WordsDialog({ title, label, words, onSave, onClose }: WordsDialogProps) {
  const [typed, setTyped] = useState(words);
  return (
    <Dialog open width="narrow" title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== words) onSave(typed.trim());
          onClose();
        }}
      >
        <Field
          label={label}
          value={typed}
          maxLength={mostCharacters}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p className={styles['actions']}>
          <Button look="main" type="submit">
            <Trans>Save</Trans>
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
