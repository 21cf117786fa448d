import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { RandomSource } from '../../model/map/newId.ts';
import type { Result } from '../../model/result.ts';
import type { FileContent } from '../export/exportFormats.ts';

/** One file format of `throughline convert`: how it is read, written, or both. */
export interface MapFormat {
  readonly endings: readonly string[];
  read?(bytes: Uint8Array, context: ReadContext): Promise<Result<ReadMap, string>>;
  write?(map: JourneyMap, options: WriteOptions): Promise<Result<FileContent, string>>;
}

export interface ReadContext {
  /** The language of messages, and of a map whose file does not say its own. */
  readonly language: Language;
  /** File name without folder and ending: the title of a map whose file has none. */
  readonly name: string;
  readonly random: RandomSource;
}

export interface ReadMap {
  readonly map: JourneyMap;
  /** What was repaired or left out, one sentence each. */
  readonly notes: readonly string[];
}

/** The options of `convert` as they were typed (docs/spec/cli.md); each writer reads its own. */
export interface WriteOptions {
  readonly language: Language;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Told what the file lacks, a sentence each. */
  readonly note?: (sentence: string) => void;
}
