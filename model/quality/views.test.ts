import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../map/journeyMap.ts';
import { controlLimits } from './controlLimits.ts';
import { allocatedWeights, gapOf } from './gap.ts';
import { importancePerformance } from './importancePerformance.ts';
import { measuredInputs } from './measuredInputs.ts';
import { indicatorOwnership } from './ownership.ts';
import { stageScore } from './partialScores.ts';
import { peakEnd } from './peakEnd.ts';
import type { Combination } from '../map/qualityModel.ts';
import { scoreMap } from './scoreMap.ts';
import { scoreWithBands } from './scoreWithBands.ts';
import { dimension, example, exampleMeasurements, mapOf, measured } from './testing/numericExample.ts';
import { traceIndex, type TraceNode } from './trace.ts';
import { tracePeakEnd, traceStage, traceStep } from './traceParts.ts';

const score = (map: JourneyMap, combine: Combination = 'mean') =>
  scoreMap(map, { ...map.qualityModels[0]!, combine }, measuredInputs(map));

describe('other ways to combine', () => {
  const map = mapOf(measured('a', { politeness: 40, empathy: 90 }), {
    qualityModels: [
      { id: 'qualityModel_x', title: 'X', dimensions: [dimension('d', 1, ['politeness', 'empathy'])] },
    ],
  });
  it('[Q23] the mean compensates, the geometric mean less, the weakest link not at all', () => {
    expect(score(map).index.value).toBeCloseTo(65, 12);
    expect(score(map, 'geometric').index.value).toBeCloseTo(60, 10);
    expect(score(map, 'weakest').index.value).toBe(40);
  });

  it('[Q23] one zero makes the geometric mean zero', () => {
    const zero = mapOf(measured('a', { politeness: 0, empathy: 90 }), { qualityModels: map.qualityModels });
    expect(score(zero, 'geometric').index.value).toBe(0);
  });

  it('[Q23] peak-end is half the end, half the most extreme step, over steps that have a score', () => {
    expect(peakEnd([60, 20, null, 75, 60])).toEqual({ value: 40, peak: 1, end: 4 });
    expect(peakEnd([60, 95, 70, null])).toEqual({ value: 82.5, peak: 1, end: 2 });
    expect(peakEnd([null])).toBeUndefined();
  });
});

describe('gaps', () => {
  it('[Q24] perceived minus expected by pairs, with a paired interval', () => {
    const gap = gapOf([
      { expected: 6, perceived: 5 },
      { expected: 7, perceived: 4 },
      { expected: 5, perceived: 5 },
      { expected: 6, perceived: 6 },
    ])!;
    expect(gap.gaps).toEqual([-1, -3, 0, 0]);
    expect([gap.meanGap, gap.meanExpected, gap.meanPerceived]).toEqual([-1, 6, 5]);
    // Deviation sqrt(2), t(.95, 3) = 2.353363: half width 1.6641.
    expect(gap.interval!.low).toBeCloseTo(-2.6641, 4);
    expect(gapOf([])).toBeUndefined();
  });

  it('[Q24] a gap of 0 scores 50, of -6 nothing, of 6 everything', () => {
    const servqual = (value: number) => {
      const map = mapOf(measured('a', { servqual01: value }), {
        qualityModels: [
          { id: 'qualityModel_s', title: 'S', dimensions: [dimension('t', 1, ['servqual01'])] },
        ],
      });
      return score(map).index.value;
    };
    expect([servqual(0), servqual(-6), servqual(6), servqual(-1.2)]).toEqual([50, 0, 100, 40]);
  });

  it('[Q24] points that people allocate become shares', () => {
    expect(
      allocatedWeights([
        [50, 50, 0],
        [10, 20, 70],
        [0, 0, 0],
      ]),
    ).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.35, 12), expect.closeTo(0.35, 12)]);
  });
});

describe('importance against performance', () => {
  it('[Q25] four fields around the means; a band across a line is ambiguous', () => {
    const card = scoreWithBands(example, example.qualityModels[0]!, measuredInputs(example));
    const placed = importancePerformance(card)!;
    const of = (title: string) => placed.indicators.find((each) => each.title === title)!;
    expect(of('firstContactResolution')).toMatchObject({
      quadrant: 'concentrate',
      importance: expect.closeTo(0.1),
    });
    expect(of('politeness').quadrant).toBe('overkill');
    expect(of('channelsOffered')).toMatchObject({ quadrant: 'lowPriority', ambiguous: false });
    expect(of('productKnowledge').ambiguous).toBe(true);
    expect(placed.indicators.length).toBe(11);
    expect(
      importancePerformance(card, { targetScore: 90 })!.indicators.every((each) => each.performance < 90),
    ).toBe(true);
  });

  it('[Q25] nothing measured: no picture', () => {
    expect(importancePerformance(score(mapOf([])))).toBeUndefined();
  });
});

