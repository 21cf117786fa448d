import { describe, expect, it } from 'vitest';
import { assert } from '../assert.ts';
import { measurementFindings } from './measurementFindings.ts';
import { posteriorIn } from './posterior.ts';
import { mapOf } from './testing/numericExample.ts';

/** Contacts of one step, counted by channel. */
const mix = (contacts: Readonly<Record<string, number>>, n: number) =>
  Object.entries(contacts).map(([channel, count]) => ({
    id: `measurement_${channel}`,
    metric: 'channelMix',
    on: { stepId: 'step_a' },
    value: count / n,
    n,
    segment: { channel },
    source: { kind: 'measured' },
  }));

const shareOf = (map: ReturnType<typeof mapOf>, channel: string) => {
  const measurement = map.measurements.find(({ segment }) => segment?.channel === channel);
  const posterior = measurement && posteriorIn(map, measurement);
  assert(posterior !== undefined, 'measured');
  return posterior;
};

describe('the mix of channels', () => {
  // Reference: scipy.stats.beta, the marginals of a Dirichlet of the counts and half a contact each.
  it.each([
    ['phone', 0.54077, 0.65415, 0.59801],
    ['chat', 0.2484, 0.35435, 0.30025],
    ['email', 0.06917, 0.1388, 0.10174],
  ])(
    '[Q39] of 120, 60 and 20 contacts the share of %s lies between %f and %f',
    (channel, low, high, mean) => {
      const posterior = shareOf(mapOf(mix({ phone: 120, chat: 60, email: 20 }, 200)), channel);
      expect(posterior.interval().low).toBeCloseTo(low, 4);
      expect(posterior.interval().high).toBeCloseTo(high, 4);
      const draws = Array.from({ length: 2_000 }, (_, i) => posterior.quantile((i + 0.5) / 2_000));
      expect(draws.reduce((sum, each) => sum + each, 0) / draws.length).toBeCloseTo(mean, 4);
    },
  );

  it('[Q39] a channel that nobody used keeps room for a few, and the interval holds the point', () => {
    const { low, high } = shareOf(
      mapOf(mix({ phone: 30, chat: 6, email: 4, letter: 0 }, 40)),
      'letter',
    ).interval();
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.04549, 4);
  });

  it('[Q39] shares above the whole, and a share of no channel, are errors; other periods are another whole', () => {
    const found = (measurements: readonly object[]) =>
      measurementFindings(mapOf(measurements), '2026-11-28').map((finding) => [finding.path, finding.type]);
    const [phone, chat] = mix({ phone: 140, chat: 90 }, 200);
    expect(found([phone!, chat!])).toEqual([
      ['measurements[0]', 'MixAboveWhole'],
      ['measurements[1]', 'MixAboveWhole'],
    ]);
    const spring = { from: '2026-03-01', to: '2026-05-31' };
    expect(found([phone!, { ...chat, period: spring }])).toEqual([]);
    expect(found([{ ...phone, segment: undefined }])).toEqual([['measurements[0].segment', 'NoChannel']]);
  });
});
