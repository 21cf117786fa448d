/** One command of the command line (docs/spec/cli.md). */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The arguments, as `throughline help` shows them. */
  readonly usage: string;
  /** Runs it and gives the exit code: 0 done, 1 the input is wrong, 2 wrong usage. */
  run(args: readonly string[], output: Output): Promise<0 | 1 | 2>;
}

/** Where a command writes: data to `out`, sentences and progress to `tell`. */
export interface Output {
  out(text: string): void;
  tell(text: string): void;
}
