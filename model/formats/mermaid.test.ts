// @vitest-environment happy-dom
import fc from 'fast-check';
import mermaid from 'mermaid';
import { beforeAll, describe, expect, it } from 'vitest';
import { assert as ensure } from '../assert.ts';
import { arbitraryMap } from '../map/arbitraries.ts';
import { checkInvariants } from '../map/invariants.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { languages } from '../map/language.ts';
import { parseMap } from '../map/mapJson.ts';
import { importNoteText } from '../text/importNoteText.ts';
import { mermaidErrorText } from '../text/mermaidErrorText.ts';
import { mapFromMermaid } from './mapFromMermaid.ts';
import { mapToMermaid } from './mapToMermaid.ts';
import { readJourneySource } from './mermaidJourneySyntax.ts';
import { decodeMermaidText, encodeMermaidText } from './mermaidText.ts';

const context = { language: 'en', name: 'file', random: countingRandom() } as const;

function countingRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

interface Reading {
  readonly sections: readonly string[];
  readonly tasks: readonly {
    readonly section: string;
    readonly name: string;
    readonly score: number;
    readonly actors: readonly string[];
  }[];
}

/** Mermaid keeps entities as placeholders until it draws. */
const decoded = (text: string): string =>
  decodeMermaidText(text.replace(/\uFB02\u00B0\u00B0?/g, '#').replace(/\u00B6\u00DF/g, ';')).trim();

interface JourneyDb {
  getSections(): readonly string[];
  getTasks(): readonly { section: string; task: string; score: number; people: readonly string[] }[];
}

async function readByMermaid(text: string): Promise<Reading | 'rejected'> {
  try {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const journey = db as unknown as JourneyDb;
    return {
      sections: journey.getSections().map(decoded),
      tasks: journey.getTasks().map((task) => ({
        section: decoded(task.section),
        name: decoded(task.task),
        score: task.score,
        actors: task.people.map(decoded),
      })),
    };
  } catch {
    return 'rejected';
  }
}

function readByUs(text: string): Reading | 'rejected' {
  const { isJourney, statements } = readJourneySource(text);
  if (!isJourney || statements.some((statement) => statement.type === 'rejected')) return 'rejected';
  let section = '';
  const sections: string[] = [];
  const tasks: Reading['tasks'][number][] = [];
  for (const statement of statements) {
    if (statement.type === 'section') sections.push((section = decoded(statement.name)));
    if (statement.type !== 'task') continue;
    const [score = '', ...rest] = statement.fields;
    const actors = rest.length === 0 ? [] : rest[0]!.split(',').map(decoded);
    tasks.push({ section, name: decoded(statement.name), score: Number(score), actors });
  }
  return { sections, tasks };
}

const open = (text: string): { map: JourneyMap; notes: readonly string[]; types: readonly string[] } => {
  const read = mapFromMermaid(text, context);
  ensure(read.ok, JSON.stringify(read));
  return {
    map: read.value.map,
    notes: read.value.notes.map((note) => importNoteText(note, 'en')),
    types: read.value.notes.map((note) => `${note.line} ${note.type}`),
  };
};

const asRows = (map: JourneyMap): readonly (readonly [string, number | undefined, string])[] =>
  map.steps.map((step) => {
    const felt = map.emotions.filter((emotion) => emotion.stepId === step.id);
    const names = felt.map(
      (emotion) => map.personas.find((persona) => persona.id === emotion.personaId)!.name,
    );
    return [step.title, felt[0]?.value, names.join('|')] as const;
  });

beforeAll(async () => {
  // Registers Mermaid's diagrams.
  await mermaid.parse('journey\nA: 5');
});

