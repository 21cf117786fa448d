import fc from 'fast-check';

/**
 * Properties are tried on the same cases in every run, so that a build fails by its own change and not by luck.
 * `FUZZ_RUNS=1000 npx vitest run model/sharedMap` tries so many new cases; what it finds becomes a fixed test.
 */
const fuzzRuns = process.env['FUZZ_RUNS'];

fc.configureGlobal(fuzzRuns === undefined ? { seed: 20_261_122 } : { numRuns: Number(fuzzRuns) });
