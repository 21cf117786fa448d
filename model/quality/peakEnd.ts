/**
 * How a journey is remembered: half its end, half its most extreme step. Descriptive (Kahneman, Fredrickson), no law;
 * shown beside the index where the two differ.
 */
export interface PeakEnd {
  readonly value: number;
  /** Places in the given order. */
  readonly peak: number;
  readonly end: number;
}

const neutral = 50;

/** From the scores of the steps in their order; steps without a score are passed over. Undefined without any. */
export function peakEnd(scores: readonly (number | null)[]): PeakEnd | undefined {
  let peak: number | undefined;
  let end: number | undefined;
  for (const [i, score] of scores.entries()) {
    if (score === null) continue;
    end = i;
    if (peak === undefined || Math.abs(score - neutral) > Math.abs(scores[peak]! - neutral)) peak = i;
  }
  if (peak === undefined || end === undefined) return undefined;
  return { value: 0.5 * scores[end]! + 0.5 * scores[peak]!, peak, end };
}

/** Points by which peak-end and the index must differ to be shown side by side. */
export const tellingDifference = 5;
