import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SaxesParser } from 'saxes';
import { assert as ensure } from '../../model/assert.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { documentWords } from '../../model/text/documentWords.ts';
import { connectorSchema } from '../../model/map/connector.ts';
import { arbitraryMap } from '../../model/map/arbitraries.ts';
import { languages } from '../../model/map/language.ts';
import { measureWith } from '../../model/drawing/fontFaces.ts';
import type { Mark } from '../../model/drawing/drawing.ts';
import { mapDocument } from '../../model/drawing/mapDocument.ts';
import { createTextMeasure } from '../../model/layout/textMeasure.ts';
import { quickForecast } from '../../model/simulation/quickForecast.ts';
import { fontFiles } from './fontFiles.ts';
import { pointsOfMm } from '../../model/drawing/paper.ts';
import { posterPapers, tileGrid } from '../../model/drawing/posterTiles.ts';
import { exportFormats } from './exportFormats.ts';
import type { Comment } from '../../model/protocol/talk.ts';
import type { TypedOptions } from './readExportSettings.ts';
import { exported } from './testing/exported.ts';
import { hostileMap, wrongParcel } from './testing/goldenMaps.ts';
import { largeMap } from './testing/largeMap.ts';
import {
  drawPage,
  havePdfTools,
  infoOf,
  oneLine,
  textOf,
  withPdf,
  wordsOf,
  wordsWithoutInk,
  type GreyPage,
  type PdfFile,
} from './testing/pdfTools.ts';

const pdfOf = (map: JourneyMap, options: TypedOptions = {}): Promise<Uint8Array> =>
  exported('.pdf', map, options);

/** Clean, every face embedded in part with its characters, and a cell for each lane at each step of the map. */
function expectSound(file: PdfFile): void {
  expect(file.run('qpdf', '--check', file.path)).toContain('No syntax or stream encoding errors');
  const fonts = file.run('pdffonts', file.path).split('\n').slice(2, -1);
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+.*\syes\s+yes\s+yes\s/);
  expect(infoOf(file, 'Tagged')).toBe('yes');
}

const cellsOf = (file: PdfFile): number =>
  file.run('pdfinfo', '-struct', file.path).match(/^ +TD\b/gm)?.length ?? 0;

/** How often a text stands in another. */
const count = (text: string, part: string): number => text.split(part).length - 1;

