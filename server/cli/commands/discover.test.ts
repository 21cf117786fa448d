import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runLine } from '../testing/runLine.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-discover-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

const run = (...line: readonly string[]) => runLine(line);

const table = [
  'Fall;Was;Wann',
  '1;Ask;2026-01-05 10:00',
  '1;Check;2026-01-05 10:20',
  '1;Pay;2026-01-05 11:20',
  '2;Ask;2026-01-05 10:10',
  '2;Check;2026-01-05 10:20',
  '2;Check;2026-01-05 10:25',
].join('\n');

const xes = `<log xmlns="http://www.xes-standard.org/"><trace><string key="concept:name" value="1"/>
  <event><string key="concept:name" value="Ask"/><date key="time:timestamp" value="2026-01-05T10:00:00Z"/></event>
  <event><string key="concept:name" value="Pay"/><date key="time:timestamp" value="2026-01-05T10:05:00Z"/></event>
</trace></log>`;

describe('throughline discover', () => {
  it('[T18] prints the figures of a table whose columns are named, and writes the map', async () => {
    await writeFile(at('log.csv'), table);
    const columns = ['--case', 'Fall', '--activity', 'Was', '--time', 'Wann'];
    const { code, out } = await run('discover', at('log.csv'), '--json', '-o', at('map.json'), ...columns);
    expect(code).toBe(0);
    const found = JSON.parse(out) as { activities: object[] };
    expect(found).toMatchObject({
      cases: 2,
      events: 6,
      variants: 2,
      caseSeconds: { median: 2_850, mean: 2_850 },
    });
    expect(Object.keys(found)).toEqual([
      'cases',
      'events',
      'variants',
      'activities',
      'topVariants',
      'caseSeconds',
    ]);
    expect(found.activities[0]).toMatchObject({
      name: 'Ask',
      events: 2,
      cases: 2,
      resources: 0,
      medianSecondsToNext: 900,
      reworkRate: 0,
    });
    expect(found.activities[1]).toMatchObject({ name: 'Check', events: 3, reworkRate: 0.5 });
    const checked = await run('check', at('map.json'));
    expect(checked.code).toBe(0);
    expect(JSON.parse(await readFile(at('map.json'), 'utf8'))).toMatchObject({ title: 'log' });
  });

  it('[T18] reads XES, compressed too, and so does convert', async () => {
    await writeFile(at('log.xes.gz'), gzipSync(xes));
    const { code, out } = await run('discover', at('log.xes.gz'));
    expect(code).toBe(0);
    expect(out).toContain('1 cases, 2 events, 1 different paths.');
    expect((await run('convert', at('log.xes.gz'), at('map.json'))).code).toBe(0);
    expect(JSON.parse(await readFile(at('map.json'), 'utf8'))).toMatchObject({
      steps: [{ title: 'Ask' }, { title: 'Pay' }],
    });
  });

  it('[T18] refuses a damaged archive, broken XML and unknown columns with a sentence', async () => {
    await writeFile(at('cut.xes.gz'), gzipSync(xes.repeat(50)).subarray(0, 60));
    await writeFile(at('broken.xes'), '<log><trace></log>');
    await writeFile(at('log.csv'), table);
    for (const [name, sentence] of [
      ['cut.xes.gz', 'damaged or cut off'],
      ['broken.xes', 'line 1 is no XML'],
      ['log.csv', 'No column is known as the case; the file has: Fall, Was, Wann. Name it with --case.'],
    ] as const) {
      const refused = await run('discover', at(name), '--json');
      expect([refused.code, refused.out]).toEqual([1, '']);
      expect(refused.told).toContain(sentence);
    }
  });
});
