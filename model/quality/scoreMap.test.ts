import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../map/journeyMap.ts';
import { measuredInputs, type Segment } from './measuredInputs.ts';
import { scoreMap, type Scorecard } from './scoreMap.ts';
import {
  dimension,
  example,
  exampleMeasurements,
  fiveDimensions,
  mapOf,
  measured,
} from './testing/numericExample.ts';

const score = (map: JourneyMap, segment?: Segment): Scorecard =>
  scoreMap(map, map.qualityModels[0]!, measuredInputs(map, segment));

const indicatorOf = (card: Scorecard, metric: string) =>
  card.dimensions.flatMap((each) => each.indicators).find((each) => each.metric === metric)!;

describe('the numeric example', () => {
  const card = score(example);

  it('[Q4] the index of the example is 69.1875', () => {
    expect(card.index.value).toBeCloseTo(69.1875, 10);
    expect(card.stepWeights).toBe('measured');
  });

  it('[Q3] each dimension is the weighted mean of its present indicators, with its coverage', () => {
    expect(card.dimensions.map((each) => [each.value, each.coverage])).toEqual(
      [
        [78.125, 0.75],
        [68.125, 2 / 3],
        [70, 2 / 3],
        [62.5, 2 / 3],
        [65, 1],
      ].map((pair) => pair.map((number) => expect.closeTo(number, 10))),
    );
  });

  it('[Q4] the own score of step B is 65.566, from what is present at the step', () => {
    const stepB = card.steps[1]!;
    expect(stepB.value).toBeCloseTo(2895.8333 / 44.1667, 3);
    expect(stepB.value).toBeCloseTo(65.566, 3);
    expect(stepB.coverage).toBeCloseTo(0.441667, 5);
    expect(stepB.indicators.reduce((sum, each) => sum + each.weight, 0)).toBeCloseTo(1, 12);
  });

  it('[Q4] the coverage of the index is the share of weight that stands behind it', () => {
    expect(card.index.coverage).toBeCloseTo(
      0.2 * 0.75 + 0.3 * (2 / 3) + 0.2 * (2 / 3) + 0.15 * (2 / 3) + 0.15,
      10,
    );
  });
});

describe('which numbers count', () => {
  it('[Q1] the newest period wins, then the larger n, then the greater id', () => {
    const at = (id: string, value: number, to?: string, n?: number) => ({
      id: `measurement_${id}`,
      metric: 'politeness',
      on: { stepId: 'step_a' },
      value,
      ...(to === undefined ? {} : { period: { from: '2026-01-01', to } }),
      ...(n === undefined ? {} : { n }),
      source: { kind: 'measured' },
    });
    const value = (...list: readonly object[]) => indicatorOf(score(mapOf(list)), 'politeness').value;
    expect(value(at('a', 10, '2026-03-01', 5), at('b', 20, '2026-02-01', 500), at('z', 30))).toBe(10);
    expect(value(at('a', 10, '2026-03-01', 5), at('b', 20, '2026-03-01', 500))).toBe(20);
    expect(value(at('b', 20), at('a', 10))).toBe(20);
  });

  it("[Q1] a segment's measurement never stands in for the whole, nor the whole for a segment", () => {
    const kid = { personaId: 'persona_kid' } as Segment;
    const map = mapOf([
      { ...measured('a', { politeness: 40 })[0], segment: kid },
      ...measured('a', { empathy: 60 }),
    ]);
    expect(indicatorOf(score(map), 'politeness')).toMatchObject({ value: null, missing: 'NoMeasurement' });
    expect(indicatorOf(score(map, kid), 'politeness').value).toBe(40);
    expect(indicatorOf(score(map, kid), 'empathy').value).toBeNull();
  });

  it('[Q2] a volume missing at one scored step makes all steps weigh the same', () => {
    const card = score(mapOf(exampleMeasurements.filter((each) => each.id !== 'measurement_b-volume')));
    expect(card.stepWeights).toBe('equal');
    expect(indicatorOf(card, 'politeness').value).toBe(85);
  });

  it('[Q2] a map-level measurement counts only where no step has one', () => {
    const card = score(mapOf([...exampleMeasurements, ...measured('map', { politeness: 0 })]));
    expect(indicatorOf(card, 'politeness').value).toBe(82.5);
    expect(indicatorOf(card, 'channelsOffered').places).toMatchObject([{ place: 'map', value: 50 }]);
  });

  it("[Q2] nodes roll up by volume, waits to the step where they are shown, each by its channel's curve", () => {
    const node = (id: string, channel: string) => ({
      id: `node_${id}`,
      stepId: 'step_b',
      waitShownAt: 'step_a',
      title: id,
      kind: 'contact',
      channel,
    });
    const onNode = (id: string, metric: string, value: number) => ({
      id: `measurement_${id}-${metric}`,
      metric,
      on: { nodeId: `node_${id}` },
      value,
      source: { kind: 'measured' },
    });
    const map = mapOf(
      [
        onNode('chat', 'volume', 300),
        onNode('mail', 'volume', 100),
        onNode('chat', 'firstResponse', 60),
        onNode('mail', 'firstResponse', 3_600),
        onNode('chat', 'politeness', 80),
        onNode('mail', 'politeness', 40),
      ],
      { nodes: [node('chat', 'chat'), node('mail', 'email')] },
    );
    const card = score(map);
    expect(indicatorOf(card, 'firstResponse').places).toMatchObject([
      { place: 'step_a', value: (300 * 72.5 + 100 * 85) / 400 },
    ]);
    expect(indicatorOf(card, 'politeness').places).toMatchObject([{ place: 'step_b', value: 70 }]);
    expect(indicatorOf(score(map, { channel: 'email' }), 'politeness').value).toBe(40);
  });
});

