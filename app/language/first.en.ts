import type { Messages } from '@lingui/core';
import { mergeCatalogues } from './mergeCatalogues.ts';

/** The words of what a map opens with; firstWords.test.ts says which folders that are. */
export const messages: Messages = mergeCatalogues(
  import.meta.glob<Messages>('../{canvas,design,editor,library,panels,pictures,share,shell}/language/en.po', {
    eager: true,
    import: 'messages',
  }),
);
