import type { Language } from '../../model/map/language.ts';
import { mapFileErrorText } from '../../model/text/mapFileErrorText.ts';
import { mermaidErrorText } from '../../model/text/mermaidErrorText.ts';
import { tableErrorText } from '../../model/text/tableErrorText.ts';
import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ReadFileError } from './readMapFile.ts';

/** What a person reads when a file could not become a map. */
export function readFileErrorText(error: ReadFileError, i18n: I18n): string {
  switch (error.type) {
    case 'UnknownFile':
      return i18n._(
        msg`Expected a map saved from Throughline (.json), a Mermaid journey (.mmd) or a table (.csv, .tsv), found “${error.fileName}”.`,
      );
    case 'FileTooLarge': {
      const megabytes = i18n.number(error.megabytes, { maximumFractionDigits: 0 });
      return i18n._(
        msg`The file has ${megabytes} MB; up to ${error.most} MB can be imported. Remove pictures or split the map.`,
      );
    }
    case 'NotJson':
    case 'NotAMap':
    case 'NewerFormat':
    case 'WrongField':
      // The interface activates only languages of ours.
      return mapFileErrorText(error, i18n.locale as Language);
    case 'NotAJourney':
    case 'TooManySteps':
      return mermaidErrorText(error, i18n.locale as Language);
    case 'EmptyTable':
    case 'TableTooLong':
      return tableErrorText(error, i18n.locale as Language);
  }
}
