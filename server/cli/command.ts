import type { Language, LocalizedText } from '../../model/map/language.ts';

/** One command of the command line (docs/spec/cli.md). */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: LocalizedText;
  /** The arguments, as `throughline help` shows them. */
  readonly usage: string;
  /** Runs it and gives the exit code: 0 done, 1 the input is wrong, 2 wrong usage. */
  run(args: readonly string[], output: Output): Promise<0 | 1 | 2>;
}

/** Where a command writes: data to `out`, sentences and progress to `tell`, in the reader's language. */
export interface Output {
  readonly language: Language;
  out(text: string): void;
  tell(text: string): void;
}
