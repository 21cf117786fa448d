import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOfPaste, shownNumber, storedNumber } from './tableNumbers.ts';

describe('numbers pasted from a spreadsheet', () => {
  it('[C40] are read as people write them', () => {
    expect(cellsOfPaste('1,200.5\t1.200,5\t64 %\t−3\r\n\tabout ten\t2,5\t1,250\n')).toMatchObject({
      found: 2,
      rows: [
        [1200.5, 1200.5, 64, -3],
        [undefined, 'unreadable', 2.5, 1250],
      ],
    });
  });

  it('[C40] are read up to a limit that is told, however many there are', () => {
    const paste = cellsOfPaste('7\n'.repeat(10_000));
    expect(paste.found).toBe(10_000);
    expect(paste.rows).toHaveLength(2_000);
  });

  it('[C40] come back as they were shown', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.constantFrom('share', 'seconds', 'money', 'points'),
        (hundredths, unit) => {
          const shown = hundredths / 100;
          expect(shownNumber(storedNumber(shown, unit), unit)).toBeCloseTo(shown, 6);
        },
      ),
    );
  });
});
