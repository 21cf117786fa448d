import type { Language } from '../../model/map/language.ts';
import { eventLogErrorText } from '../../model/text/eventLogErrorText.ts';
import { mapFileErrorText } from '../../model/text/mapFileErrorText.ts';
import { mermaidErrorText } from '../../model/text/mermaidErrorText.ts';
import { tableErrorText } from '../../model/text/tableErrorText.ts';
import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Stopped } from '../workers/importFile.ts';
import type { ReadFileError } from './readMapFile.ts';

/** What a person reads when a file could not become a map. */
export function readFileErrorText(error: ReadFileError | Stopped, i18n: I18n): string {
  switch (error.type) {
    case 'UnknownFile':
      return i18n._(
        msg`Expected a map saved from Throughline (.json), a Mermaid journey (.mmd), a table (.csv, .tsv, .xlsx) or an event log (.xes, .xes.gz, .csv), found “${error.fileName}”.`,
      );
    case 'FileTooLarge': {
      const megabytes = i18n.number(error.megabytes, { maximumFractionDigits: 0 });
      return i18n._(
        msg`The file has ${megabytes} MB; up to ${error.most} MB can be imported. Split the file or leave parts of it out.`,
      );
    }
    case 'NotAWorkbook':
      return i18n._(
        msg`Expected a workbook as Excel saves it (.xlsx); this file is none, or it is damaged. Save it again as .xlsx or .csv.`,
      );
    case 'NotPacked':
      return i18n._(
        msg`Expected a log packed with gzip; this file is none, or it is damaged. Save it as .xes.`,
      );
    case 'NeedsLayout':
      return i18n._(msg`The columns of this table do not say what they are.`);
    case 'Cancelled':
      return i18n._(msg`Reading was cancelled.`);
    case 'ReadingStopped':
      return i18n._(
        msg`The file could not be read to its end: it is too large for this browser, or was moved. Choose it again or split it.`,
      );
    case 'BrokenXml':
    case 'NotALog':
    case 'EmptyLog':
    case 'NoColumn':
      return eventLogErrorText(error, i18n.locale as Language);
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
