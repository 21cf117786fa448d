import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { assert as ensure } from '../assert.ts';
import { arbitraryMap } from '../map/arbitraries.ts';
import { checkInvariants } from '../map/invariants.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { languages } from '../map/language.ts';
import { parseMap } from '../map/mapJson.ts';
import { importNoteText } from '../text/importNoteText.ts';
import { tableErrorText } from '../text/tableErrorText.ts';
import { fromSafeField, readDelimited, type Row, toSafeField, writeDelimited } from './delimited.ts';
import { mapFromTable } from './mapFromTable.ts';
import { mapToFlatTable, mapToGrid } from './mapToTable.ts';
import { encodingOf } from './textEncoding.ts';

const context = () => {
  let state = 7;
  const random = (): number => (state = (state * 16807) % 2147483647) / 2147483647;
  return { language: 'en', name: 'file', random } as const;
};

const open = (rows: readonly Row[]): { map: JourneyMap; types: readonly string[] } => {
  const read = mapFromTable(rows, context());
  ensure(read.ok, JSON.stringify(read));
  expect(checkInvariants(read.value.map)).toEqual([]);
  const parsed = parseMap(read.value.map);
  expect(parsed.ok ? parsed.value : parsed).toEqual(read.value.map);
  for (const note of read.value.notes)
    for (const language of languages) expect(importNoteText(note, language)).not.toMatch(/undefined/);
  return { map: read.value.map, types: read.value.notes.map((note) => `${note.line} ${note.type}`) };
};

const cellsOf = (map: JourneyMap): readonly string[] =>
  map.cards.map((card) => {
    const lane = map.lanes.find(({ id }) => id === card.laneId);
    const step = map.steps.find(({ id }) => id === card.stepId);
    const stage = map.stages.find(({ id }) => id === step?.stageId);
    return `${stage?.title}/${step?.title}/${lane?.title}: ${card.text}`;
  });

const spectrum = new URL('../../node_modules/csv-spectrum/', import.meta.url);

describe('tables as text', () => {
  const cases = readdirSync(new URL('csvs', spectrum))
    .map((name) => name.replace('.csv', ''))
    // Its JSON does not fit its CSV (one record instead of a list, another number); the next test holds what it says.
    .filter((name) => name !== 'location_coordinates');

  it.each(cases)('[X20] reads the case %s of csv-spectrum', (name) => {
    const bytes = readFileSync(new URL(`csvs/${name}.csv`, spectrum));
    const [heads = [], ...rows] = readDelimited(new TextDecoder(encodingOf(bytes)).decode(bytes), ',');
    const records = rows.map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i]])));
    const expected = JSON.parse(readFileSync(new URL(`json/${name}.json`, spectrum), 'utf8')) as unknown;
    expect(records).toEqual(expected);
  });

  it('[X20] a quote inside an unquoted field is a sign like any other', () => {
    expect(readDelimited('a,37 36\'37.8"N 121,c\n', ',')).toEqual([['a', '37 36\'37.8"N 121', 'c']]);
  });

  it('[X20] what is written reads back, by us and by Papa Parse', () => {
    const field = fc.oneof(
      fc.string(),
      fc.constantFrom('', '"', '""', ',', ';', '\t', '\n', '\r\n', ' a ', '=1+1', '中文，标点', '\u2028'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, separator) => {
          const text = writeDelimited(rows, separator);
          expect(readDelimited(text, separator)).toEqual(rows);
          const theirs = Papa.parse<string[]>(text, { delimiter: separator, newline: '\r\n' }).data;
          expect(theirs.slice(0, -1)).toEqual(rows);
        },
      ),
    );
  });

  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb\n"x, y"\tz', '\t'],
    ['stage,step\n"a;b;c",d\n"e;f;g",h', ','],
    ['one column\nof notes, with a comma', '\t'],
  ])('[X21] finds out the separator of %j', (text, separator) => {
    expect(readDelimited(text)).toEqual(readDelimited(text, separator));
  });

  it('[X22] knows UTF-8, UTF-16, GB 18030 and Latin 1 by their bytes', () => {
    const text = 'step,card\n打开包裹,核对订单';
    const utf8 = new TextEncoder().encode(text);
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    // 打开包裹 in GB 18030.
    const gb = new Uint8Array([
      ...Buffer.from('step,card\n'),
      0xb4,
      0xf2,
      0xbf,
      0xaa,
      0xb0,
      0xfc,
      0xb9,
      0xfc,
    ]);
    const latin = new Uint8Array([...Buffer.from('step,card\ncaf'), 0xe9, 0x20, ...Buffer.from('au lait')]);
    expect([utf8, utf16, utf16.slice(2), gb, latin].map(encodingOf)).toEqual([
      'utf-8',
      'utf-16le',
      'utf-16le',
      'gb18030',
      'windows-1252',
    ]);
    expect(new TextDecoder('gb18030').decode(gb)).toBe('step,card\n打开包裹');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (any) => {
        if (!any.includes('\0')) expect(encodingOf(new TextEncoder().encode(any))).toBe('utf-8');
      }),
    );
  });

  it('[X23] no text field is run as a formula, and each comes back as it was', () => {
    for (const text of [
      '=1+1',
      '+49 30',
      '-x',
      '@home',
      "'=1",
      '\tx',
      "'quoted'",
      'plain',
      '',
      '=HYPERLINK("x")',
    ])
      expect(fromSafeField(toSafeField(text))).toBe(text);
    for (const text of ['=1+1', '+1', '-1', '@x', '\tx', '\rx', "'=x"])
      expect(toSafeField(text)).toBe(`'${text}`);
    fc.assert(fc.property(fc.string(), (text) => fromSafeField(toSafeField(text)) === text));
  });
});

