import { i18n } from '@lingui/core';
import { expect, it } from 'vitest';
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
