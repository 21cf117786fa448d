import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { classNames } from '../classNames.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './ShownToasts.module.css';
import { closeToast, useToasts } from './toasts.ts';

const secondsShown = 8;

/** The messages that are shown now. F8 brings the keyboard here. */
export function ShownToasts() {
  const { t } = useLingui();
  const shown = useToasts((state) => state.shown);
  return (
    <Radix.Provider duration={secondsShown * 1_000} label={t`Message`}>
      {shown.map((toast) => (
        <Radix.Root
          key={toast.id}
          className={classNames(styles['toast'], toast.kind === 'problem' && styles['problem'])}
          type={toast.kind === 'problem' ? 'foreground' : 'background'}
          duration={toast.kind === 'done' ? secondsShown * 1_000 : Infinity}
          onOpenChange={(open) => {
            if (open) return;
            toast.cancel?.();
            closeToast(toast.id);
          }}
        >
          <Radix.Description className={styles['text']}>{toast.text}</Radix.Description>
          {toast.undo !== undefined && (
            <Radix.Action altText={t`Undo`} asChild>
              <Button size="small" look="quiet" className={styles['undo']} onClick={toast.undo}>
                {t`Undo`}
              </Button>
            </Radix.Action>
          )}
          <Radix.Close asChild>
            <IconButton
              size="small"
              label={toast.kind === 'progress' ? t`Cancel` : t`Close`}
              icon={<X />}
              tooltipSide="top"
              className={styles['close']}
            />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className={styles['area']} label={t`Messages`} />
    </Radix.Provider>
  );
}
