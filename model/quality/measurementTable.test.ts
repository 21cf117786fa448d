import { describe, expect, it } from 'vitest';
import type { Source } from '../map/source.ts';
import { guessTableMapping } from './guessTableMapping.ts';
import { measurementsFromTable, type TableMapping } from './measurementTable.ts';
import { numberInCell } from './numberInCell.ts';
import { mapOf } from './testing/numericExample.ts';

const map = mapOf([], {
  steps: [
    { id: 'step_a', stageId: 'stage_one', title: 'Find help' },
    { id: 'step_b', stageId: 'stage_one', title: '等待客服' },
  ],
});
const source: Source = { kind: 'measured', reference: 'CRM', ownerName: '' };
const rowsOf = (text: string): readonly (readonly string[])[] =>
  text.split('\n').map((line) => line.split('\t'));
const read = (text: string, change: Partial<TableMapping> = {}) => {
  const rows = rowsOf(text);
  return measurementsFromTable(map, rows, { ...guessTableMapping(map, rows), source, ...change });
};

describe('numbers in cells', () => {
  it.each([
    ['85 %', 'share', false, 0.85],
    ['85%', 'share', false, 0.85],
    ['85', 'share', true, 0.85],
    ['.85', 'share', false, 0.85],
    ['1,234.5', 'score', false, 1_234.5],
    ['1 234', 'score', false, 1_234],
    ['2.5 min', 'seconds', false, 150],
    ['3 分钟', 'seconds', false, 180],
    ['1:30', 'seconds', false, 90],
    ['1:00:05', 'seconds', false, 3_605],
    ['2h', 'seconds', false, 7_200],
    ['−12', 'points', false, -12],
    ['２４０．５', 'score', false, 240.5],
    ['８５％', 'share', false, 0.85],
    ['240,000', 'perDay', false, 240_000],
    ['240,000.5', 'money', false, 24_000_050],
  ] as const)('[Q30] %s of a %s is read', (text, unit, percent, value) => {
    expect(numberInCell(text, unit, percent)).toBeCloseTo(value, 12);
  });

  it.each([
    ['1,5', 'score'],
    ['12 cats', 'seconds'],
    ['5 min', 'share'],
    ['n/a', 'score'],
    ['', 'score'],
    ['1.2.3', 'score'],
  ] as const)('[Q30] %s of a %s is no number', (text, unit) => {
    expect(numberInCell(text, unit, false)).toBeUndefined();
  });
});

