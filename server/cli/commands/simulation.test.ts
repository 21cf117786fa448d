import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assert } from '../../../model/assert.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import { runLine } from '../testing/runLine.ts';

let folder: string;
let path: string;
let map: JourneyMap;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-simulation-'));
  path = join(folder, 'map.json');
  await run('new', 'wrongParcel', '-o', path);
  map = JSON.parse(readFileSync(path, 'utf8')) as JourneyMap;
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...line: readonly string[]) => runLine(line);

/** The sample with something changed, as a file. */
function changed(name: string, change: (map: JourneyMap) => object): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ ...map, ...change(map) }));
  return file;
}

const withoutPeople = (): string =>
  changed('idle.json', ({ pools }) => ({
    pools: pools.map((pool) => ({ ...pool, agents: pool.agents.map(() => 0) })),
  }));

interface SimulationReport {
  readonly seed: number;
  readonly level: string;
  readonly replications: number;
  readonly elapsedMs: number;
  readonly index: { readonly difference: { readonly value: number; readonly resolved: boolean } };
  readonly steps: readonly { readonly id: string; readonly meanWaitSeconds: number | null }[];
  readonly nodes: readonly { readonly id: string; readonly visits: number }[];
  readonly pools: readonly { readonly byHour: readonly (number | null)[] }[];
}
const reportOf = (out: string) => JSON.parse(out) as SimulationReport;

describe('throughline simulate', () => {
  it('[T23] gives the same report for the same seed, apart from the time it took', async () => {
    const [plan] = map.plans;
    assert(plan !== undefined, 'the sample has a plan');
    const options = ['--plan', plan.id, '--replications', '10', '--json'];
    const [one, other, third] = [
      await run('simulate', path, ...options, '--seed', '7'),
      await run('simulate', path, ...options, '--seed', '7'),
      await run('simulate', path, ...options, '--seed', '8'),
    ];
    const [a, b, c] = [one, other, third].map(({ out }) => ({ ...reportOf(out), elapsedMs: 0 }));
    expect(a).toEqual(b);
    expect(c).not.toEqual(a);
    expect(a).toMatchObject({ seed: 7, level: 'standard', replications: 10 });
    expect(a?.index.difference.value).toBeGreaterThan(0);
    expect(a?.steps.map(({ id }) => id)).toEqual(map.steps.map(({ id }) => id));
    expect(a?.nodes.every(({ visits }) => visits > 0)).toBe(true);
    expect(a?.pools[0]?.byHour).toHaveLength(24);
  });

  it('[T23] without a plan the difference is exactly none, in words too', async () => {
    const report = reportOf((await run('simulate', path, '--replications', '10', '--json')).out);
    expect(report.index.difference).toMatchObject({ value: 0, resolved: false });
    const { code, out } = await run('simulate', path, '--replications', '10');
    expect(code).toBe(0);
    expect(out).toMatch(/^10 pairs of days/);
  });

  it('[T23] the full level runs every draw through the engine', async () => {
    const { out } = await run('simulate', path, '--level', 'full', '--draws', '6', '--json');
    expect(reportOf(out).level).toBe('full');
  }, 60_000);

  it.each([
    [['--plan', 'plan_none'], 1, 'There is no plan "plan_none" in this map.'],
    [['--seed', 'x'], 2, 'Expected a whole number for --seed, found "x".'],
    [['--replications', '0'], 2, 'for --replications, found "0".'],
    [['--level', 'deep'], 2, 'Expected "standard" or "full" for --level, found "deep".'],
  ])('[T23] %j is refused in a sentence', async (options, code, sentence) => {
    const refused = await run('simulate', path, ...options);
    expect([refused.code, refused.out]).toEqual([code, '']);
    expect(refused.told).toContain(sentence);
  });

  it('[T23] a service that cannot run is named with the way out', async () => {
    const broken = withoutPeople();
    const refused = await run('simulate', broken);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.told).toContain('nobody on duty at any hour. Enter people by hour.');
  });
});

describe('throughline optimise', () => {
  interface OptimiseReport {
    readonly chosen: readonly string[];
    readonly cost: number;
    readonly certificate: object;
    readonly frontier: readonly {
      readonly cost: number;
      readonly value: number;
      readonly difference: { readonly low: number; readonly high: number } | null;
    }[];
    readonly simulated: readonly { readonly levers: readonly string[]; readonly difference: object }[];
  }

  it('[T24] proves the best set for a budget, simulates the best five and prints the frontier', async () => {
    const { code, out } = await run('optimise', path, '--budget', '20000000', '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out) as OptimiseReport;
    expect(report.cost).toBeLessThanOrEqual(20_000_000);
    expect(report.certificate).toEqual({ kind: 'optimal', percent: 0 });
    expect(report.simulated).toHaveLength(5);
    expect(report.simulated.map(({ levers }) => levers)).toContainEqual(report.chosen);
    const values = report.frontier.map(({ value }) => value);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    const last = report.frontier.at(-1)!.difference!;
    expect(last.low).toBeLessThan(last.high);
  }, 60_000);

  it('[T24] where the service cannot run the formulas alone answer, and why is told', async () => {
    const without = withoutPeople();
    const { code, out, told } = await run('optimise', without, '--budget', '20000000');
    expect(code).toBe(0);
    expect(told).toContain('nobody on duty');
    expect(out).toContain('Found by formulas, not by simulation');
  });

  it('[T24] a budget that is none is refused', async () => {
    const refused = await run('optimise', path, '--budget', 'much');
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.told).toContain('Expected --budget');
  });
});

describe('throughline queue and replay', () => {
  it('[T25] Erlang A of fifty agents whose callers hang up after two minutes', async () => {
    const load = ['--arrivals-per-hour', '2880', '--handle-seconds', '60', '--agents', '50'];
    const { out } = await run('queue', '--model', 'erlang-a', ...load, '--patience-seconds', '120', '--json');
    const figures = JSON.parse(out) as Readonly<Record<string, number>>;
    expect(figures['abandonmentProbability']).toBeCloseTo(0.030912, 6);
    expect(figures['meanWaitSeconds']).toBeCloseTo(3.7095, 4);
    const over = await run('queue', '--model', 'erlang-c', ...load.slice(0, 4), '--agents', '40');
    expect([over.code, over.out]).toEqual([1, '']);
    expect(over.told.length).toBeGreaterThan(20);
  });

  it('[T26] replays a recorded day with another number of agents, first come first served', async () => {
    const trace = join(folder, 'trace.csv');
    writeFileSync(trace, 'arrivalSeconds,serviceSeconds\n0,10\n1,10\n2,10\n');
    const waits = async (agents: string) =>
      (
        JSON.parse((await run('replay', trace, '--agents', agents, '--json', '--waits')).out) as {
          waits: number[];
        }
      ).waits;
    expect(await waits('1')).toEqual([0, 9, 18]);
    expect(await waits('2')).toEqual([0, 0, 8]);
    writeFileSync(trace, 'arrivalSeconds\n0\n');
    const refused = await run('replay', trace, '--agents', '1');
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.told).toContain('serviceSeconds');
  });
});
