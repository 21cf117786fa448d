import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { StorageError } from '../session/deviceDatabase.ts';

/** What a person reads when this device could not keep something. */
export function storageErrorText(error: StorageError, i18n: I18n): string {
  switch (error.type) {
    case 'StorageFull':
      return i18n._(
        msg`The browser gives Throughline no more room on this device. Delete maps you no longer need, or free space on the disk.`,
      );
    case 'StorageUnavailable':
      return i18n._(
        msg`The browser gives no storage here, as in some private windows. Open Throughline in an ordinary window.`,
      );
    case 'StorageFailed':
      return i18n._(
        msg`This device could not store the map (${error.detail}). Load the page again and try once more.`,
      );
  }
}
