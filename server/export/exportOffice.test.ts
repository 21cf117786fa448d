import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { describe, expect, it, vi } from 'vitest';
import { assert as ensure } from '../../model/assert.ts';
import { languages } from '../../model/map/language.ts';
import { exported } from './testing/exported.ts';
import { hostileMap, redPicture, wrongParcel } from './testing/goldenMaps.ts';
import { largeMap } from './testing/largeMap.ts';

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
      const bytes = Buffer.from(await exported('.xlsx', map));
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
    const bytes = await exported('.xlsx', hostileMap('en'));
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
      const first = await exported(ending, map);
      vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
      const second = await exported(ending, map).finally(() => vi.useRealTimers());
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
      writeFileSync(file, await exported('.xlsx', map));
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
      const slides = partsOf(await exported('.pptx', map), /^ppt\/slides\/slide\d+\.xml$/);
      expect(slides).toHaveLength(map.stages.length);
      const text = slides.map((slide) => slide.text).join('\n');
      for (const card of map.cards) expect(text).toContain(card.text);
      for (const step of map.steps) expect(text).toContain(step.title);
    }
  });

  it('[E17] hostile texts give sound XML', async () => {
    const parts = partsOf(await exported('.pptx', hostileMap('zh-Hant')), /\.(xml|rels)$/);
    expect(parts.map((part) => part.text).join('')).toContain('family');
  });

  it('[E36] draws curves, faces, markers, ratings and pictures as on paper, and a plan as charts', async () => {
    const parcel = wrongParcel('en');
    const [card] = parcel.cards;
    ensure(card !== undefined, 'the sample has cards');
    const map = {
      ...parcel,
      cards: parcel.cards.map((each) => (each === card ? { ...each, pictureId: redPicture.hash } : each)),
      pictures: [redPicture],
    };
    const [plan] = map.plans;
    const bytes = await exported('.pptx', map, { plan: plan?.id });
    const slides = partsOf(bytes, /^ppt\/slides\/slide\d+\.xml$/);
    expect(slides).toHaveLength(map.stages.length + 1);
    const xml = Object.entries(unzipSync(bytes))
      .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .map(([, part]) => strFromU8(part))
      .join('');
    // At least a face of three outlines for each mood.
    expect(xml.split('<a:custGeom>').length - 1).toBeGreaterThan(3 * map.emotions.length);
    expect(xml.split('<p:pic>').length - 1).toBe(1);
    const texts = slides.map((slide) => slide.text).join('\n');
    for (const word of ['Frustrated', 'Line of visibility', plan?.title ?? '?', 'Waits by hour'])
      expect(texts).toContain(word);
    for (const { kind } of map.markers)
      if (kind !== 'momentOfTruth')
        expect(xml).toContain(`<a:t>${{ fail: 'F', wait: 'W', decision: 'D' }[kind]}</a:t>`);
  });

  it('[E36] cards beside the grid stand on a slide of their own', async () => {
    const parcel = wrongParcel('en');
    const beside = parcel.cards.slice(0, 40).map((card, i) => {
      const { laneId: _lane, stepId: _step, ...rest } = card;
      return { ...rest, text: `beside ${i}`, span: 1, position: { x: 40 * i, y: -900 } };
    });
    const map = { ...parcel, cards: [...beside, ...parcel.cards.slice(40)] };
    const slides = partsOf(await exported('.pptx', map), /^ppt\/slides\/slide\d+\.xml$/);
    expect(slides.length).toBeGreaterThan(map.stages.length);
    const texts = slides.map((slide) => slide.text).join('\n');
    for (let i = 0; i < 40; i++) expect(texts).toMatch(new RegExp(`beside ${i}(?!\\d)`));
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
    expect(partsOf(await exported('.pptx', map), /^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(1);
  });
});