const probes = [
  'journey\n    title My working day\n    section Go to work\n      Make tea: 5: Me\n      Go upstairs: 3: Me\n      Do work: 1: Me, Cat\n    section Go home\n      Go downstairs: 5: Me\n      Sit down: 5: Me',
  'journey title On one line\nA: 5: Me',
  '\uFEFF  journey\r\n\tsection S\r\n\t\tA:5:Me\r\n',
  'JOURNEY\nA: 5',
  'Journey\nA: 5',
  'flowchart LR\nA --> B',
  '',
  'journey',
  'journey\n',
  'journey\nTITLE loud\nSECTION Also loud\nA: 5',
  'journey\ntitle\nA: 5: Me\nB: 3: Me',
  'journey\nsection\nsection B\nA: 5',
  'journey\nsection\nA: 5: Me',
  'journey\nsection A: B\nC: 5',
  'journey\nA: 0\nB: -2\nC: 3.5\nD: 7\nE: 0x5\nF: 1e1\nG: x\nH: 4/5\nI: \uFF15',
  'journey\nA: \nB: 5:\nC: 5: Me,\nD: 5: Me, Me\nE: 5: 张三，李四',
  'journey\n发现问题: 1: 用户 : 沮丧',
  'journey\n发现问题\uFF1A1\uFF1A用户',
  'journey\nAt 10:30: 5: Me\nPush um 08:00, ein Tenner: 5: Handy\nhttps://x.y: 5: Me',
  'journey\nFix #12: 5: Me',
  'journey\nPlay: 5: Child#1\nsection A # comment\nB: 5 # comment',
  'journey\n%% comment\nA: 5 %% text\n%% A: 6: x',
  'journey\nA; B: 5',
  'journey\nA: 5; B: 3',
  'journey\nA#58;b: 5: x#44;y\nC#colon;d: 3\nE#35;f: 2',
  'journey\naccTitle: A title\naccDescr: A description\nA: 5',
  'journey\naccDescr {\n two\n lines\n}\nA: 5',
  'journey\naccDescription old\nA: 5',
  'journey\naccTitle:',
  '---\ntitle: From the head\n---\njourney\nA: 5: Me',
  '%%{init: {"theme": "dark"}}%%\njourney\nA: 5: Me',
  'journey\n%%{wrap}%%\nA: 5: Me',
  'journey\njourney start: 5: Me',
  'journey\nsectional work: 5: Me\ntitles: 3: Me',
  'journey\nA: 5\nsection S\nB: 5\nsection S\nC: 5\nsection T\nsection S\nD: 5',
  'journey\nA\nB: 5',
  'journey\n: 5: Me',
  'journey\nA::5',
  'journey\n\u3000A\u3000: 5 :\u00A0Me\u00A0',
  'journey\n  A: 5: Me   \n\n\n   B  : 3',
  'journey\nA}: 5\n}: 3\n{: 2',
  'journey\nA%% x: 5\nBB%% x: 5',
];

describe('the grammar of Mermaid journeys', () => {
  it.each(probes)('[X1] reads and refuses what Mermaid itself reads and refuses: %j', async (text) => {
    expect(readByUs(text)).toEqual(await readByMermaid(text));
  });

  it('[X1] reads and refuses what Mermaid does, on generated texts', async () => {
    const word = fc.constantFrom(
      'A',
      'bc',
      '阶段',
      'title',
      'section',
      'journey',
      'accTitle',
      'accDescr',
      '5',
      '3.5',
      '-1',
    );
    const sign = fc.constantFrom(
      ':',
      ':',
      ' ',
      ' ',
      ' ',
      ',',
      '#',
      '%',
      '%%',
      ';',
      '{',
      '}',
      '#58;',
      '\n',
      '\n',
      '\n',
      '\t',
      '<b>',
    );
    const line = fc.array(fc.oneof(word, sign), { maxLength: 8 }).map((parts) => parts.join(''));
    const task = fc
      .tuple(word, fc.constantFrom('1', '2', '5', ' 4 ', 'x'), fc.constantFrom('', ': Me', ': Me, You', ':'))
      .map(([name, score, actors]) => `${name}: ${score}${actors}`);
    const heading = word.map((name) => `section ${name}`);
    let accepted = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 5, arbitrary: task }, heading, line), { maxLength: 6 }),
        async (lines) => {
          const text = `journey\n${lines.join('\n')}\n`;
          // A directive that is never closed is Mermaid's own business.
          fc.pre(!text.includes('%%{'));
          // Mermaid takes comment lines out with their line breaks; a bare keyword before one swallows the line after it.
          fc.pre(!/(title|section)\s+%%/i.test(text));
          const theirs = await readByMermaid(text);
          if (theirs === 'rejected') refused++;
          else accepted++;
          expect(readByUs(text)).toEqual(theirs);
        },
      ),
      { numRuns: 1_000 },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(100);
  });
});

