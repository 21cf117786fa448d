import type { TableLayout } from '../../model/formats/tableLayout.ts';
import type { Language } from '../../model/map/language.ts';
import type { Result } from '../../model/result.ts';
import type { ReadFileError, ReadMap } from '../library/readMapFile.ts';
import type { Sheet, SheetsError } from './readSheets.ts';

/** What page and Worker say to each other about one file that is read. */

export type ImportAsk =
  | {
      readonly want: 'map';
      readonly file: File;
      readonly language: Language;
      readonly layout: TableLayout | undefined;
    }
  | { readonly want: 'sheets'; readonly file: File };

export type ImportReply =
  /** 0..1 of the file has been read. */
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'map'; readonly read: Result<ReadMap, ReadFileError> }
  | { readonly type: 'sheets'; readonly read: Result<readonly Sheet[], SheetsError> };
