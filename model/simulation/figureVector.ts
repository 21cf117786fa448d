import type { ServedNode, ServiceFigures } from './serviceInputs.ts';
import { tailAt, waitGrid } from './waitGrid.ts';

/**
 * The figures of a service as one list of numbers, so that what formulas say about a change can be added to what the
 * engine measured. Per node: visits, abandoned share, contacts, then the tails of the waits and of the first answers.
 */
const points = waitGrid.length;
const perNode = 3 + 2 * points;

type Figures = ServiceFigures & { readonly meanSecondsToResolution: number | null };

export function vectorOf(figures: Figures): Float64Array {
  const vector = new Float64Array(figures.nodes.length * perNode + 1);
  figures.nodes.forEach((node, i) => {
    const at = i * perNode;
    vector[at] = node.visitsPerDay;
    vector[at + 1] = node.abandonedShare;
    vector[at + 2] = node.firstAnswer?.contactsPerDay ?? 0;
    waitGrid.forEach((seconds, k) => {
      vector[at + 3 + k] = node.waitedLonger(seconds);
      vector[at + 3 + points + k] = node.firstAnswer?.waitedLonger(seconds) ?? 0;
    });
  });
  vector[vector.length - 1] = figures.meanSecondsToResolution ?? 0;
  return vector;
}

/** `like` tells which nodes give first answers and whether anything is resolved. */
export function figuresOf(vector: Float64Array, like: Figures): Figures {
  return {
    nodes: like.nodes.map((node, i): ServedNode => {
      const at = i * perNode;
      const waits = lazyTail(vector.subarray(at + 3, at + 3 + points));
      const answers = lazyTail(vector.subarray(at + 3 + points, at + perNode));
      return {
        visitsPerDay: Math.max(0, vector[at]!),
        abandonedShare: asShare(vector[at + 1]!),
        meanWaitSeconds: node.meanWaitSeconds,
        waitedLonger: (seconds) => tailAt(waits(), seconds),
        ...(node.firstAnswer !== undefined && {
          firstAnswer: {
            contactsPerDay: Math.max(0, vector[at + 2]!),
            meanSeconds: node.firstAnswer.meanSeconds,
            waitedLonger: (seconds: number) => tailAt(answers(), seconds),
          },
        }),
      };
    }),
    meanSecondsToResolution: like.meanSecondsToResolution === null ? null : Math.max(0, vector.at(-1)!),
  };
}

const asShare = (value: number): number => Math.min(1, Math.max(0, value));

/** Sums of tails need not fall: what rises is cut. Most nodes of a draw are never asked. */
function lazyTail(shares: Float64Array): () => Float64Array {
  let tail: Float64Array | undefined;
  return () => {
    let least = 1;
    tail ??= shares.map((share) => (least = Math.min(least, asShare(share))));
    return tail;
  };
}
