import type { RandomSource } from '../../model/map/newId.ts';

/** Uniform in [0, 1), from the browser's cryptographic source: ids must not meet. */
export const secureRandom: RandomSource = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
