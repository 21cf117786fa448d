import type { Messages } from '@lingui/core';

/** One catalogue of the folders' catalogues: a message's id is made from its text, so equal ids are equal messages. */
export function mergeCatalogues(folders: Readonly<Record<string, Messages>>): Messages {
  return Object.assign({}, ...Object.values(folders)) as Messages;
}
