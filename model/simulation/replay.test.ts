import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replayTrace, type TraceCustomer } from './replay.ts';

it('[D10] serves first come first served, whatever the order of the rows', () => {
  const result = replayTrace(
    [
      { arrivalSeconds: 10, serviceSeconds: 100 },
      { arrivalSeconds: 0, serviceSeconds: 60 },
      { arrivalSeconds: 20, serviceSeconds: 10 },
    ],
    1,
  );
  expect(result).toMatchObject({
    ok: true,
    value: { customers: 3, waits: [50, 0, 140], shareWaiting: 2 / 3, p90WaitSeconds: 140 },
  });
});

it('[D10] follows Lindley for one agent, and one agent more never makes anyone wait longer', () => {
  const customer = fc.record({
    arrivalSeconds: fc.integer({ min: 0, max: 1_000 }),
    serviceSeconds: fc.integer({ min: 0, max: 120 }),
  });
  fc.assert(
    fc.property(
      fc.array(customer, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 5 }),
      (list, agents) => {
        const trace: TraceCustomer[] = list.sort((a, b) => a.arrivalSeconds - b.arrivalSeconds);
        const waits = (number: number) => {
          const result = replayTrace(trace, number);
          if (!result.ok) throw new Error(result.error.type);
          return result.value.waits;
        };
        let free = 0;
        waits(1).forEach((wait, i) => {
          const start = Math.max(free, trace[i]!.arrivalSeconds);
          expect(wait).toBe(start - trace[i]!.arrivalSeconds);
          free = start + trace[i]!.serviceSeconds;
        });
        const [few, more] = [waits(agents), waits(agents + 1)];
        more.forEach((wait, i) => expect(wait).toBeLessThanOrEqual(few[i]!));
      },
    ),
  );
});

it('[D10] compares with the recorded waits where there are some', () => {
  const result = replayTrace(
    [
      { arrivalSeconds: 0, serviceSeconds: 10, waitSeconds: 1 },
      { arrivalSeconds: 5, serviceSeconds: 10, waitSeconds: 20 },
      { arrivalSeconds: 50, serviceSeconds: 10 },
    ],
    1,
  );
  expect(result).toMatchObject({ value: { shareWithin2Seconds: 0.5 } });
});

it('[D10] says which row is wrong', () => {
  expect(replayTrace([{ arrivalSeconds: 0, serviceSeconds: -1 }], 1)).toEqual({
    ok: false,
    error: { type: 'WrongCustomer', row: 1, field: 'serviceSeconds', found: -1 },
  });
  expect(replayTrace([], 1).ok).toBe(false);
  expect(replayTrace([{ arrivalSeconds: 0, serviceSeconds: 1 }], 0).ok).toBe(false);
});