describe('a Mermaid journey as a map', () => {
  it('[X2] sections become stages, tasks steps, scores emotions, actors personas with a lane of their own', () => {
    const { map, notes } = open(probes[0]!);
    expect(map.title).toBe('My working day');
    expect(map.stages.map((stage) => stage.title)).toEqual(['Go to work', 'Go home']);
    expect(map.personas.map((persona) => persona.name)).toEqual(['Me', 'Cat']);
    expect(asRows(map)).toEqual([
      ['Make tea', 1, 'Me'],
      ['Go upstairs', 0, 'Me'],
      ['Do work', -1, 'Me|Cat'],
      ['Go downstairs', 1, 'Me'],
      ['Sit down', 1, 'Me'],
    ]);
    expect(map.cards.map((card) => card.text)).toEqual(['Me', 'Me', 'Me, Cat', 'Me', 'Me']);
    expect(notes).toEqual([]);
  });

  it('[X3] neighbouring sections of one name are one stage, others are not', () => {
    const { map } = open('journey\nA: 5\nsection S\nB: 5\nsection S\nC: 5\nsection T\nsection S\nD: 5');
    expect(map.stages.map((stage) => stage.title)).toEqual(['', 'S', 'T', 'S']);
    expect(map.steps.map((step) => map.stages.findIndex((stage) => stage.id === step.stageId))).toEqual([
      0, 1, 1, 3,
    ]);
  });

  it.each([
    ['a full-width colon', 'A\uFF1A 2\uFF1A 用户', ['A', -0.5, '用户'], ['2 FullWidthColon']],
    ['one full-width colon of two', '泡茶\uFF1A5: 我', ['泡茶', 1, '我'], ['2 FullWidthColon']],
    ['the other full-width colon', '泡茶: 5\uFF1A我', ['泡茶', 1, '我'], ['2 FullWidthColon']],
    ['a full-width colon that belongs', '泡茶\uFF1A早上: 5: 我', ['泡茶\uFF1A早上', 1, '我'], []],
    ['# before a number', 'Fix #12: 5: Me', ['Fix #12', 1, 'Me'], ['2 HashInText']],
    ['# in a person', 'Play: 5: Child#1', ['Play', 1, 'Child#1'], ['2 HashInText']],
    ['a comment', 'Play: 5: Child # later', ['Play', 1, 'Child'], []],
    ['a semicolon in the name', 'A; B: 5: Me', ['A; B', 1, 'Me'], ['2 SignsInName']],
    ['a time in the name', 'At 10:30: 4: Me', ['At 10:30', 0.5, 'Me'], ['2 SignsInName']],
    [
      'a time and a comma in the name',
      'Push um 08:00, ein Tenner pro Nachricht: 5: Handy',
      ['Push um 08:00, ein Tenner pro Nachricht', 1, 'Handy'],
      ['2 SignsInName'],
    ],
    ['an address as name', 'https://x.y: 5: Me', ['https://x.y', 1, 'Me'], ['2 SignsInName']],
    ['a remark after the people', '发现问题: 1: 用户 : 沮丧', ['发现问题', -1, '用户'], ['2 ExtraField']],
    ['full-width commas', 'A: 5: 张三，李四、王五', ['A', 1, '张三|李四|王五'], ['2 FullWidthComma']],
    ['a word as score', 'A: good: Me', ['A', undefined, ''], ['2 NoScore']],
    ['no score', 'A', ['A', undefined, ''], ['2 NoScore']],
    ['a score of five', 'A: 4/5: Me', ['A', 0.5, 'Me'], []],
    ['full-width digits', 'A: \uFF14: Me', ['A', 0.5, 'Me'], []],
    ['a score of 0', 'A: 0: Me', ['A', -1, 'Me'], ['2 ScoreOutside']],
    ['a fraction', 'A: 3.5: Me', ['A', 0.25, 'Me'], []],
    ['a score above 5', 'A: 10: Me', ['A', 1, 'Me'], ['2 ScaleOfTen']],
    ['a score above 10', 'A: 12: Me', ['A', 1, 'Me'], ['2 ScaleOfTen', '2 ScoreOutside']],
    ['a keyword as name', 'journey starts: 5: Me', ['journey starts', 1, 'Me'], ['2 SignsInName']],
    ['a keyword before a task', 'section one: 5: Me', ['section one', 1, 'Me'], ['2 SignsInName']],
    ['people twice', 'A: 5: Me, Me, ,', ['A', 1, 'Me'], []],
    ['entities and breaks', 'A#58;b<br/>c: 5: x#44;y', ['A:b\nc', 1, 'x,y'], []],
    ['nobody', 'A: 5', ['A', 1, 'Customer'], []],
  ] as const)('[X4] repairs %s, with the line', (_, line, row, notes) => {
    const read = open(`journey\n${line}`);
    expect(asRows(read.map)).toEqual([row]);
    expect(read.types).toEqual(notes);
  });

  it('[X4] repairs headings: bare keywords, colons, the old description', () => {
    const { map, types } = open(
      'journey\ntitle\nsection\nsection Phase 1: begin\nA: 5\naccDescription what it is\n',
    );
    expect(map.title).toBe('file');
    expect(map.description).toBe('what it is');
    expect(map.stages.map((stage) => stage.title)).toEqual(['Phase 1: begin']);
    expect(map.steps.map((step) => step.title)).toEqual(['A']);
    expect(types).toEqual(['2 BareKeyword', '3 BareKeyword', '4 SectionWithColon', '6 OldDescription']);
  });

  it('[X4] takes the title of the head unless the body has one, and the last of those', () => {
    expect(open('---\ntitle: "Head"\n---\njourney\nA: 5').map.title).toBe('Head');
    expect(open('---\ntitle: Head\n---\njourney\ntitle One\nA: 5\ntitle Two').map.title).toBe('Two');
  });

  it('[X4] reads a Markdown block, and counts lines as the file has them', () => {
    const { map, types } = open('---\ntitle: T\n---\njourney\n%% note\n\nA: x: Me\n');
    expect(types).toEqual(['7 NoScore']);
    expect(map.steps.length).toBe(1);
    expect(open('journey\nA: 5\n```\n').map.steps.length).toBe(1);
  });

  it.each([
    ['journey\nA: 5', 'en'],
    ['journey\n发现问题: 1: 用户', 'zh-Hans'],
    ['journey\n發現問題: 1: 使用者', 'zh-Hant'],
  ] as const)('[X5] the map takes the language of the text: %j', (text, language) => {
    expect(open(text).map.language).toBe(language);
  });

  it('[X6] what is no journey is refused by name in three languages', () => {
    for (const text of ['', 'flowchart LR\nA-->B', 'JOURNEY\nA: 5', '{"a": 1}']) {
      const read = mapFromMermaid(text, context);
      ensure(!read.ok, text);
      for (const language of languages)
        expect(/\p{Script=Han}/u.test(mermaidErrorText(read.error, language))).toBe(language !== 'en');
    }
    const many = `journey\n${'A: 5\n'.repeat(2_001)}`;
    expect(mapFromMermaid(many, context)).toEqual({
      ok: false,
      error: { type: 'TooManySteps', found: 2_001, most: 2_000 },
    });
  });

  it('[X7] every text gives a sound map or an error, and never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'journey\n',
        'section ',
        'title ',
        ':',
        '\n',
        '5',
        ',',
        '#',
        ';',
        '---\n',
        '%%{',
        '```',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const read = mapFromMermaid(`journey\n${pieces.join('')}`, context);
        if (!read.ok) return;
        expect(checkInvariants(read.value.map)).toEqual([]);
        const parsed = parseMap(read.value.map);
        expect(parsed.ok ? parsed.value : parsed.error).toEqual(read.value.map);
        for (const note of read.value.notes)
          for (const language of languages) expect(importNoteText(note, language)).not.toMatch(/undefined/);
      }),
    );
  });
});

