import { i18n } from '@lingui/core';
import { gzipSync, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { assert } from '../../model/assert.ts';
import { readFileErrorText } from './readFileErrorText.ts';
import { readMapFile } from './readMapFile.ts';

i18n.loadAndActivate({ locale: 'en', messages: {} });

const read = (name: string, content: string) => readMapFile(new File([content], name), 'en');

it('[U7] a map file becomes a map', async () => {
  const result = await read('a.json', '{"formatVersion":1,"id":"map_a","title":"Parcel","language":"en"}');
  assert(result.ok, 'sound');
  expect(result.value).toMatchObject({ map: { title: 'Parcel' }, remarks: [] });
});

it('[U7] a Mermaid journey becomes a map, and what was mended is told by line', async () => {
  const result = await read('day.mmd', 'journey\n  section Go\n    Make tea: 9: Me');
  assert(result.ok, 'sound');
  expect(result.value.map).toMatchObject({ title: 'day', steps: [{ title: 'Make tea' }] });
  expect(result.value.remarks.join()).toContain('3');
});

it('[U7] a table becomes a map, in whatever encoding it was saved', async () => {
  const result = await readMapFile(
    new File([new TextEncoder().encode('阶段;步骤;泳道;卡片\n求助;找到入口;痛点;入口太深\n')], 'list.csv'),
    'en',
  );
  assert(result.ok, 'sound');
  expect(result.value.map).toMatchObject({
    title: 'list',
    language: 'zh-Hans',
    steps: [{ title: '找到入口' }],
    lanes: [{ kind: 'painPoints' }],
  });
});

it.each([
  ['a.csv', '\n', 'EmptyTable'],
  ['a.json', 'not json', 'NotJson'],
  ['a.json', '[]', 'NotAMap'],
  ['a.json', '{"formatVersion":99}', 'NewerFormat'],
  ['a.json', '{"formatVersion":1,"id":"map_a","title":7,"language":"en"}', 'WrongField'],
  ['a.mmd', 'flowchart LR', 'NotAJourney'],
  ['a.pdf', '%PDF-1.7', 'UnknownFile'],
])('[U7] %s with %j is refused as %s, in a sentence', async (name, content, type) => {
  const result = await read(name, content);
  assert(!result.ok, 'refused');
  expect(result.error.type).toBe(type);
  expect(readFileErrorText(result.error, i18n).length).toBeGreaterThan(30);
});

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name: string): File => new File([bytes], name);
const xes = `<log><trace><string key="concept:name" value="1"/>
<event><string key="concept:name" value="Ask"/><date key="time:timestamp" value="2026-01-01T10:00:00Z"/></event>
<event><string key="concept:name" value="Answer"/><date key="time:timestamp" value="2026-01-01T10:05:00Z"/></event>
</trace></log>`;

it('[X46] a workbook becomes a map; of several sheets the list is read', async () => {
  const bytes = await writeXlsxFile([
    { sheet: 'Notes', data: [[{ value: 'only a remark' }]] },
    {
      sheet: 'List',
      data: [
        ['Stage', 'Step', 'Lane', 'Card'],
        ['Get help', 'Find help', 'Pain points', 'Menus hide it'],
      ].map((row) => row.map((value) => ({ value }))),
    },
  ]).toBuffer();
  const result = await readMapFile(fileOf(new Uint8Array(bytes), 'help.xlsx'), 'en');
  assert(result.ok, 'sound');
  expect(result.value.map).toMatchObject({ title: 'help', steps: [{ title: 'Find help' }] });
});

it('[X46] an event log becomes a map, as XES, packed, and as a table, and tells how far it is', async () => {
  const shares: number[] = [];
  const plain = await readMapFile(new File([xes], 'calls.xes'), 'en', (share) => shares.push(share));
  const packed = await readMapFile(fileOf(gzipSync(strToU8(xes)), 'calls.xes.gz'), 'en');
  const table = await read(
    'calls.csv',
    'case_id,activity,timestamp\n1,Ask,2026-01-01T10:00:00Z\n1,Answer,2026-01-01T10:05:00Z\n',
  );
  for (const result of [plain, packed, table]) {
    assert(result.ok, 'sound');
    expect(result.value.map.steps.map(({ title }) => title)).toEqual(['Ask', 'Answer']);
    expect(result.value.map.measurements.length).toBeGreaterThan(3);
  }
  expect(shares.at(-1)).toBe(1);
});

it.each([
  ['a.xlsx', 'no workbook', 'NotAWorkbook'],
  ['a.xes.gz', 'not packed at all, whatever its name says', 'NotPacked'],
  ['a.xes', '<log><trace>', 'BrokenXml'],
  ['a.xes', '<html></html>', 'NotALog'],
  ['a.xes', '<log></log>', 'EmptyLog'],
])('[X46] %s with %j is refused as %s, in a sentence', async (name, content, type) => {
  const result = await read(name, content);
  assert(!result.ok, 'refused');
  expect(result.error.type).toBe(type);
  expect(readFileErrorText(result.error, i18n).length).toBeGreaterThan(30);
});

it('[X46] a packed log that would fill the memory is refused before it is opened', async () => {
  const bytes = gzipSync(strToU8(xes));
  new DataView(bytes.buffer).setUint32(bytes.length - 4, 900_000_000, true);
  expect(await readMapFile(fileOf(bytes, 'a.xes.gz'), 'en')).toMatchObject({
    error: { type: 'FileTooLarge', most: 300 },
  });
});

it('[X47] a table whose columns do not say what they are is asked about, and read as people said', async () => {
  const file = new File(['Moment,Gesagt\nFind help,Menus hide it\n'], 'said.csv');
  const asked = await readMapFile(file, 'en');
  assert(!asked.ok && asked.error.type === 'NeedsLayout', 'asked');
  expect(asked.error.sheets[0]!.rows).toHaveLength(2);
  const told = await readMapFile(file, 'en', undefined, {
    ...asked.error.layout,
    as: 'list',
    columns: ['step', 'card'],
    hasHeads: true,
  });
  assert(told.ok, 'read');
  expect(told.value).toMatchObject({
    map: { steps: [{ title: 'Find help' }], cards: [{ text: 'Menus hide it' }] },
    remarks: [],
  });
});

it('[X44] activities that are too many to be steps are told of', async () => {
  const events = Array.from(
    { length: 65 },
    (_, i) => `1,Activity ${i},2026-01-01T10:${String(i % 60).padStart(2, '0')}:00Z`,
  );
  const result = await read('long.csv', `case_id,activity,timestamp\n${events.join('\n')}\n`);
  assert(result.ok, 'sound');
  expect(result.value.map.steps).toHaveLength(60);
  expect(result.value.remarks).toEqual([expect.stringContaining('5 more activities')]);
});