describe('a flat list as a map', () => {
  const list = (text: string) => open(readDelimited(text));

  it('[X24] reads columns in any order, by English and Chinese heads, and tells of those it does not know', () => {
    const { map, types } = list(
      '步骤,阶段,泳道,卡片,渠道,颜色\n找到入口,求助,前台技术,订单页提供客服,网站,红\n找到入口,求助,痛点,入口太深,,\n',
    );
    expect(map).toMatchObject({ language: 'zh-Hans', kind: 'blueprint', title: 'file' });
    expect(cellsOf(map)).toEqual(['求助/找到入口/前台技术: 订单页提供客服', '求助/找到入口/痛点: 入口太深']);
    expect(map.lanes.map((lane) => [lane.kind, lane.role])).toEqual([
      ['frontstageTechnology', 'frontstage'],
      ['painPoints', 'none'],
    ]);
    expect(map.cards[0]?.touchpoint).toEqual({ channel: 'web' });
    expect(types).toEqual(['1 UnknownColumn']);
  });

  it('[X25] reads emotions, persona, numbers and owner', () => {
    const { map, types } = list(
      [
        'map,stage,step,lane,card,type,emotion,metric,value,unit,persona,owner',
        'Parcel,A,One,Mood,Ouch,emotion,-1.5,,,,Lin,',
        'Parcel,A,One,,,,,csat,71,%,,',
        'Parcel,A,One,,,,,Parcels a day,"1200",,,',
        'Parcel,,,,,,,nps,12,,,',
        'Parcel,A,One,Ideas,Call back,opportunities,,,,,,Desk',
        'Parcel,A,One,,,,good,,,,,',
      ].join('\n'),
    );
    expect(map.title).toBe('Parcel');
    expect(map.emotions.map(({ value, quote }) => [value, quote])).toEqual([[-0.75, 'Ouch']]);
    expect(map.personas.map(({ name }) => name)).toEqual(['Lin']);
    expect(map.measurements.map(({ metric, value, on }) => [metric, value, 'map' in on])).toEqual([
      ['csat', 0.71, false],
      ['imported1', 1200, false],
      ['nps', 12, true],
    ]);
    expect(map.measurements[0]?.source).toMatchObject({ kind: 'measured', reference: 'file' });
    expect(map.metrics.map(({ title }) => title)).toEqual(['Parcels a day']);
    expect(map.cards[0]?.opportunity?.ownerName).toBe('Desk');
    expect(types).toEqual(['7 NotANumber']);
  });

  it('[X26] reads emotions of 1 to 5 and of 1 to 10 by their greatest value', () => {
    const values = (numbers: string) =>
      list(
        `step,emotion\n${numbers
          .split(' ')
          .map((n, i) => `S${i},${n}`)
          .join('\n')}`,
      ).map.emotions.map(({ value }) => value);
    expect(values('-2 0 1')).toEqual([-1, 0, 0.5]);
    expect(values('1 3 5')).toEqual([-1, 0, 1]);
    expect(values('1 10')).toEqual([-1, 1]);
  });

  it('[X27] a map comes back from its own list: stages, steps, lanes, cards, emotions, numbers', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const table = mapToFlatTable(map);
        const { map: back, types } = open(readDelimited(writeDelimited(table, ','), ','));
        if (table.length === 1) return;
        expect(types).toEqual([]);
        const lines = (rows: readonly Row[]): readonly string[] => rows.map((row) => row.join('|')).sort();
        expect(lines(mapToFlatTable({ ...back, title: map.title }))).toEqual(lines(table));
      }),
    );
  });
});