describe('who answers for a number', () => {
  it('[Q26] shows indicators that nobody measures or signs for', () => {
    const signed = exampleMeasurements.map((each) =>
      each.id === 'measurement_a-politeness'
        ? { ...each, source: { kind: 'measured', ownerName: 'Mei' } }
        : each,
    );
    const map = mapOf(signed);
    const owned = indicatorOwnership(map, score(map));
    const of = (title: string) => owned.find((each) => each.title === title)!;
    expect(of('politeness')).toMatchObject({
      unowned: false,
      cells: [
        { place: 'step_a', score: 80, owners: ['Mei'] },
        { place: 'step_b', score: 90, owners: [] },
      ],
    });
    expect(of('agentPatience')).toMatchObject({ unowned: true, cells: [] });
    expect(of('empathy').unowned).toBe(true);
  });
});

describe('natural limits of a series', () => {
  it('[Q27] mean plus and minus 2.66 mean moving ranges; points outside are signals', () => {
    const limits = controlLimits([10, 12, 10, 12, 10, 12, 10, 40])!;
    expect(limits.mean).toBe(14.5);
    expect(limits.high).toBeCloseTo(14.5 + (2.66 * 42) / 7, 10);
    expect(limits.signals).toEqual([7]);
  });

  it('[Q27] eight in a row on one side are a signal too; below five points there are no limits', () => {
    const series = [10, 11, 10, 11, 10, 11, 10, 11, 20, 21, 20, 21, 20, 21, 20, 21];
    expect(controlLimits(series)!.signals.length).toBe(16);
    expect(controlLimits([1, 2, 3, 4])).toBeUndefined();
  });
});

describe('the tree behind a number', () => {
  const nodes = (node: TraceNode): readonly TraceNode[] => [node, ...node.inputs.flatMap(nodes)];
  const trace = traceIndex(example, example.qualityModels[0]!, score(example));

  it('[Q28] leads from the index to every measurement that counts, and is plain JSON', () => {
    const measurements = nodes(trace.root).filter(({ of }) => of.kind === 'measurement');
    expect(measurements.length).toBe(exampleMeasurements.length - 2);
    expect(measurements.every(({ source }) => source?.kind === 'measured')).toBe(true);
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
    const ids = nodes(trace.root).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('[Q28] each number follows from its inputs by its formula', () => {
    for (const { value, inputs, formula } of nodes(trace.root)) {
      if (formula === 'measured' || formula === 'curve' || value === null) continue;
      const present = inputs.filter((input) => input.value !== null);
      const all = present.reduce((sum, input) => sum + input.weight!, 0);
      const mean = present.reduce((sum, input) => sum + (input.weight! / all) * input.value!, 0);
      expect(mean).toBeCloseTo(value, 9);
    }
  });

  it('[Q28] names curves with source and grade, and what is missing', () => {
    const curve = nodes(trace.root).find(({ id }) => id.endsWith('indicator_firstResponse/step_a/0'))!;
    expect(curve.assumptions).toEqual([
      { type: 'curve', source: expect.stringContaining('002'), grade: 'D' },
    ]);
    expect(trace.root.assumptions).toContainEqual({ type: 'partial', coverage: expect.closeTo(0.7333, 4) });
    expect(
      nodes(trace.root).some(({ assumptions }) => assumptions.some((each) => each.type === 'assumedWidth')),
    ).toBe(true);
  });

  it('[Q28] every step, stage and the memory of the journey have trees in which each number follows', () => {
    const model = example.qualityModels[0]!;
    const card = score(example);
    const trees = [
      ...card.steps.flatMap(({ stepId, value }) =>
        value === null ? [] : [{ value, tree: traceStep(example, model, card, stepId) }],
      ),
      ...example.stages.map(({ id }) => ({
        value: stageScore(example, model, measuredInputs(example), id).value,
        tree: traceStage(example, model, measuredInputs(example), id),
      })),
      {
        value: peakEnd(card.steps.map(({ value }) => value))!.value,
        tree: tracePeakEnd(example, model, card)!,
      },
    ];
    expect(trees.length).toBeGreaterThan(3);
    for (const { value, tree } of trees) {
      expect(tree.root.value).toBe(value);
      const all = nodes(tree.root);
      expect(all.some(({ of }) => of.kind === 'measurement')).toBe(true);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      for (const { value: shown, inputs, formula } of all) {
        if (formula === 'measured' || formula === 'curve' || shown === null) continue;
        const present = inputs.filter((input) => input.value !== null);
        const sum = present.reduce((whole, input) => whole + input.weight!, 0);
        const mean = present.reduce((whole, input) => whole + (input.weight! / sum) * input.value!, 0);
        expect(mean).toBeCloseTo(shown, 9);
      }
    }
  });

  it('[Q28] counts the inputs that are estimates', () => {
    const map = mapOf(
      exampleMeasurements.map((each, i) =>
        i % 2 === 0 ? { ...each, low: 0, likely: 0.1, high: 100, source: { kind: 'estimate' } } : each,
      ),
    );
    const { inputs, estimates } = traceIndex(map, map.qualityModels[0]!, score(map));
    expect(inputs).toBe(exampleMeasurements.length - 2);
    expect(estimates).toBeGreaterThan(0);
    expect(estimates).toBeLessThan(inputs);
  });
});
