import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languages } from '../../model/map/language.ts';
import { languageOfEnvironment } from './languageOfEnvironment.ts';
import { runLine } from './testing/runLine.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

const inFolder = (name: string): string => join(folder, name);
const han = /\p{Script=Han}/u;

describe('the command line', () => {
  it('[T10] lists the templates with id, kind and title in three languages', async () => {
    const { code, out } = await runLine(['templates', '--json']);
    expect(code).toBe(0);
    const listed = (JSON.parse(out) as { templates: readonly { id: string; kind: string; title: object }[] })
      .templates;
    expect(listed[0]).toEqual({
      id: 'wrongParcel',
      kind: 'blueprint',
      title: { en: 'A wrong parcel', 'zh-Hans': '寄错的包裹', 'zh-Hant': '寄錯的包裹' },
    });
  });

  it.each(languages)(
    '[T11] makes a map from a template in %s that its own check finds sound',
    async (language) => {
      const path = inFolder('map.json');
      expect((await runLine(['new', 'wrongParcel', '-o', path, '--language', language])).code).toBe(0);
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ language });
      const checked = await runLine(['check', path, '--json']);
      expect(checked.code).toBe(0);
      expect(JSON.parse(checked.out)).toMatchObject({ violations: [] });
    },
  );

  it('[T11] gives each new map an id of its own', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (JSON.parse((await runLine(['new', 'blankJourney'])).out) as { id: string }).id),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('[T12] lists violations, then advice, and exits 1 when a rule is broken', async () => {
    await writeFile(
      inFolder('broken.json'),
      JSON.stringify({
        formatVersion: 1,
        id: 'map_x',
        title: 'X',
        language: 'en',
        stages: [{ id: 'stage_a', title: 'A' }],
        steps: [{ id: 'step_a', stageId: 'stage_b', title: 'Look' }],
      }),
    );
    const found = await runLine(['check', inFolder('broken.json'), '--json']);
    expect(found.code).toBe(1);
    const { violations, advice } = JSON.parse(found.out) as {
      violations: readonly object[];
      advice: readonly { rule: string }[];
    };
    expect(violations).toEqual([
      {
        rule: 'M2',
        path: 'steps[0].stageId',
        message: "The stage stage_b does not exist; name one of the map's stages.",
      },
    ]);
    expect(advice.map((each) => each.rule)).toEqual(['M40', 'M42']);
    const inChinese = await runLine(['check', inFolder('broken.json')], 'zh-Hant');
    expect(
      inChinese.out
        .split('\n')
        .slice(0, 3)
        .every((line) => han.test(line)),
    ).toBe(true);
  });

  it('[T13] converts by the endings of the names, and writes nothing when the input is wrong', async () => {
    await runLine(['new', 'wrongParcel', '-o', inFolder('map.json')]);
    expect((await runLine(['convert', inFolder('map.json'), inFolder('copy.json')])).code).toBe(0);
    expect(await readFile(inFolder('copy.json'), 'utf8')).toBe(await readFile(inFolder('map.json'), 'utf8'));
    await writeFile(inFolder('broken.json'), '{');
    const refused = await runLine(['convert', inFolder('broken.json'), inFolder('out.json')]);
    expect(refused.code).toBe(1);
    expect(refused.told).toMatch(/broken\.json: Expected a map file in JSON/);
    expect((await readdir(folder)).sort()).toEqual(['broken.json', 'copy.json', 'map.json']);
  });

  it('[T13] reads and writes Mermaid journeys, and tells what it repaired', async () => {
    await writeFile(inFolder('day.mmd'), 'journey\ntitle 我的一天\nsection 早上\n泡茶\uFF1A 5: 我\n');
    const converted = await runLine(['convert', inFolder('day.mmd'), inFolder('day.json')], 'zh-Hans');
    expect(converted.code).toBe(0);
    expect(converted.told).toMatch(/^第 4 行/);
    expect(JSON.parse(await readFile(inFolder('day.json'), 'utf8'))).toMatchObject({ title: '我的一天' });
    await runLine(['convert', inFolder('day.json'), inFolder('again.mmd')]);
    expect(await readFile(inFolder('again.mmd'), 'utf8')).toBe(
      'journey\n  title 我的一天\n  section 早上\n    泡茶: 5: 我\n',
    );
  });

  it('[T14] answers wrong usage with exit code 2, how it should be, and no output', async () => {
    for (const line of [
      ['new'],
      ['new', 'wrongParcel', '--colour'],
      ['new', 'wrongParcel', '--language', 'fr'],
      ['check'],
      ['convert', 'map.json', 'map.abc'],
      ['convert', 'one', 'two', 'three'],
      ['nonsense'],
    ])
      for (const language of languages) {
        const { code, out, told } = await runLine(line, language);
        expect([line, code, out]).toEqual([line, 2, '']);
        expect(han.test(told), told).toBe(language !== 'en');
      }
  });

  it('[T15] answers wrong input with exit code 1 and one sentence in the reader’s language', async () => {
    await writeFile(inFolder('newer.json'), '{"formatVersion": 9}');
    for (const line of [
      ['new', 'nonsense'],
      ['check', inFolder('missing.json')],
      ['check', inFolder('newer.json')],
      ['new', 'wrongParcel', '-o', inFolder('no/such/folder.json')],
    ])
      for (const language of languages) {
        const { code, out, told } = await runLine(line, language);
        expect([line, code, out]).toEqual([line, 1, '']);
        expect(told.split('\n').length).toBe(1);
        expect(han.test(told), told).toBe(language !== 'en');
      }
  });

  it.each([
    [{}, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-Hans'],
    [{ LANG: 'zh_TW.UTF-8' }, 'zh-Hant'],
    [{ LANG: 'zh_HK' }, 'zh-Hant'],
    [{ LANG: 'zh-Hant-TW' }, 'zh-Hant'],
    [{ LANG: 'zh_TW.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_SG' }, 'zh-Hans'],
  ] as const)('[T16] %j speaks %s', (environment, language) => {
    expect(languageOfEnvironment(environment)).toBe(language);
  });

  it('[T17] names a command that does not exist, lists those that do, and exits with 2', async () => {
    for (const language of languages) {
      const answer = await runLine(['fly'], language);
      expect(answer).toMatchObject({ code: 2, out: '' });
      expect(answer.told).toContain('fly');
      expect(answer.told).toContain('throughline serve');
    }
  });
});
