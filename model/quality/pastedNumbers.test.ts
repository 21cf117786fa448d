import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from './distribution.ts';
import { catalogueMetric } from './metricCatalogue.ts';
import { answersOfSamples, samplesOfAnswers } from './npsAnswers.ts';
import { observationsInTable } from './observationsInTable.ts';
import { estimatePatience } from './patienceEstimate.ts';
import { posteriorOf } from './posterior.ts';
import { sampleQuantile } from './sampleQuantile.ts';
import { joinSeries, seriesInTable } from './seriesInTable.ts';
import { waitsInTable } from './waitsInTable.ts';
import type { MeasurementId } from '../map/ids.ts';
import type { NewMeasurement } from './measurementTable.ts';

const cells = (text: string): string[][] => text.split('\n').map((line) => line.split('\t'));

describe('answers behind an NPS', () => {
  it('[Q34] come back from what is kept of them', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (promoters, passives, detractors) => {
        const answers = { promoters, passives, detractors };
        expect(answersOfSamples(samplesOfAnswers(answers))).toEqual(answers);
      }),
    );
    expect(answersOfSamples([100, 9])).toBeUndefined();
  });

  it('[Q34] make the interval adjusted Wald, narrower than that of the same score and n alone', () => {
    const base = {
      id: 'measurement_a' as MeasurementId,
      metric: 'nps',
      on: { map: true as const },
      source: { kind: 'survey' as const, reference: '', ownerName: '' },
      series: [],
    };
    const width = (fields: object): number => {
      const measurement = { ...base, ...fields };
      const { low, high } = posteriorOf(
        measurement,
        catalogueMetric('nps'),
        distributionOf(measurement)!,
      ).interval(0.95);
      return high - low;
    };
    const counted = width({ samples: samplesOfAnswers({ promoters: 50, passives: 30, detractors: 20 }) });
    // By hand: n' 103, p' 50.75 / 103, d' 20.75 / 103, m .29126, var .60934, half width 1.95996 sqrt(.60934 / 103).
    expect(counted).toBeCloseTo(30.15, 1);
    expect(width({ value: 30, n: 100 })).toBeGreaterThan(counted * 1.15);
  });
});

describe('waits for the patience', () => {
  it('[Q16] are read from a table, with heads, units and words in each language', () => {
    const { waits, errors } = waitsInTable(
      cells('Wait\tOutcome\n30\tanswered\n2 min\tgave up\n1:30\t接通\n４５\t放棄'),
    );
    expect(errors).toEqual([]);
    expect(waits).toEqual([
      { seconds: 30, abandoned: false },
      { seconds: 120, abandoned: true },
      { seconds: 90, abandoned: false },
      { seconds: 45, abandoned: true },
    ]);
    expect(estimatePatience(waits)).toMatchObject({ meanSeconds: 142.5, abandonments: 2 });
  });

  it('[Q16] name the cell that cannot be read', () => {
    expect(waitsInTable(cells('30\tanswered\nlong\tgave up\n50\tmaybe\n-3\tgave up')).errors).toEqual([
      { row: 1, column: 0, type: 'NotANumber', found: 'long' },
      { row: 2, column: 1, type: 'NoOutcome', found: 'maybe' },
      { row: 3, column: 0, type: 'OutOfRange', found: '-3' },
    ]);
  });
});

describe('series', () => {
  it('[Q35] are read by day, in per cent for shares, oldest first; wrong cells are named', () => {
    const { series, errors } = seriesInTable(
      cells('Day\tValue\tn\n2026-02-28\t70\t200\n2026年1月31日\t65 %\nMarch\t60\n2026-04-30\t160'),
      catalogueMetric('csat'),
    );
    expect(series).toEqual([
      { at: '2026-01-31', value: 0.65 },
      { at: '2026-02-28', value: 0.7, n: 200 },
    ]);
    expect(errors).toEqual([
      { row: 3, column: 0, type: 'NotADate', found: 'March' },
      { row: 4, column: 1, type: 'OutOfRange', found: '160' },
    ]);
  });

  it('[Q35] numbers of several periods become one measurement, the newest, with its series', () => {
    const at = (value: number, month: string, more: Partial<NewMeasurement> = {}): NewMeasurement => ({
      metric: 'csat',
      on: { map: true },
      value,
      period: { from: `2026-${month}-01`, to: `2026-${month}-28` },
      source: { kind: 'survey', reference: '', ownerName: '' },
      series: [],
      ...more,
    });
    const { period: _, ...undated } = at(0.5, '01');
    const joined = joinSeries([
      at(0.7, '02', { n: 50 }),
      at(0.6, '01'),
      at(0.9, '01', { segment: { channel: 'chat' } }),
      at(0.8, '03'),
      undated,
    ]);
    expect(joined).toHaveLength(3);
    expect(joined[0]).toMatchObject({
      value: 0.8,
      period: { to: '2026-03-28' },
      series: [
        { at: '2026-01-28', value: 0.6 },
        { at: '2026-02-28', value: 0.7, n: 50 },
        { at: '2026-03-28', value: 0.8 },
      ],
    });
    expect(joined[1]).toMatchObject({ value: 0.9, series: [] });
  });
});

describe('single observations', () => {
  it('[Q37] are read from rows and columns, with units; a wrong cell is named', () => {
    const time = catalogueMetric('firstResponse');
    expect(observationsInTable(cells('Seconds\n30\t45\n1:30\t2 min\n\n９０'), time)).toEqual({
      samples: [30, 45, 90, 120, 90],
      errors: [],
    });
    expect(observationsInTable(cells('30\nlong\n-4'), time).errors).toEqual([
      { row: 1, column: 0, type: 'NotANumber', found: 'long' },
      { row: 2, column: 0, type: 'OutOfRange', found: '-4' },
    ]);
  });

  it('[Q37] have quantiles on straight lines between them', () => {
    expect(sampleQuantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(sampleQuantile([7], 0.9)).toBe(7);
    expect(sampleQuantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9)).toBe(10);
  });
});
