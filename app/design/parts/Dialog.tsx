import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { classNames } from '../classNames.ts';
import { keyboardReturn } from '../keyboardReturn.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly width?: 'narrow' | 'usual' | 'wide';
  /** The buttons at the end; the main one last. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/**
 * Asks for something before work goes on. Escape and a click outside close it without doing anything. What had the
 * keyboard before has it again afterwards.
 */
export const Dialog = ({ open, ...rest }: DialogProps) => (open ? <OpenDialog {...rest} /> : null);

function OpenDialog({
  onClose,
  title,
  description,
  width = 'usual',
  actions,
  children,
}: Omit<DialogProps, 'open'>) {
  const { t } = useLingui();
  const [giveKeyboardBack] = useState(keyboardReturn);
  return (
    <Radix.Root open onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles['scrim']} />
        <Radix.Content
          className={classNames(styles['dialog'], styles[width])}
          onOpenAutoFocus={focusFirstField}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveKeyboardBack();
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={styles['head']}>
            <div>
              <Radix.Title className={styles['title']}>{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className={styles['description']}>{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label={t`Close`} icon={<X />} />
            </Radix.Close>
          </header>
          <div className={styles['body']}>{children}</div>
          {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The first thing to fill in has the keyboard, not the button that closes: Escape then closes at once. */
function focusFirstField(event: Event): void {
  const dialog = event.currentTarget;
  if (!(dialog instanceof HTMLElement)) return;
  event.preventDefault();
  const field = dialog.querySelector<HTMLElement>(
    'input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled)',
  );
  (field ?? dialog).focus();
}
