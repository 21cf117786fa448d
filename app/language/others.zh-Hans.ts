import type { Messages } from '@lingui/core';
import { mergeCatalogues } from './mergeCatalogues.ts';

/** The words of the parts that come later. */
export const messages: Messages = mergeCatalogues(
  import.meta.glob<Messages>(
    [
      '../*/language/zh-Hans.po',
      '!../{canvas,design,editor,library,panels,pictures,share,shell}/language/*.po',
    ],
    { eager: true, import: 'messages' },
  ),
);
