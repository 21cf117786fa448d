/**
 * What knowing an uncertain input for sure would be worth, from one sample of draws: the expected value of perfect
 * information, in all (EVPI) and of each input alone (EVPPI, by a smoother on the input: Strong, Oakley, Brennan 2014).
 */
export interface InformationSample {
  /** By input: the uniform number of each draw. */
  readonly inputs: ReadonlyMap<string, readonly number[]>;
  /** By choice, then draw: its net benefit. Doing nothing is a choice too, of benefit 0. */
  readonly benefits: readonly (readonly number[])[];
  /** By draw: the result whose spread is told apart. */
  readonly result: readonly number[];
}

export interface InformationValue {
  /** Knowing everything before choosing, in the unit of the benefits. */
  readonly ofEverything: number;
  /** Greatest value first, then greatest influence. */
  readonly inputs: readonly InputValue[];
}

interface InputValue {
  readonly input: string;
  readonly value: number;
  /** Squared rank correlation with the result, 0..1. */
  readonly influence: number;
}

export function informationValue({ inputs, benefits, result }: InformationSample): InformationValue {
  const draws = result.length;
  const best = Math.max(...benefits.map(mean));
  const resultRanks = ranks(result);
  return {
    ofEverything: Math.max(
      0,
      mean(Array.from({ length: draws }, (_, i) => Math.max(...benefits.map((each) => each[i]!)))) - best,
    ),
    inputs: [...inputs]
      .map(([input, uniforms]): InputValue => {
        const expected = benefits.map((benefit) => smooth(uniforms, benefit));
        const chosen = uniforms.map((_, i) => Math.max(...expected.map((each) => each[i]!)));
        return {
          input,
          // A smoothed mean may differ from the mean by rounding: no information is worth less than nothing.
          value: Math.max(0, mean(chosen) - Math.max(...expected.map(mean))),
          influence: correlation(ranks(uniforms), resultRanks) ** 2,
        };
      })
      .sort(
        (a, b) =>
          b.value - a.value ||
          b.influence - a.influence ||
          (a.input < b.input ? -1 : Number(a.input > b.input)),
      ),
  };
}

/** Three terms explain this much of n draws by chance alone in one of a hundred cases (chi-square, 3 degrees). */
const chance = 11.345;

/** The benefit that is expected at each draw's input: a cubic, or its mean where a cubic explains no more than chance. */
function smooth(uniforms: readonly number[], benefit: readonly number[]): readonly number[] {
  const average = mean(benefit);
  // Legendre polynomials: nearly orthogonal on an even sample, so the equations are sound.
  const terms = uniforms.map((uniform) => {
    const x = 2 * uniform - 1;
    return [1, x, (3 * x * x - 1) / 2, (5 * x ** 3 - 3 * x) / 2];
  });
  const matrix = [0, 1, 2, 3].map((row) => [
    ...[0, 1, 2, 3].map((column) => terms.reduce((sum, term) => sum + term[row]! * term[column]!, 0)),
    terms.reduce((sum, term, i) => sum + term[row]! * (benefit[i]! - average), 0),
  ]);
  const weights = solve(matrix);
  if (weights === undefined) return benefit.map(() => average);
  const fitted = terms.map((term) => term.reduce((sum, value, k) => sum + value * weights[k]!, 0));
  const all = benefit.reduce((sum, value) => sum + (value - average) ** 2, 0);
  const explained = fitted.reduce((sum, value) => sum + value * value, 0);
  return explained * benefit.length > chance * all
    ? fitted.map((value) => average + value)
    : benefit.map(() => average);
}

/** Gauss with pivots; undefined when the rows do not tell (fewer draws than terms). */
function solve(rows: number[][]): readonly number[] | undefined {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    if (Math.abs(rows[pivot]![column]!) < 1e-9) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let k = column; k <= size; k++) rows[row]![k]! -= factor * rows[column]![k]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Ranks; those of equal values are their mean. */
function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const result = Array.from<number>({ length: values.length });
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let k = from; k < to; k++) result[order[k]!] = (from + to - 1) / 2;
    from = to;
  }
  return result;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let ofA = 0;
  let ofB = 0;
  a.forEach((value, i) => {
    both += (value - meanA) * (b[i]! - meanB);
    ofA += (value - meanA) ** 2;
    ofB += (b[i]! - meanB) ** 2;
  });
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
}
