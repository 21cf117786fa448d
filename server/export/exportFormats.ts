import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Result } from '../../model/result.ts';
import type { TypedOptions } from './readExportSettings.ts';

/** What a file holds, or its parts where it is too large for one: each becomes a file with its name at the end. */
export type FileContent =
  | string
  | Uint8Array
  | readonly { readonly name: string; readonly content: Uint8Array }[];

interface ExportFormat {
  readonly endings: readonly [string];
  write(map: JourneyMap, asked: AskedExport): Promise<Result<FileContent, string>>;
}

interface AskedExport {
  readonly language: Language;
  readonly options: TypedOptions;
  readonly note?: (sentence: string) => void;
}

/** The formats of `convert` that are drawn. Their code is loaded only when one of them is asked for. */
export const exportFormats: readonly ExportFormat[] = (
  ['.pdf', '.svg', '.png', '.xlsx', '.pptx'] as const
).map((ending) => ({
  endings: [ending],
  async write(map, asked) {
    const { writeExport } = await import('./writeExport.ts');
    return writeExport(ending, map, asked.options, asked.language, asked.note);
  },
}));
