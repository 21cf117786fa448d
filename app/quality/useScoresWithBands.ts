import { useEffect, useMemo, useState } from 'react';
import type { Score } from '../../model/quality/scoreMap.ts';

type PartScore = Score & { readonly coverage: number };

/** Enough for a band of whole points; one score takes about a frame or two. */
const drawsOfABand = 200;

/** Scores at once, their bands one after the other: the page never waits for all of them. */
export function useScoresWithBands(scores: readonly ((draws: number) => PartScore)[]): readonly PartScore[] {
  const points = useMemo(() => scores.map((score) => score(0)), [scores]);
  const [banded, setBanded] = useState<{ readonly of: unknown; readonly scores: readonly PartScore[] }>();
  useEffect(() => {
    let left = false;
    const work = async () => {
      const done: PartScore[] = [];
      for (const score of scores) {
        await new Promise((resolve) => setTimeout(resolve));
        if (left) return;
        done.push(score(drawsOfABand));
        setBanded({ of: scores, scores: [...done] });
      }
    };
    void work();
    return () => {
      left = true;
    };
  }, [scores]);
  return points.map((point, i) => (banded?.of === scores ? (banded.scores[i] ?? point) : point));
}
