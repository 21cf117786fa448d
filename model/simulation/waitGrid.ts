/** Up to here the grid has equal steps, in seconds. */
export const evenUpTo = 120;
export const evenStep = 5;

/**
 * Times at which tails of waits are tabulated: fine where scoring curves bend, coarse towards a day.
 * Between two of them a tail is taken as straight.
 */
export const waitGrid: readonly number[] = [
  ...Array.from({ length: evenUpTo / evenStep + 1 }, (_, i) => evenStep * i),
  ...Array.from({ length: 16 }, (_, i) => 150 + 30 * i),
  ...Array.from({ length: 23 }, (_, i) => Math.round(600 * 1.25 ** (i + 1))),
];

/** Share that waited longer than `seconds`, from shares at the times of the grid; beyond the last time nobody. */
export function tailAt(shares: ArrayLike<number>, seconds: number): number {
  if (seconds <= 0) return shares[0]!;
  const last = waitGrid.length - 1;
  if (seconds >= waitGrid[last]!) return 0;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (waitGrid[middle]! <= seconds) low = middle;
    else high = middle;
  }
  const part = (seconds - waitGrid[low]!) / (waitGrid[high]! - waitGrid[low]!);
  return shares[low]! + part * (shares[high]! - shares[low]!);
}

/** Mean of the waits whose tail this is. */
export function meanOfTail(shares: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 1; i < waitGrid.length; i++)
    sum += ((shares[i - 1]! + shares[i]!) / 2) * (waitGrid[i]! - waitGrid[i - 1]!);
  return sum;
}

/** The wait that only `level` of all wait longer than. */
export function waitExceededBy(shares: ArrayLike<number>, level: number): number {
  if (shares[0]! <= level) return 0;
  for (let i = 1; i < waitGrid.length; i++) {
    if (shares[i]! > level) continue;
    const part = (shares[i - 1]! - level) / (shares[i - 1]! - shares[i]!);
    return waitGrid[i - 1]! + part * (waitGrid[i]! - waitGrid[i - 1]!);
  }
  return waitGrid[waitGrid.length - 1]!;
}
