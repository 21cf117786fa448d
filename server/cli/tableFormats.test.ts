import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mapFromJson } from '../../model/map/mapJson.ts';
import { assert as ensure } from '../../model/assert.ts';
import { runCommand } from './runCommand.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-tables-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

async function run(...line: string[]): Promise<{ code: number; told: string }> {
  const told: string[] = [];
  const tell = (text: string): void => void told.push(text);
  const code = await runCommand(line, { language: 'en', out: tell, tell });
  return { code, told: told.join('\n') };
}

async function mapAt(name: string) {
  const map = mapFromJson(await readFile(at(name), 'utf8'));
  ensure(map.ok, name);
  return map.value;
}

describe('tables on the command line', () => {
  it.each(['csv', 'xlsx'])(
    '[X27][X30] the wrong parcel comes back from .%s: cards, emotions, numbers',
    async (ending) => {
      await run('new', 'wrongParcel', '-o', at('map.json'), '--language', 'zh-Hant');
      expect((await run('convert', at('map.json'), at(`map.${ending}`))).code).toBe(0);
      const read = await run('convert', at(`map.${ending}`), at('back.json'));
      expect([read.code, read.told]).toEqual([0, `Wrote ${at('back.json')}.`]);
      const map = await mapAt('map.json');
      const back = await mapAt('back.json');
      expect(back).toMatchObject({ title: map.title, language: 'zh-Hant', kind: 'blueprint' });
      expect(back.stages.map(({ title }) => title)).toEqual(map.stages.map(({ title }) => title));
      expect(back.steps.map(({ title }) => title)).toEqual(map.steps.map(({ title }) => title));
      expect(back.cards.map(({ text }) => text).sort()).toEqual(map.cards.map(({ text }) => text).sort());
      expect(back.emotions.map(({ value }) => value)).toEqual(map.emotions.map(({ value }) => value));
      expect(back.measurements.length).toBe(map.measurements.filter(({ on }) => 'stepId' in on).length);
      expect(new Set(back.lanes.map(({ kind }) => kind))).toEqual(
        new Set(map.lanes.filter(({ kind }) => kind !== 'metrics').map(({ kind }) => kind)),
      );
    },
  );

  it('[X30] a workbook has texts as texts, never formulas, and numbers as numbers', async () => {
    await writeFile(at('list.csv'), 'stage,step,lane,card,emotion\nA,B,Notes,=1+1,\nA,B,Mood,,-1.5\n');
    await run('convert', at('list.csv'), at('list.xlsx'));
    const parts = unzipSync(new Uint8Array(await readFile(at('list.xlsx'))));
    const sheets = Object.entries(parts).filter(([name]) => /worksheets\/sheet\d/.test(name));
    expect(sheets.length).toBe(2);
    for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toMatch(/<f>/);
    expect(sheets.map(([, bytes]) => strFromU8(bytes)).join('')).toMatch(/<v>-1\.5<\/v>/);
    const strings = Object.entries(parts)
      .map(([, bytes]) => strFromU8(bytes))
      .join('');
    expect(strings).toMatch(/'=1\+1/);
  });

  it('[X22] reads a list in GB 18030, as Excel in China saves it', async () => {
    const head = Buffer.from('stage,step,lane,card\n');
    // 求助,找到入口,痛点,入口太深
    const row = Buffer.from('c7f3d6fa2cd5d2b5bdc8ebbfda2ccdb4b5e32cc8ebbfdaccabc9ee', 'hex');
    await writeFile(at('gb.csv'), Buffer.concat([head, row]));
    await run('convert', at('gb.csv'), at('gb.json'));
    expect(await mapAt('gb.json')).toMatchObject({
      language: 'zh-Hans',
      steps: [{ title: '找到入口' }],
      lanes: [{ kind: 'painPoints' }],
      cards: [{ text: '入口太深' }],
    });
  });

  it('[X30] what is no workbook is refused with a sentence', async () => {
    await writeFile(at('none.xlsx'), 'not a zip');
    const refused = await run('convert', at('none.xlsx'), at('out.json'));
    expect(refused).toEqual({
      code: 1,
      told: `${at('none.xlsx')}: Expected an Excel workbook (.xlsx), but the file is none. Save it again as .xlsx.`,
    });
  });
});
