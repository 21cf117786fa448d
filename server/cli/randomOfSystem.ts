import { randomInt } from 'node:crypto';
import type { RandomSource } from '../../model/map/newId.ts';

/** Randomness for ids, from the operating system. */
export const randomOfSystem: RandomSource = () => randomInt(2 ** 47) / 2 ** 47;