describe.skipIf(!havePdfTools)('a map as PDF', () => {
  describe.each(languages)('in %s', (language) => {
    const map = wrongParcel(language);

    it('[E1] is a clean PDF with embedded subset fonts that carry their characters', async () => {
      withPdf(await pdfOf(map), expectSound);
    });

    it('[E34] leads from the source of an evidence to its address, as part of what is read aloud', async () => {
      const link = 'https://example.org/study?a=1&b=(2)';
      const [first] = map.evidence;
      ensure(first !== undefined, 'the sample has evidence');
      const linked = { ...map, evidence: [{ ...first, link }, ...map.evidence.slice(1)] };
      withPdf(await pdfOf(linked, { layout: 'booklet', evidence: true }), (file) => {
        expect(file.run('qpdf', '--check', file.path)).toContain('No syntax or stream encoding errors');
        const { qpdf } = JSON.parse(file.run('qpdf', '--json', file.path)) as {
          qpdf: [
            unknown,
            Record<string, { value?: { '/Subtype'?: string; '/Rect'?: number[]; '/A'?: string } }>,
          ];
        };
        const objects = qpdf[1];
        const links = Object.values(objects).filter(({ value }) => value?.['/Subtype'] === '/Link');
        const leadsTo = links.map(({ value }) => JSON.stringify(objects[`obj:${value?.['/A']}`]));
        expect(leadsTo.filter((action) => action.includes(`u:${link}`))).toHaveLength(1);
        const [left = 0, bottom = 0, right = 0, top = 0] =
          links[leadsTo.findIndex((action) => action.includes(link))]?.value?.['/Rect'] ?? [];
        expect(right - left).toBeGreaterThan(40);
        expect(top - bottom).toBeGreaterThan(10);
        expect(file.run('pdfinfo', '-struct', file.path)).toMatch(/^ +Link/m);
      });
    });

    it('[E2] holds every text of the map once and whole', async () => {
      const numbered = {
        ...map,
        cards: map.cards.map((card, i) => ({ ...card, text: `${card.text} c${i}c` })),
        steps: map.steps.map((step, i) => ({ ...step, title: `${step.title} s${i}s` })),
      };
      withPdf(await pdfOf(numbered), (file) => {
        const text = textOf(file);
        const texts = [
          ...numbered.cards.map((card) => card.text),
          ...numbered.steps.map((step) => step.title),
        ];
        for (const each of texts) expect([each, count(text, oneLine(each))]).toEqual([each, 1]);
      });
    });

    it('[E3] is tagged, titled, in its language, with a cell for each lane at each step and an outline', async () => {
      withPdf(await pdfOf(map), (file) => {
        expect(infoOf(file, 'Tagged')).toBe('yes');
        expect(infoOf(file, 'Title')).toBe(map.title);
        expect(infoOf(file, 'Pages')).toBe('1');
        const structure = file.run('pdfinfo', '-struct', file.path);
        expect(cellsOf(file)).toBe(map.lanes.length * map.steps.length);
        expect(structure.match(/^ +TH\b/gm)?.length).toBe(
          2 + map.lanes.length + map.stages.length + map.steps.length,
        );
        const plain = file.run('qpdf', '--json', file.path);
        expect(plain).toContain(`"/Lang": "u:${language}"`);
        for (const stage of map.stages) expect(plain).toContain(`"/Title": "u:${stage.title}"`);
      });
    });

    it('[E4] shows ink where every text stands', async () => {
      withPdf(await pdfOf(map), (file) => {
        expect(wordsOf(file).length).toBeGreaterThan(100);
        expect(wordsWithoutInk(file)).toEqual([]);
      });
    });
  });

  it('[E5] is A3 landscape where the text stays readable, and the paper that was asked for otherwise', async () => {
    const map = wrongParcel('en');
    const sizeOf = async (options: Record<string, string>) =>
      withPdf(await pdfOf(map, options), (file) => infoOf(file, 'Page size'));
    expect(await sizeOf({})).toMatch(/^1190.55 x 841.89/);
    expect(await sizeOf({ paper: 'A1' })).toMatch(/^2383.94 x 1683.78/);
    expect(await sizeOf({ paper: '254x127mm' })).toMatch(/^720 x 360/);
  });

  it('[E6] the same map gives the same bytes', async () => {
    const [one, other] = [await pdfOf(wrongParcel('zh-Hant')), await pdfOf(wrongParcel('zh-Hant'))];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('[E7] a title of markup is kept as it is', async () => {
    withPdf(await pdfOf({ ...wrongParcel('en'), title: 'R&D <b> "x"' }), (file) => {
      expect(infoOf(file, 'Title')).toBe('R&D <b> "x"');
      expect(file.run('pdfinfo', '-meta', file.path)).toContain('R&amp;D &lt;b&gt;');
    });
  });

  it('[E8] a map without anything still gives a page', async () => {
    const { stages: _stages, steps: _steps, ...rest } = wrongParcel('en');
    const empty = {
      ...rest,
      stages: [],
      steps: [],
      lanes: [],
      cards: [],
      markers: [],
      connectors: [],
      emotions: [],
      measurements: [],
    };
    withPdf(await pdfOf(empty), (file) => {
      expect(file.run('qpdf', '--check', file.path)).toContain('No syntax');
      expect(textOf(file)).toContain(rest.title);
    });
  });
});

describe.skipIf(!havePdfTools)('maps that are hard to print', () => {
  const sound = (bytes: Uint8Array): string =>
    withPdf(bytes, (file) => {
      expectSound(file);
      return textOf(file);
    });

  it.each([
    ['12 steps', largeMap(12, 10, 160), 150_000],
    ['60 steps in 15 lanes', largeMap(60, 15, 900), 400_000],
    ['1,001 cards', largeMap(60, 10, 1_001), 400_000],
  ])('[E2] [E3] [E4] %s: every card once and with ink, in a small file', async (_name, map, mostBytes) => {
    const bytes = await pdfOf(map);
    expect(bytes.length).toBeLessThan(mostBytes);
    withPdf(bytes, (file) => {
      expectSound(file);
      const text = textOf(file);
      for (const card of map.cards) expect([card.text, count(text, card.text)]).toEqual([card.text, 1]);
      expect(cellsOf(file)).toBe(map.lanes.length * map.steps.length);
      expect(wordsOf(file).length).toBeGreaterThan(map.cards.length);
      expect(wordsWithoutInk(file)).toEqual([]);
    });
  });

  it('[E4] hostile texts have ink too', async () => {
    withPdf(await pdfOf(hostileMap('zh-Hans')), (file) => {
      expect(wordsWithoutInk(file)).toEqual([]);
    });
  });

  it.each([[{}], [{ layout: 'booklet', evidence: true }]])(
    '[E10] hostile texts give a sound file as %j and are found again',
    async (options) => {
      const text = sound(await pdfOf(hostileMap('zh-Hans'), options));
      for (const part of [
        'family 🇨🇳🇹🇼',
        'égalité naïve',
        '한국어 テスト',
        '𠮷野家',
        '(parens) \\backslash',
        '<b>&amp;"',
      ])
        expect(text).toContain(part);
    },
  );

  it('[E10] whatever a map holds, its PDF is sound', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryMap(), fc.constantFrom('page', 'booklet'), async (map, layout) => {
        withPdf(await pdfOf(map, { layout }), (file) => {
          expectSound(file);
          if (layout === 'page') expect(cellsOf(file)).toBe(map.lanes.length * map.steps.length);
        });
      }),
      { numRuns: 15 },
    );
  });

  it('[E31] a booklet ends with the comments, thread by thread in reading order, when they are asked for', async () => {
    const map = largeMap(3, 2, 6);
    const say = (id: string, cardId: string | null, text: string, more: Partial<Comment> = {}): Comment => ({
      id: `comment_${id}`,
      anchor: cardId === null ? null : { collection: 'cards', recordId: cardId },
      threadId: null,
      text,
      personId: 'p',
      personName: '林悦',
      at: Date.UTC(2026, 10, 27),
      editedAt: null,
      resolved: null,
      mentions: [],
      reactions: [],
      ...more,
    });
    const [first, last] = [map.cards[0]!, map.cards.at(-1)!];
    const comments = [
      say('c', last.id, 'About the last card', { resolved: { personName: 'B', at: 1 } }),
      say('b', first.id, '第一张卡片太长'),
      say('d', null, 'I agree', { threadId: 'comment_b', at: Date.UTC(2026, 10, 28) }),
      say('a', null, 'About the whole map'),
    ];
    const text = sound(await pdfOf(map, { layout: 'booklet', comments: JSON.stringify(comments) }));
    const said = ['About the whole map', '第一张卡片太长', 'I agree', 'About the last card (已解决)'];
    expect(said.map((each) => count(text, each))).toEqual([1, 1, 1, 1]);
    const places = said.map((each) => text.indexOf(each));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain('林悦, 2026-11-28');
    expect(sound(await pdfOf(map, { layout: 'booklet' }))).not.toContain('About the whole map');
  });

  it('[E11] a booklet repeats steps and rail on each page, numbers its pages and holds every card once', async () => {
    const map = largeMap(20, 12, 240);
    withPdf(await pdfOf(map, { layout: 'booklet' }), (file) => {
      const pages = Number(infoOf(file, 'Pages'));
      expect(pages).toBeGreaterThan(4);
      expect(infoOf(file, 'Page size')).toMatch(/A4/);
      const text = textOf(file);
      for (const card of map.cards) expect([card.text, count(text, card.text)]).toEqual([card.text, 1]);
      for (let page = 1; page <= pages; page++) {
        const onPage = oneLine(
          file.run('pdftotext', '-raw', '-f', String(page), '-l', String(page), file.path, '-'),
        );
        expect(onPage).toContain(`${page} / ${pages}`);
        if (page > 1)
          expect(onPage).toMatch(/步骤 \d+ find help.*Lane \d+ 泳道|Lane \d+ 泳道.*步骤 \d+ find help/);
      }
    });
  });

  it('[E35] in a booklet an arrow to another page is a sign at either card that leads there', async () => {
    const large = largeMap(20, 12, 240);
    const arrow = (id: string, from: number, to: number) =>
      connectorSchema.parse({ id: `connector_${id}`, fromCardId: `card_${from}`, toCardId: `card_${to}` });
    // Cards stand step by step, twelve lanes each: the last step is pages away, the next one is not.
    const map = { ...large, connectors: [arrow('far', 0, 228), arrow('near', 0, 12)] };
    withPdf(await pdfOf(map, { layout: 'booklet' }), (file) => {
      expect(file.run('qpdf', '--check', file.path)).toContain('No syntax or stream encoding errors');
      const pages = Number(infoOf(file, 'Pages'));
      const pageTexts = Array.from({ length: pages }, (_, i) =>
        oneLine(file.run('pdftotext', '-raw', '-f', `${i + 1}`, '-l', `${i + 1}`, file.path, '-')),
      );
      const pageOf = (text: string) => pageTexts.findIndex((page) => page.includes(text)) + 1;
      const [from, to] = [pageOf('#0#'), pageOf('#228#')];
      expect(to).toBeGreaterThan(from);
      expect(pageTexts[from - 1]).toContain(`→ ${to}`);
      expect(pageTexts[to - 1]).toContain(`${from} →`);
      expect(count(pageTexts.join(' '), '→')).toBe(2);
      const plain = file.run('qpdf', '--json', file.path);
      for (const page of [from, to]) expect(plain).toMatch(new RegExp(`"/D": "[ub]:[^"]*page-${page}"`));
      expect(count(plain, '"/S": "/GoTo"')).toBe(2);
    });
  });
});

