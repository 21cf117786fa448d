import { useState } from 'react';
import { lazyPart } from '../lazyPart.tsx';
import styles from './ToastArea.module.css';
import { useToasts } from './toasts.ts';

/** Comes with the first message, and stays. */
const ShownToasts = lazyPart(async () => (await import('./ShownToasts.tsx')).ShownToasts, {
  missing: <PlainToasts />,
});

/** The words alone, where the rest cannot be fetched: just then they matter most. */
function PlainToasts() {
  const shown = useToasts((state) => state.shown);
  return (
    <div role="status" className={styles['plain']}>
      {shown.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}

/** Where the messages of `tell` and its like appear; stands once in the application. */
export function ToastArea() {
  const isTold = useToasts(({ shown }) => shown.length > 0);
  const [isNeeded, setNeeded] = useState(isTold);
  if (isTold && !isNeeded) setNeeded(true);
  return isNeeded && <ShownToasts />;
}
