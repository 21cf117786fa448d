import { useState } from 'react';
import { lazyPart } from '../lazyPart.tsx';
import { useToasts } from './toasts.ts';

/** Comes with the first message, and stays. */
const ShownToasts = lazyPart(async () => (await import('./ShownToasts.tsx')).ShownToasts);

/** Where the messages of `tell` and its like appear; stands once in the application. */
export function ToastArea() {
  const isTold = useToasts(({ shown }) => shown.length > 0);
  const [isNeeded, setNeeded] = useState(isTold);
  if (isTold && !isNeeded) setNeeded(true);
  return isNeeded && <ShownToasts />;
}
