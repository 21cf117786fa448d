import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../model/map/language.ts';
import { readNumber } from './readNumber.ts';

describe('numbers that people type', () => {
  it.each([
    ['240,000', 240_000],
    ['1,200.5', 1200.5],
    ['1.200,5', 1200.5],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['2,5', 2.5],
    ['0,125', 0.125],
    ['1.250', 1.25],
    ['1 200', 1200],
    ['1\u202f200,5', 1200.5],
    ["12'000", 12_000],
    ['64 %', 64],
    ['−3', -3],
    ['+.5', 0.5],
    ['5.', 5],
    ['９６．５％', 96.5],
    ['1e5', 100_000],
    ['25万', 250_000],
    ['1.5 億', 150_000_000],
  ])('[U11] %s is read', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([
    'about ten',
    '4.5.6',
    '1,23,456',
    '1,2,3',
    '1.2,3.4',
    '.',
    ',',
    '-',
    '5 min',
    'NaN',
    'Infinity',
    '1e999',
  ])('[U11] %s is refused, not guessed', (text) => {
    expect(readNumber(text)).toBe('unreadable');
  });

  it('[U11] an empty field is no number', () => {
    expect(['', '  ', '%'].map(readNumber)).toEqual([undefined, undefined, undefined]);
  });

  it('[U11] what the interface writes is read back, in every language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.nat(2),
        (language, n, decimals) => {
          const value = n / 10 ** decimals;
          const written = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
          expect(readNumber(written)).toBe(value === 0 ? 0 : value);
        },
      ),
    );
  });
});
