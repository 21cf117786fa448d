/** `--name value` among the arguments of a benchmark. */
export function option(args: readonly string[], name: string, usual: string): string {
  const at = args.indexOf(`--${name}`);
  return at === -1 ? usual : (args[at + 1] ?? usual);
}

export const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** The value below which `share` of the sorted values lie. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}