describe('a map as a Mermaid journey', () => {
  it('[X8] Mermaid reads every export, hostile names too, as what the map says', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryMap(), async (map) => {
        const theirs = await readByMermaid(mapToMermaid(map));
        ensure(theirs !== 'rejected', mapToMermaid(map));
        const inOrder = map.stages.flatMap((stage) => map.steps.filter((step) => step.stageId === stage.id));
        expect(theirs.tasks.map((task) => task.name)).toEqual(inOrder.map((step) => oneText(step.title)));
        for (const task of theirs.tasks) expect(task.score).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'title: trap',
    'section 9',
    'journey',
    'accTitle: x',
    'accDescr { x',
    'a # b',
    'a; b',
    'a: 5: Me',
    '%% no comment',
    'x%% y',
    '<script>alert(1)</script>',
    '<br/>',
    '&lt;b&gt;',
    '#35;',
    '\uFB02\u00B035\u00B6\u00DF',
    ' padded ',
    'two\nlines',
    'style x:#35; y;',
    'e\u0301',
    '\u{1F36C} sweets',
    '---',
    '',
    '%%{init: {}}%%',
    'a, b',
  ])('[X8] the name %j comes back as it was', async (name) => {
    const source = open('journey\nA: 4: P').map;
    const [stage] = source.stages;
    const [step] = source.steps;
    const [persona] = source.personas;
    const map: JourneyMap = {
      ...source,
      title: name,
      stages: [{ ...stage!, title: name }],
      steps: [{ ...step!, title: name }],
      personas: [{ ...persona!, name: name || 'P' }],
    };
    const text = mapToMermaid(map);
    const theirs = await readByMermaid(text);
    expect(theirs).toEqual({
      sections: [oneText(name)],
      tasks: [{ section: oneText(name), name: oneText(name), score: 4, actors: [oneText(name || 'P')] }],
    });
    const back = open(text);
    expect(back.types).toEqual([]);
    expect(back.map.title).toBe(oneText(name) || 'file');
    expect(back.map.stages[0]!.title).toBe(oneText(name));
    expect(asRows(back.map)).toEqual([[oneText(name), 0.5, oneText(name || 'P')]]);
  });

  it('[X9] a feeling in the finest steps a score can show comes back as the same score', () => {
    const { map } = open('journey\nA: 4: P');
    const felt = { ...map, emotions: [{ ...map.emotions[0]!, value: -0.3333334 }] };
    expect(mapToMermaid(open(mapToMermaid(felt)).map)).toBe(mapToMermaid(felt));
  });

  it('[X9] what was exported comes back, and the second export is the first', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const text = mapToMermaid(map);
        const { map: back, types } = open(text);
        expect(types).toEqual([]);
        expect(back.steps.map((step) => step.title)).toEqual(
          map.stages.flatMap((stage) =>
            map.steps.filter((step) => step.stageId === stage.id).map((step) => oneText(step.title)),
          ),
        );
        const again = mapToMermaid(back);
        // A step without feelings goes out as neutral and comes back as the feeling of somebody.
        const withoutActors = (each: string): string => each.replace(/^( {4}[^:\n]*: [^:\n]*):.*$/gm, '$1');
        expect(withoutActors(again).replace(/^ {2}title .*\n/m, '')).toBe(
          withoutActors(text).replace(/^ {2}title .*\n/m, ''),
        );
      }),
    );
  });
});

const oneText = (text: string): string => decodeMermaidText(encodeMermaidText(text)).trim();
