import { BpmnModdle } from 'bpmn-moddle';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { assert as ensure } from '../assert.ts';
import { journeyTemplates } from '../../templates/journeys/journeyTemplates.ts';
import { arbitraryMap } from '../map/arbitraries.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { type Language, languages } from '../map/language.ts';
import { mapFromTemplate } from '../map/mapFromTemplate.ts';
import { mapToBpmn } from './mapToBpmn.ts';
import { mapToJiraCsv } from './mapToJiraCsv.ts';
import { mapToMarkdown } from './mapToMarkdown.ts';

function wrongParcel(language: Language): JourneyMap {
  const map = mapFromTemplate(journeyTemplates[0]!.content, language, 'map_a' as JourneyMap['id']);
  ensure(map.ok, 'reads');
  return map.value;
}

async function readBpmn(xml: string) {
  const { elementsById, warnings } = await new BpmnModdle({}).fromXML(xml);
  return { elements: Object.values(elementsById), warnings };
}

describe('a map as BPMN', () => {
  it('[X50] bpmn-moddle reads every export without a warning, with a shape for all that is drawn', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryMap(), async (map) => {
        const xml = mapToBpmn(map);
        const { elements, warnings } = await readBpmn(xml);
        expect(warnings.map(({ message }) => message)).toEqual([]);
        const drawn = elements.filter(({ $type }) =>
          /:(\w*Task|Lane|Participant|Group|SequenceFlow|MessageFlow)$/.test($type),
        );
        for (const { id, $type } of drawn) {
          const shape = elements.find(
            (each) => each.id === `${$type.endsWith('Flow') ? 'edge' : 'shape'}_${id}`,
          );
          expect(shape, `${$type} ${id}`).toBeDefined();
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(languages)(
    '[X51] the wrong parcel in %s: pools, lanes, tasks by who does them, flows, groups',
    async (language) => {
      const map = wrongParcel(language);
      const { elements, warnings } = await readBpmn(mapToBpmn(map));
      expect(warnings).toEqual([]);
      const count = (type: string): number => elements.filter(({ $type }) => $type === `bpmn:${type}`).length;
      const names = (type: string): readonly (string | undefined)[] =>
        elements.filter(({ $type }) => $type === `bpmn:${type}`).map(({ name }) => name);
      expect(count('Participant')).toBe(2);
      expect(names('Lane')).toEqual(
        map.lanes.filter(({ role }) => role !== 'none' && role !== 'evidence').map(({ title }) => title),
      );
      expect(names('ManualTask')).toEqual(
        map.cards.filter(({ laneId }) => laneId === 'lane_actions').map(({ text }) => text),
      );
      expect([count('UserTask'), count('ServiceTask')]).toEqual([14, 17]);
      // Eight flows chain the nine customer tasks; ten drawn arrows join tasks of the provider.
      expect([count('SequenceFlow'), count('MessageFlow'), count('Group')]).toEqual([18, 0, 4]);
      expect(mapToBpmn(map)).toContain(
        '<throughline:measurement metric="firstResponse" value="150" source="published"/>',
      );
    },
  );
});

describe('a map as a report', () => {
  it('[X55] says everything that the map says, in its language', () => {
    for (const language of languages) {
      const map = wrongParcel(language);
      const text = mapToMarkdown(map).replaceAll('\\', '');
      for (const said of [
        map.title,
        map.scope.goal,
        ...map.steps.map(({ title }) => title),
        ...map.cards.map((card) => card.text),
      ])
        expect(text).toContain(said.replaceAll('\n', ' '));
      expect(text).not.toMatch(/undefined|\[object/);
      expect(text.match(/^### /gm)?.length).toBe(9);
      expect(text.match(/^\| /gm)?.length).toBe(2 + 16);
    }
  });

  it('[X55] signs of Markdown in texts are text', () => {
    const map = wrongParcel('en');
    const [card] = map.cards;
    const hostile = { ...map, cards: [{ ...card!, text: '# <b>x</b> | [a](b)\n*y*' }] };
    expect(mapToMarkdown(hostile)).toContain('\\# \\<b\\>x\\</b\\> \\| \\[a\\](b) \\*y\\*');
    fc.assert(fc.property(arbitraryMap(), (any) => mapToMarkdown(any).startsWith('# ')));
  });
});

describe('a map as issues', () => {
  it('[X57] pain points and opportunities are one row each, with priority and place', () => {
    const map = wrongParcel('en');
    const { data } = Papa.parse<Record<string, string>>(mapToJiraCsv(map), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.length).toBe(4 + 9);
    expect(data[2]).toEqual({
      Summary: 'No idea how long it takes',
      'Issue Type': 'Bug',
      Description:
        'Pain points\nA wrong parcel › Get it solved › Wait for a person\n\nNo idea how long it takes',
      Labels: 'throughline pain-point',
      Priority: 'Highest',
      Parent: '',
    });
    expect(data.filter((row) => row['Issue Type'] === 'Story').length).toBe(9);
  });
});
