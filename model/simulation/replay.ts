import { err, ok, type Result } from '../result.ts';

/** Replays a recorded day: the same arrivals and service times, first come first served, at another number of agents. */

export interface TraceCustomer {
  readonly arrivalSeconds: number;
  readonly serviceSeconds: number;
  /** The wait that was recorded, to compare with. */
  readonly waitSeconds?: number | undefined;
}

export interface Replay {
  readonly customers: number;
  readonly meanWaitSeconds: number;
  readonly p90WaitSeconds: number;
  /** Share of customers who wait at all. */
  readonly shareWaiting: number;
  /** In the order of the trace. */
  readonly waits: readonly number[];
  /** Share whose replayed wait is within two seconds of the recorded one; left out when none was recorded. */
  readonly shareWithin2Seconds?: number;
}

export type ReplayError =
  | { readonly type: 'EmptyTrace' }
  | { readonly type: 'NoAgents'; readonly found: number }
  | { readonly type: 'WrongCustomer'; readonly row: number; readonly field: string; readonly found: number };

export function replayTrace(trace: readonly TraceCustomer[], agents: number): Result<Replay, ReplayError> {
  if (trace.length === 0) return err({ type: 'EmptyTrace' });
  if (!Number.isInteger(agents) || agents < 1) return err({ type: 'NoAgents', found: agents });
  for (const [i, customer] of trace.entries())
    for (const field of ['arrivalSeconds', 'serviceSeconds'] as const) {
      const found = customer[field];
      if (!Number.isFinite(found) || (field === 'serviceSeconds' && found < 0))
        return err({ type: 'WrongCustomer', row: i + 1, field, found });
    }

  const inOrder = trace
    .map((customer, i) => ({ customer, i }))
    .sort((a, b) => a.customer.arrivalSeconds - b.customer.arrivalSeconds || a.i - b.i);
  // When each agent is free, as a binary heap: the top is the first to be free.
  const freeAt = new Float64Array(agents).fill(Number.NEGATIVE_INFINITY);
  const waits = Array.from<number>({ length: trace.length });
  for (const { customer, i } of inOrder) {
    const start = Math.max(customer.arrivalSeconds, freeAt[0]!);
    waits[i] = start - customer.arrivalSeconds;
    replaceTop(freeAt, start + customer.serviceSeconds);
  }

  const ascending = Float64Array.from(waits).sort();
  const recorded = trace.flatMap(({ waitSeconds }, i) =>
    waitSeconds === undefined ? [] : [Math.abs(waits[i]! - waitSeconds)],
  );
  return ok({
    customers: trace.length,
    meanWaitSeconds: waits.reduce((sum, wait) => sum + wait, 0) / trace.length,
    p90WaitSeconds: ascending[Math.ceil(0.9 * trace.length) - 1]!,
    shareWaiting: waits.filter((wait) => wait > 0).length / trace.length,
    waits,
    ...(recorded.length > 0 && {
      shareWithin2Seconds: recorded.filter((gap) => gap <= 2).length / recorded.length,
    }),
  });
}

function replaceTop(heap: Float64Array, value: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
    if (heap[child]! >= value) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = value;
}