describe('a grid as a map', () => {
  const grid = (text: string) => open(readDelimited(text, '\t'));

  it('[X28] reads stages over steps over lanes, with several cards of a cell below each other', () => {
    const { map } = grid(
      '\tBefore\t\tAfter\n\tLook\tBuy\tUse\nActions\tsearches\tpays\topens\n\tcompares\t\t\n痛点\t\t太贵\t',
    );
    expect(cellsOf(map)).toEqual([
      'Before/Look/Actions: searches',
      'Before/Buy/Actions: pays',
      'After/Use/Actions: opens',
      'Before/Look/Actions: compares',
      'Before/Buy/痛点: 太贵',
    ]);
    expect(map.lanes.map(({ kind }) => kind)).toEqual(['customerActions', 'painPoints']);
  });

  it('[X28] reads a grid without stages, emotions as numbers, and a single column as notes for the tray', () => {
    const { map } = grid('\tLook\tBuy\nEmotion: Lin\t-1\t2\nThoughts\tHm\tOh');
    expect(map.steps.map(({ title }) => title)).toEqual(['Look', 'Buy']);
    expect(map.emotions.map(({ value }) => value)).toEqual([-0.5, 1]);
    expect(map.personas.map(({ name }) => name)).toEqual(['Lin']);
    expect(open([['one note'], ['another']]).map.cards.map(({ text, stepId }) => [text, stepId])).toEqual([
      ['one note', undefined],
      ['another', undefined],
    ]);
  });

  it('[X28] a map comes back from its own grid', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        if (map.steps.length === 0 || map.lanes.every((lane) => lane.kind === 'emotion')) return;
        const table = mapToGrid(map);
        const { map: back } = open(readDelimited(writeDelimited(table, '\t'), '\t'));
        const texts = (each: JourneyMap): readonly string[] =>
          each.cards
            .filter((card) => card.stepId !== undefined && card.text.trim() !== '')
            .map((card) => card.text)
            .sort();
        expect(back.steps.length).toBe(map.steps.length);
        expect(texts(back)).toEqual(texts(map));
      }),
    );
  });
});

describe('tables that are none', () => {
  it('[X29] an empty table is refused with a sentence, and no table at all makes it throw', () => {
    const read = mapFromTable([[''], [' ', '']], context());
    ensure(!read.ok, 'refused');
    for (const language of languages)
      expect(/\p{Script=Han}/u.test(tableErrorText(read.error, language))).toBe(language !== 'en');
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.oneof(fc.string(), fc.constantFrom('step', 'stage', 'card', 'emotion', '5', '-1', '阶段')),
            {
              maxLength: 6,
            },
          ),
          { maxLength: 8 },
        ),
        (rows) => {
          const result = mapFromTable(rows, context());
          if (result.ok) expect(checkInvariants(result.value.map)).toEqual([]);
        },
      ),
    );
  });
});