describe.skipIf(!havePdfTools)('a decision memo', () => {
  it.each(languages)('[E19] in %s says on two pages what those who decide need', (language) => {
    const map = wrongParcel(language);
    const words = documentWords[language];
    const [plan] = map.plans;
    ensure(plan !== undefined, 'the template has a plan');
    const paged = mapDocument(map, {
      measure: createTextMeasure(measureWith(fontFiles())),
      layout: 'memo',
      plan: { plan, forecast: quickForecast(map, plan, { draws: 10 }) },
    });
    expect(paged.pages.length).toBeLessThanOrEqual(2);
    const text = linesOf(paged.pages.flatMap((page) => page.marks)).join('');
    const { problem, evidence, options, forecast, recommendation, unknown } = words;
    for (const heading of [problem, evidence, options, forecast, recommendation, unknown])
      expect(text).toContain(heading.replaceAll(' ', ''));
    const [worth] = words.netPresentValue('…', '', '').split('…');
    ensure(worth !== undefined && map.business !== undefined, 'the business of the sample is known');
    expect(text).toContain(worth.replace(/\s/g, ''));
    for (const card of map.cards)
      if (card.painPoint !== undefined) expect(text).toContain(card.text.replace(/\s/g, ''));
  });

  /** All lines without spaces, so that breaks do not matter. */
  function linesOf(marks: readonly Mark[]): readonly string[] {
    return marks.flatMap((mark) =>
      mark.type === 'group'
        ? linesOf(mark.marks)
        : mark.type === 'text'
          ? mark.lines.map((line) => line.text.replace(/\s/g, ''))
          : [],
    );
  }

  it.each([
    ['memo', true],
    ['booklet', true],
    ['booklet', false],
  ])('[E41] a %s carries the tree behind its numbers (with a plan: %s)', async (layout, withPlan) => {
    const map = wrongParcel('zh-Hans');
    const [plan] = map.plans;
    withPdf(await pdfOf(map, { layout, plan: withPlan ? plan?.id : undefined }), (file) => {
      expect(file.run('qpdf', '--check', file.path)).toContain('No syntax or stream encoding errors');
      expect(file.run('qpdf', '--list-attachments', file.path)).toContain('trace.json');
      const trace = JSON.parse(file.run('qpdf', '--show-attachment=trace.json', file.path)) as {
        root: { of: { kind: string; title: string }; inputs: object[] };
        inputs: number;
      };
      expect(trace.root.of).toEqual(
        withPlan
          ? { kind: 'plan', title: plan?.title }
          : { kind: 'index', title: map.qualityModels[0]?.title },
      );
      expect(trace.root.inputs.length).toBeGreaterThan(3);
      expect(trace.inputs).toBeGreaterThan(10);
    });
  });

  it('[E19] without a plan it recommends nothing', async () => {
    const map = wrongParcel('en');
    withPdf(await pdfOf(map, { layout: 'memo' }), (file) => {
      expect(textOf(file)).not.toContain(documentWords.en.recommendation);
    });
  });
});