describe('measurements from a table', () => {
  it('[Q30] a long table: a row for each number, words in any of our languages', () => {
    const { measurements, errors } = read(
      'Step\tMetric\tValue\tn\tOwner\n' +
        'Find help\tCSAT\t85\t120\tMei\n' +
        '等待客服\t首次响应时间\t2.5 min\t400\t\n' +
        '2\tpoliteness\t80\t\t\n' +
        'map\tNPS\t−12\t60\t',
    );
    expect(errors).toEqual([]);
    expect(measurements).toMatchObject([
      {
        on: { stepId: 'step_a' },
        metric: 'csat',
        value: 0.85,
        n: 120,
        source: { ownerName: 'Mei', reference: 'CRM' },
      },
      { on: { stepId: 'step_b' }, metric: 'firstResponse', value: 150, n: 400 },
      { on: { stepId: 'step_b' }, metric: 'politeness', value: 80 },
      { on: { map: true }, metric: 'nps', value: -12 },
    ]);
  });

  it('[Q30] a wide table: a row for each step, a column for each metric, empty cells left out', () => {
    const { measurements, errors } = read('步骤\t礼貌程度\t首次解决率\nFind help\t80\t0.7\n等待客服\t\t0.5');
    expect(errors).toEqual([]);
    expect(measurements.map(({ on, metric, value }) => [on, metric, value])).toEqual([
      [{ stepId: 'step_a' }, 'politeness', 80],
      [{ stepId: 'step_a' }, 'firstContactResolution', 0.7],
      [{ stepId: 'step_b' }, 'firstContactResolution', 0.5],
    ]);
  });

  it('[Q30] a share above 1 anywhere means that its column is in per cent', () => {
    const { measurements } = read('step\tcsat\n1\t85\n2\t1');
    expect(measurements.map(({ value }) => value)).toEqual([0.85, 0.01]);
    expect(read('step\tcsat\n1\t0.85\n2\t1').measurements.map(({ value }) => value)).toEqual([0.85, 1]);
  });

  it('[Q30] each wrong cell is pointed at, the other rows are read', () => {
    const { measurements, errors } = read(
      'step\tmetric\tvalue\n' +
        'Nowhere\tcsat\t0.8\n' +
        'Find help\tnonsense\t3\n' +
        'Find help\tpoliteness\tgood\n' +
        'Find help\tpoliteness\t140\n' +
        '\tpoliteness\t40\n' +
        'Find help\tpoliteness\t50\n' +
        '\t\t',
    );
    expect(errors).toEqual([
      { row: 1, column: 0, type: 'NoSuchPlace', found: 'Nowhere' },
      { row: 2, column: 1, type: 'NoSuchMetric', found: 'nonsense' },
      { row: 3, column: 2, type: 'NotANumber', found: 'good' },
      { row: 4, column: 2, type: 'OutOfRange', found: '140' },
      { row: 5, column: 0, type: 'NoPlace', found: '' },
    ]);
    expect(measurements).toMatchObject([{ value: 50 }]);
  });

  it('[Q30] an estimate needs its range, which must hold the value', () => {
    const estimate = { source: { ...source, kind: 'estimate' as const } };
    expect(read('step\tmetric\tvalue\n1\tpoliteness\t50', estimate).errors).toMatchObject([
      { type: 'NeedsRange' },
    ]);
    expect(read('step\tpoliteness\n1\t50', estimate).errors).toMatchObject([
      { type: 'NeedsRange', column: 1 },
    ]);
    const header = 'step\tmetric\tlow\tvalue\thigh\n';
    expect(read(`${header}1\tpoliteness\t40\t30\t60`, estimate).errors).toMatchObject([
      { type: 'NotAscending', column: 3 },
    ]);
    expect(read(`${header}1\tpoliteness\t40\t50\t60`, estimate).measurements).toMatchObject([
      { low: 40, likely: 50, high: 60, value: 50 },
    ]);
  });

  it('[Q30] days, personas and channels', () => {
    const { measurements, errors } = read(
      'step\tmetric\tvalue\tfrom\tto\tpersona\tchannel\n' +
        '1\tcsat\t0.5\t2026-01-01\t2026/3/31\tKid\te-mail\n' +
        '1\tcsat\t0.5\t2026-02-30\t\t\t\n' +
        '1\tcsat\t0.5\t\t\tNobody\tpigeon',
    );
    expect(measurements).toMatchObject([
      {
        period: { from: '2026-01-01', to: '2026-03-31' },
        segment: { personaId: 'persona_kid', channel: 'email' },
      },
    ]);
    expect(errors.map(({ type, row }) => [type, row])).toEqual([
      ['NotADate', 2],
      ['NoSuchPersona', 3],
      ['NoSuchChannel', 3],
    ]);
  });

  it('[Q30] without a header the columns are guessed from what stands in them', () => {
    const rows = rowsOf('Find help\tcsat\t0.8');
    expect(guessTableMapping(map, rows)).toEqual({
      headerRows: 0,
      columns: [{ role: 'place' }, { role: 'metric' }, { role: 'value' }],
    });
  });

  it('[Q34] columns of promoters, passives and detractors make an NPS for each row', () => {
    const { measurements, errors } = read(
      'Step\tPromoters\tPassives\tDetractors\n' +
        'Find help\t50\t30\t20\n' +
        '2\t1.5\t0\t0\n' +
        'map\t19,000\t900\t200\n' +
        '2\t\t\t',
    );
    expect(measurements).toMatchObject([{ metric: 'nps', n: 100 }]);
    expect(measurements[0]!.samples).toHaveLength(100);
    expect(errors).toMatchObject([
      { row: 2, column: 1, type: 'NotAWhole', found: '1.5' },
      { row: 3, column: 1, type: 'TooManyAnswers' },
    ]);
  });
});
