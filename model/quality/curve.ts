import type { Curve } from '../map/qualityModel.ts';

/** A scoring curve made ready: metric value -> score 0..100, constant outside its knots. */
export interface ScoreFunction {
  at(value: number): number;
  /** Where its pieces meet, ascending; between two breaks it is smooth. */
  readonly breaks: readonly number[];
}

const ready = new WeakMap<Curve, ScoreFunction>();

/** Made once for each curve: hundreds of draws score by the same few. Precondition: the knots of the curve ascend (checkCurve in curveErrors.ts says so by name). */
export function scoreFunction(curve: Curve): ScoreFunction {
  const known = ready.get(curve) ?? makeScoreFunction(curve);
  ready.set(curve, known);
  return known;
}

function makeScoreFunction(curve: Curve): ScoreFunction {
  const scale = curve.transform === 'log1p' ? Math.log1p : (value: number): number => value;
  const xs = curve.knots.map(([value]) => scale(value));
  const ys = curve.knots.map(([, score]) => score);
  const slopes = curve.interpolation === 'pchip' ? monotoneSlopes(xs, ys) : undefined;
  const last = xs.length - 1;
  return {
    breaks: curve.knots.map(([value]) => value),
    at(value) {
      const x = scale(value);
      if (x <= xs[0]!) return ys[0]!;
      if (x >= xs[last]!) return ys[last]!;
      let i = 0;
      while (x > xs[i + 1]!) i++;
      const width = xs[i + 1]! - xs[i]!;
      const t = (x - xs[i]!) / width;
      if (slopes === undefined) return ys[i]! + t * (ys[i + 1]! - ys[i]!);
      return hermite(t, width, ys[i]!, ys[i + 1]!, slopes[i]!, slopes[i + 1]!);
    },
  };
}

/** Cubic through two points with given slopes. */
function hermite(t: number, width: number, y0: number, y1: number, m0: number, m1: number): number {
  const t2 = t * t;
  const t3 = t2 * t;
  return (
    (2 * t3 - 3 * t2 + 1) * y0 +
    (t3 - 2 * t2 + t) * width * m0 +
    (-2 * t3 + 3 * t2) * y1 +
    (t3 - t2) * width * m1
  );
}

/** Fritsch and Carlson 1980 (the "pchip" slopes): the curve never passes the data. */
function monotoneSlopes(xs: readonly number[], ys: readonly number[]): readonly number[] {
  const widths = xs.slice(1).map((x, i) => x - xs[i]!);
  const rises = widths.map((width, i) => (ys[i + 1]! - ys[i]!) / width);
  return xs.map((_, i) => {
    const before = rises[i - 1];
    const after = rises[i];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    if (before * after <= 0) return 0;
    const heavyAfter = 2 * widths[i]! + widths[i - 1]!;
    const heavyBefore = widths[i]! + 2 * widths[i - 1]!;
    return (heavyAfter + heavyBefore) / (heavyAfter / before + heavyBefore / after);
  });
}