describe.skipIf(!havePdfTools)('a poster in sheets', () => {
  it('[E14] glued back together the sheets are the poster', async () => {
    const map = wrongParcel('en');
    const dotsPerInch = 36;
    const tiles = { paper: { widthMm: 297, heightMm: 210 }, marginMm: 10, overlapMm: 8 };
    const [size] = posterPapers(tiles);
    ensure(size !== undefined, 'a poster has a size');
    const paper = `${size.widthMm}x${size.heightMm}mm`;
    const poster = withPdf(await pdfOf(map, { paper }), (file) => ({ page: drawPage(file, dotsPerInch) }));
    withPdf(await pdfOf(map, { layout: 'poster', paper: 'A4', margin: '10mm', overlap: '8mm' }), (file) => {
      const page = { width: pointsOfMm(size.widthMm), height: pointsOfMm(size.heightMm), marks: [] };
      const grid = tileGrid(page, tiles);
      expect([grid.columns, grid.rows]).toEqual([3, 3]);
      expect(Number(infoOf(file, 'Pages'))).toBe(grid.rows * grid.columns + 1);
      const pixels = (points: number): number => (points * dotsPerInch) / 72;
      let compared = 0;
      let different = 0;
      for (let row = 0; row < grid.rows; row++)
        for (let column = 0; column < grid.columns; column++) {
          const tile = drawPage(file, dotsPerInch, row * grid.columns + column + 1);
          for (let y = 4; y < pixels(grid.shown.height) - 4; y++)
            for (let x = 4; x < pixels(grid.shown.width) - 4; x++) {
              const px = Math.round(x + pixels(column * grid.stride.x));
              const py = Math.round(y + pixels(row * grid.stride.y));
              if (px >= poster.page.width || py >= poster.page.height) continue;
              const tx = Math.round(x + pixels(grid.margin));
              const ty = Math.round(y + pixels(grid.margin));
              compared++;
              if (!nearby(poster.page, px, py, tile.pixels[ty * tile.width + tx] ?? 255)) different++;
            }
        }
      expect(compared).toBeGreaterThan(900_000);
      expect(different / compared).toBeLessThan(0.001);
    });
  });

  /** Whether a grey stands within a pixel of a place: sheets do not fall on the poster's raster. */
  function nearby(page: GreyPage, x: number, y: number, grey: number): boolean {
    let [least, most] = [255, 0];
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) {
        const other = page.pixels[(y + dy) * page.width + x + dx] ?? 255;
        least = Math.min(least, other);
        most = Math.max(most, other);
      }
    return grey >= least - 24 && grey <= most + 24;
  }

  it('[E14] what two sheets show is read aloud once', async () => {
    const map = largeMap(16, 10, 160);
    const options = { layout: 'poster', paper: 'A4', margin: '10mm', overlap: '40mm' };
    withPdf(await pdfOf(map, options), (file) => {
      expect(file.run('qpdf', '--check', file.path)).toContain('No syntax or stream encoding errors');
      const shown = oneLine(file.run('pdftotext', '-raw', file.path, '-'));
      const read = oneLine(file.run('pdfinfo', '-struct-text', file.path));
      const times = (text: string) => map.cards.map((_, i) => count(text, `#${i}#`));
      expect(Math.max(...times(shown))).toBeGreaterThan(1);
      expect(new Set(times(read))).toEqual(new Set([1]));
    });
  });

  it('[E15] at A1 and larger the title has at least 60 pt, stages 28 pt, cards 9 pt', async () => {
    for (const paper of ['A1', 'A0'])
      withPdf(await pdfOf(largeMap(12, 8, 120), { paper }), (file) => {
        const lines = [
          ...file
            .run('pdftotext', '-bbox-layout', file.path, '-')
            .matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)</g),
        ].map(([, xMin, yMin, , yMax, text]) => ({
          x: Number(xMin),
          height: Number(yMax) - Number(yMin),
          text,
        }));
        const heightOf = (part: string) => lines.find((line) => line.text?.includes(part))?.height ?? 0;
        expect(heightOf('120')).toBeGreaterThan(60);
        expect(heightOf('阶段')).toBeGreaterThan(28);
        expect(heightOf('#7#')).toBeGreaterThan(9);
      });
  });
});