describe('coverage', () => {
  it('[Q3] a missing indicator is re-weighted and reported, not zero', () => {
    const card = score(example);
    expect(indicatorOf(card, 'agentPatience')).toMatchObject({ value: null, missing: 'NoMeasurement' });
    expect(card.dimensions[0]?.value).toBeCloseTo((81.875 + 82.5 + 70) / 3, 10);
  });

  it('[Q3] below half its weight a dimension has no value and leaves the index', () => {
    const card = score(mapOf(measured('a', { politeness: 90, csat: 0.5 })));
    expect(card.dimensions[0]).toMatchObject({ value: null, sufficient: false, coverage: 0.25 });
    expect(card.index).toEqual({ value: 50, coverage: expect.closeTo(0.15 * 0.5, 12) });
    expect(card.steps[0]?.value).toBeCloseTo((5 * 90 + 7.5 * 50) / 12.5, 10);
  });

  it('[Q4] nothing measured: no index, coverage 0', () => {
    expect(score(mapOf([]))).toMatchObject({ index: { value: null, coverage: 0 } });
  });
});

describe('the ratios of source 000 as printed', () => {
  it('[Q6] are formed only for the flagged model, cut at 1, and absent at zero wait', () => {
    const model = {
      ...fiveDimensions,
      dimensions: [dimension('speed', 1, ['responseRatio', 'resolutionRatio'])],
    };
    const ratios = (wait: number) => {
      const times = measured('a', { firstResponse: 30, handleTime: 240, wait });
      return scoreMap(
        mapOf(times),
        mapOf([], { qualityModels: [model] }).qualityModels[0]!,
        measuredInputs(mapOf(times)),
      ).dimensions[0]!.indicators.map(({ value }) => value);
    };
    expect(ratios(60)).toEqual([50, 100]);
    expect(ratios(0)).toEqual([null, null]);
  });
});

describe('properties', () => {
  const values = fc.record({
    a: fc.dictionary(fc.constantFrom('politeness', 'empathy', 'csatX'), fc.nat(100)),
    b: fc.dictionary(fc.constantFrom('politeness', 'agentPatience', 'empathy'), fc.nat(100)),
    weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 5, maxLength: 5 }),
  });

  it('[Q5] weights normalise at each level', () => {
    fc.assert(
      fc.property(values, ({ weights }) => {
        const model = {
          ...fiveDimensions,
          dimensions: fiveDimensions.dimensions.map((each, i) => ({ ...each, weight: weights[i] })),
        };
        const card = score(mapOf(exampleMeasurements, { qualityModels: [model] }));
        expect(card.dimensions.reduce((sum, each) => sum + each.weight, 0)).toBeCloseTo(1, 12);
        for (const each of card.dimensions)
          expect(each.indicators.reduce((sum, indicator) => sum + indicator.weight, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('[Q2] the order of steps does not matter', () => {
    fc.assert(
      fc.property(values, ({ a, b }) => {
        const measurements = [...measured('a', a), ...measured('b', b)];
        const map = mapOf(measurements);
        const turned = {
          ...map,
          steps: [...map.steps].reverse(),
          measurements: [...map.measurements].reverse(),
        };
        const one = score(map);
        const other = score(turned);
        expect(other.index.value ?? -1).toBeCloseTo(one.index.value ?? -1, 9);
        for (const step of one.steps)
          expect(other.steps.find((each) => each.stepId === step.stepId)).toEqual(step);
      }),
    );
  });
});
