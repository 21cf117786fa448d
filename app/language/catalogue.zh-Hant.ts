import type { Messages } from '@lingui/core';
import { mergeCatalogues } from './mergeCatalogues.ts';

export const messages: Messages = mergeCatalogues(
  import.meta.glob<Messages>('../*/language/zh-Hant.po', { eager: true, import: 'messages' }),
);
