import type { MouseEvent } from 'react';
import { go, readRoute } from './route.ts';

/** For links inside the application: goes there without loading it again; Ctrl, Shift and the middle button do as usual. */
export function followLink(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  const { pathname, hash } = new URL(event.currentTarget.href);
  go(readRoute(pathname, hash));
}
