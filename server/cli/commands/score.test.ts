import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import type { Language } from '../../../model/map/language.ts';
import { mapToJson } from '../../../model/map/mapJson.ts';
import type { ScoreReport } from '../../../model/quality/scoreReport.ts';
import { example, exampleMeasurements, mapOf } from '../../../model/quality/testing/numericExample.ts';
import { runLine } from '../testing/runLine.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-score-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function score(map: JourneyMap, options: readonly string[] = [], language: Language = 'en') {
  const path = join(folder, 'map.json');
  await writeFile(path, mapToJson(map));
  return runLine(['score', path, ...options], language);
}

const report = async (map: JourneyMap, ...options: readonly string[]): Promise<ScoreReport> =>
  JSON.parse((await score(map, ['--json', ...options])).out) as ScoreReport;

describe('throughline score', () => {
  it('[Q17] prints the numeric example with the keys of the contract', async () => {
    const { model, index, dimensions, steps } = await report(example);
    expect(model).toBe('qualityModel_five');
    expect(index.value).toBeCloseTo(69.1875, 10);
    expect(index.low!).toBeLessThan(69.1875);
    expect(index.high!).toBeGreaterThan(69.1875);
    expect(dimensions.map(({ weight }) => weight)).toEqual([0.2, 0.3, 0.2, 0.15, 0.15]);
    expect(dimensions[0]?.indicators[0]).toMatchObject({
      id: 'indicator_firstResponse',
      weight: 0.25,
      value: 81.875,
      source: 'measured',
    });
    expect(dimensions[0]?.indicators[2]).toMatchObject({ value: null, low: null, high: null, source: null });
    expect(steps[1]).toMatchObject({ id: 'step_b', value: expect.closeTo(65.566, 3) });
  });

  it('[Q17] a map without measurements has no index and coverage 0, and that is no error', async () => {
    const { code, out } = await score(mapOf([]), ['--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ index: { value: null, low: null, high: null, coverage: 0 } });
  });

  it('[Q17] takes a model of the library by name, and the five-dimension index where the map has none', async () => {
    expect((await report(example, '--model', 'responseQuality')).dimensions.length).toBe(6);
    const bare = mapOf(exampleMeasurements, { qualityModels: [] });
    const { out, told } = await score(bare, ['--json']);
    expect(JSON.parse(out)).toMatchObject({
      model: 'qualityModel_fiveDimensionIndex',
      index: { value: expect.closeTo(69.1875, 10) },
    });
    expect(told).toContain('no quality model of its own');
  });

  it('[Q17] an unknown model is exit 1 with the names there are, in the language of the reader', async () => {
    const { code, out, told } = await score(example, ['--model', 'nonsense'], 'zh-Hant');
    expect([code, out]).toEqual([1, '']);
    expect(told).toContain('沒有品質模型「nonsense」');
    expect(told).toContain('fiveDimensionIndex');
  });

  it('[Q17] says in words what is missing and what is only estimated', async () => {
    const estimate = {
      ...exampleMeasurements[2],
      low: 70,
      likely: 80,
      high: 90,
      source: { kind: 'estimate' },
    };
    const { out } = await score(mapOf([estimate]));
    expect(out).toContain('politeness  80  likely between');
    expect(out).toContain('(Estimate)');
    expect(out).toContain('empathy  – not measured');
    expect(out).toContain('insufficient data');
  });
});