describe('a map as SVG and PNG', () => {
  it('[E12] an SVG is well-formed XML whatever the texts hold', async () => {
    const svg = String(await exported('.svg', hostileMap('en')));
    const parser = new SaxesParser({ xmlns: true });
    let texts = '';
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('text', (text) => {
      texts += text;
    });
    parser.write(svg).close();
    expect(texts).toContain('family');
    expect(svg).not.toContain('NaN');
  });

  it('[E13] a PNG is twice as large as the map and shows its stage colours', async () => {
    const map = wrongParcel('zh-Hant');
    const svg = String(await exported('.svg', map));
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    const png = Buffer.from(await exported('.png', map));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(Math.ceil(Number(width) * 2));
    expect(png.readUInt32BE(20)).toBe(Math.ceil(Number(height) * 2));
  });
});

describe('options of an export', () => {
  it.each([
    [{ paper: 'B5' }, 'The paper "B5" is not known'],
    [{ paper: '0x100mm' }, 'The paper "0x100mm" is not known'],
    [{ margin: '-3' }, '--margin is a length of 0 to 100 mm'],
    [{ overlap: '80mm' }, '--overlap is a length of 0 to 50 mm'],
    [{ lanes: 'lane_none' }, '--lanes: the map has no "lane_none"'],
    [{ plan: 'plan_none' }, '--plan: the map has no "plan_none"'],
    [{ layout: 'scroll' }, 'Expected --layout to be one of page, booklet, poster, memo'],
    [{ theme: 'pink' }, 'Expected --theme to be one of colour, grey, found "pink"'],
  ])('[E9] %j is refused in a sentence', async (options, sentence) => {
    const written = await exportFormats[0]?.write(wrongParcel('en'), { language: 'en', options });
    expect(written?.ok === false && written.error).toContain(sentence);
  });
});
