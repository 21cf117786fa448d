/** Stops on a bug: a condition that only wrong code can break. Expected failures are values (see result.ts). */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Throughline bug: ${message}`);
}

/** Marks a branch that the types rule out. */
export function assertNever(value: never): never {
  throw new Error(`Throughline bug: unexpected ${JSON.stringify(value)}`);
}
