import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { describe, expect, it, vi } from 'vitest';
import { assert as ensure } from '../../model/assert.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { languages } from '../../model/map/language.ts';
import { hostileMap, largeMap, wrongParcel } from './testing/goldenMaps.ts';
import { writeExport, type ExportEnding } from './writeExport.ts';

async function written(ending: ExportEnding, map: JourneyMap): Promise<Uint8Array> {
  const content = await writeExport(ending, map, {}, 'en');
  ensure(content.ok && typeof content.value !== 'string', 'the format writes bytes');
  return content.value;
}

/** The texts of all XML parts whose name fits; throws where one is not well-formed. */
function partsOf(
  bytes: Uint8Array,
  name: RegExp,
): readonly { readonly name: string; readonly text: string }[] {
  return Object.entries(unzipSync(bytes))
    .filter(([part]) => name.test(part))
    .map(([part, content]) => {
      let text = '';
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw error;
      });
      parser.on('text', (each) => {
        text += each;
      });
      parser.write(strFromU8(content)).close();
      return { name: part, text };
    });
}

describe('a map as a workbook', () => {
  it.each(languages)(
    '[E16] in %s has the blueprint as a grid, the numbers, the index and the evidence',
    async (language) => {
      const map = wrongParcel(language);
      const bytes = Buffer.from(await written('.xlsx', map));
      const blueprint = await readSheet(bytes, 1);
      expect(blueprint[1]?.slice(1)).toEqual(map.steps.map((step) => step.title));
      expect(blueprint.slice(2).map((row) => row[0])).toEqual(map.lanes.map((lane) => lane.title));
      for (const card of map.cards) {
        const row = map.lanes.findIndex((lane) => lane.id === card.laneId) + 2;
        const column = map.steps.findIndex((step) => step.id === card.stepId) + 1;
        expect(String(blueprint[row]?.[column])).toContain(card.text);
      }
      const numbers = await readSheet(bytes, 2);
      expect(numbers).toHaveLength(map.measurements.length + 1);
      // The first is a share: in per cent, as its unit says.
      const [first] = map.measurements;
      expect(numbers[1]?.[2]).toBeCloseTo(100 * (first?.value ?? first?.likely ?? Number.NaN), 9);
      expect(numbers[1]?.[3]).toBe('%');
      const index = await readSheet(bytes, 3);
      expect(Number(index[1]?.[3])).toBeGreaterThan(0);
      expect(await readSheet(bytes, 4)).toHaveLength(map.evidence.length + 1);
    },
  );

  it('[E17] hostile texts give sound XML, and a formula stays text', async () => {
    const bytes = await written('.xlsx', hostileMap('en'));
    const parts = partsOf(bytes, /\.xml$/);
    expect(parts.length).toBeGreaterThan(5);
    expect(
      Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join(''),
    ).not.toContain('<f>');
  });
});

describe('office files of the same map', () => {
  it.each(['.xlsx', '.pptx'] as const)(
    '[E22] %s has the same bytes whenever it is written',
    async (ending) => {
      const map = wrongParcel('zh-Hans');
      const first = await written(ending, map);
      vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
      const second = await written(ending, map).finally(() => vi.useRealTimers());
      expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    },
  );
});

/** Debian's Python sees Debian's modules, whatever other Python is installed. */
const python = '/usr/bin/python3';
const haveOpenpyxl =
  existsSync(python) && spawnSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' }).status === 0;
if (!haveOpenpyxl) console.warn('python3-openpyxl is not installed: workbooks are not read by it.');

describe.skipIf(!haveOpenpyxl)('a workbook in another program', () => {
  it.each([wrongParcel('zh-Hant'), hostileMap('en')])(
    '[E16] openpyxl reads every sheet and every card',
    async (map) => {
      const folder = mkdtempSync(join(tmpdir(), 'throughline-office-'));
      const file = join(folder, 'map.xlsx');
      writeFileSync(file, await written('.xlsx', map));
      const read = spawnSync(
        python,
        [
          '-c',
          'import json,sys,openpyxl\nbook=openpyxl.load_workbook(sys.argv[1])\nprint(json.dumps([[str(c) for row in sheet.iter_rows(values_only=True) for c in row if c is not None] for sheet in book]))',
          file,
        ],
        { encoding: 'utf8', maxBuffer: 2 ** 28 },
      );
      rmSync(folder, { recursive: true });
      expect(read.status, read.stderr).toBe(0);
      const sheets = JSON.parse(read.stdout) as readonly (readonly string[])[];
      expect(sheets).toHaveLength(4);
      const cells = sheets[0]?.join('\n').replace(/\s/g, '') ?? '';
      const plain = map.cards.filter((card) => /^[\p{L}\p{P} ]+$/u.test(card.text));
      expect(plain.length).toBeGreaterThan(1);
      for (const card of plain) expect(cells).toContain(card.text.replace(/\s/g, ''));
    },
  );
});

describe('a map as slides', () => {
  it('[E18] has a slide for each stage and an editable shape with the text of every card', async () => {
    for (const map of [wrongParcel('zh-Hans'), largeMap(40, 10, 500)]) {
      const slides = partsOf(await written('.pptx', map), /^ppt\/slides\/slide\d+\.xml$/);
      expect(slides).toHaveLength(map.stages.length);
      const text = slides.map((slide) => slide.text).join('\n');
      for (const card of map.cards) expect(text).toContain(card.text);
      for (const step of map.steps) expect(text).toContain(step.title);
    }
  });

  it('[E17] hostile texts give sound XML', async () => {
    const parts = partsOf(await written('.pptx', hostileMap('zh-Hant')), /\.(xml|rels)$/);
    expect(parts.map((part) => part.text).join('')).toContain('family');
  });

  it('[E18] an empty map gives an empty deck', async () => {
    const map = {
      ...wrongParcel('en'),
      stages: [],
      steps: [],
      lanes: [],
      cards: [],
      emotions: [],
      markers: [],
    };
    expect(partsOf(await written('.pptx', map), /^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(1);
  });
});
