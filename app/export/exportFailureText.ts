import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Language } from '../../model/map/language.ts';
import { exportErrorText } from '../../model/text/exportErrorText.ts';
import type { ExportFailure } from '../workers/exportMap.ts';

/** What a person reads when a file was not written; nothing where they stopped it themselves. */
export function exportFailureText(failure: ExportFailure, i18n: I18n): string | undefined {
  switch (failure.type) {
    case 'Cancelled':
      return undefined;
    case 'ExportStopped':
      return i18n._(
        msg`The file could not be written: the work broke off. Try again; if it stays so, report it with the map’s file.`,
      );
    default:
      // The interface activates only languages of ours.
      return exportErrorText(failure, i18n.locale as Language);
  }
}
