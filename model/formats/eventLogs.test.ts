import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assert as ensure } from '../assert.ts';
import { checkInvariants } from '../map/invariants.ts';
import { languages } from '../map/language.ts';
import { parseMap } from '../map/mapJson.ts';
import { eventLogErrorText } from '../text/eventLogErrorText.ts';
import { discoverJourney, type DiscoveredJourney } from './discoverJourney.ts';
import { eventLogFromTable } from './eventLogFromTable.ts';
import { eventLogFromXes } from './eventLogFromXes.ts';
import { dayOfSeconds, secondsOfTime } from './isoTime.ts';
import { mapFromLog } from './mapFromLog.ts';

/** A log as rows, from which both files are written and against which the figures are computed a second time. */
interface Event {
  readonly caseId: string;
  readonly activity: string;
  readonly seconds: number;
  readonly resource: string;
}

const iso = (seconds: number): string => new Date(seconds * 1_000).toISOString();
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

function byCase(events: readonly Event[]): ReadonlyMap<string, readonly Event[]> {
  const ids = [...new Set(events.map((event) => event.caseId))];
  return new Map(ids.map((id) => [id, events.filter((event) => event.caseId === id)]));
}

function xesOf(events: readonly Event[], namespace = true): string {
  const traces = byCase(events);
  const body = [...traces].map(
    ([id, list]) =>
      `<trace><string key="concept:name" value="${escaped(id)}"/>${list
        .map(
          (event) =>
            `<event><string key="concept:name" value="${escaped(event.activity)}"><string key="nested" value="x"/></string>` +
            `<date key="time:timestamp" value="${iso(event.seconds)}"/><string key="org:resource" value="${event.resource}"/>` +
            '<list key="l"><string key="concept:name" value="not this one"/></list></event>',
        )
        .join('')}</trace>`,
  );
  return `<?xml version="1.0"?><log${namespace ? ' xmlns="http://www.xes-standard.org/"' : ''} xes.version="1.0"><string key="concept:name" value="Test"/>${body.join('')}</log>`;
}

function discovered(xes: string): DiscoveredJourney {
  const log = eventLogFromXes(xes, 'log');
  ensure(log.ok, JSON.stringify(log));
  return discoverJourney(log.value);
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const arbitraryEvents = fc
  .array(
    fc.record({
      caseId: fc.constantFrom('1', '2', '3', 'x & y'),
      activity: fc.constantFrom('Ask', 'Check', '退款', 'a <b> "c"'),
      seconds: fc.integer({ min: 1_600_000_000, max: 1_600_900_000 }),
      resource: fc.constantFrom('Ann', 'Bo'),
    }),
    { minLength: 1, maxLength: 40 },
  )
  // One moment each, so that the order of a case does not hang on ties.
  .map((events) => events.map((event, i) => ({ ...event, seconds: event.seconds + i / 1_000 })));

describe('the figures of an event log', () => {
  it('[X40] are those of a second computation: cases, events, variants, medians, rework', () => {
    fc.assert(
      fc.property(arbitraryEvents, fc.boolean(), (events, namespace) => {
        const found = discovered(xesOf(events, namespace));
        const traces = [...byCase(events).values()].map((list) =>
          list.toSorted((a, b) => a.seconds - b.seconds),
        );
        expect(found.cases).toBe(traces.length);
        expect(found.events).toBe(events.length);
        const paths = traces.map((trace) => trace.map((event) => event.activity).join('>'));
        expect(found.variants).toBe(new Set(paths).size);
        for (const { count, path } of found.topVariants)
          expect(count).toBe(paths.filter((each) => each === path.join('>')).length);
        for (const activity of found.activities) {
          const mine = events.filter((event) => event.activity === activity.name);
          expect(activity.events).toBe(mine.length);
          expect(activity.cases).toBe(new Set(mine.map((event) => event.caseId)).size);
          expect(activity.resources).toBe(new Set(mine.map((event) => event.resource)).size);
          const gaps = traces.flatMap((trace) =>
            trace.flatMap((event, i) =>
              event.activity === activity.name && i + 1 < trace.length
                ? [trace[i + 1]!.seconds - event.seconds]
                : [],
            ),
          );
          if (gaps.length === 0) expect(activity.medianSecondsToNext).toBeNull();
          else expect(activity.medianSecondsToNext).toBeCloseTo(median(gaps), 2);
          const often = traces.map(
            (trace) => trace.filter((event) => event.activity === activity.name).length,
          );
          expect(activity.reworkRate).toBeCloseTo(
            often.filter((n) => n > 1).length / often.filter((n) => n > 0).length,
          );
        }
        const lengths = traces.map((trace) => trace.at(-1)!.seconds - trace[0]!.seconds);
        expect(found.caseSeconds.median).toBeCloseTo(median(lengths), 2);
        expect(found.caseSeconds.mean).toBeCloseTo(lengths.reduce((a, b) => a + b) / lengths.length, 2);
      }),
    );
  });

  it('[X41] a log reads alike from XES and from a table', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const rows = [
          ['case_id', 'activity', 'timestamp', 'org:resource'],
          ...events.map((event) => [event.caseId, event.activity, iso(event.seconds), event.resource]),
        ];
        const table = eventLogFromTable(rows, {}, 'log');
        ensure(table.ok, 'reads');
        expect(discoverJourney(table.value)).toEqual(discovered(xesOf(events)));
      }),
    );
  });

  it('[X42] starts are joined with completions; the time to the next runs to its start', () => {
    const event = (name: string, transition: string, minute: number): string =>
      `<event><string key="concept:name" value="${name}"/><string key="lifecycle:transition" value="${transition}"/><date key="time:timestamp" value="2026-01-05T10:${String(minute).padStart(2, '0')}:00+01:00"/></event>`;
    const { events, activities, variants } = discovered(
      `<log><trace>${event('Ask', 'schedule', 0)}${event('Ask', 'start', 1)}${event('Ask', 'complete', 4)}${event('Check', 'start', 10)}${event('Check', 'complete', 30)}</trace></log>`,
    );
    expect([events, variants]).toEqual([5, 1]);
    expect(activities.map((each) => [each.name, each.events, each.medianServiceSeconds])).toEqual([
      ['Ask', 1, 180],
      ['Check', 1, 1_200],
    ]);
    expect(activities[0]!.medianSecondsToNext).toBe(360);
  });

  it.each([
    ['2010-12-30T14:32:00.000+01:00', '2010-12-30T13:32:00.000Z'],
    ['2010-12-30 14:32:00', '2010-12-30T14:32:00.000Z'],
    ['2010/12/30 14:32', '2010-12-30T14:32:00.000Z'],
    ['30-12-2010:11.02', '2010-12-30T11:02:00.000Z'],
    ['30.12.2010 11:02:03', '2010-12-30T11:02:03.000Z'],
    ['2010-12-30 02:05 pm', '2010-12-30T14:05:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['1293715920', '2010-12-30T13:32:00.000Z'],
    ['1293715920000', '2010-12-30T13:32:00.000Z'],
  ])('[X43] reads the time %s', (text, expected) => {
    expect(new Date(secondsOfTime(text)! * 1_000).toISOString()).toBe(expected);
  });

  it('[X43] agrees with the calendar on every day, and knows what is no time', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        (date) => {
          expect(secondsOfTime(date.toISOString())).toBeCloseTo(date.getTime() / 1_000, 3);
          expect(dayOfSeconds(date.getTime() / 1_000)).toBe(date.toISOString().slice(0, 10));
        },
      ),
    );
    for (const text of ['', 'yesterday', '2010-13-01', '2010-12-30T25:00:00', '12/30/2010'])
      expect(secondsOfTime(text)).toBeUndefined();
  });
});

describe('an event log as a map', () => {
  it('[X44] activities become steps in the order in which cases pass them, with their figures and paths', () => {
    const events = ['1', '2', '3'].flatMap((caseId, k) =>
      ['Ask', 'Check', ...(k === 0 ? ['Check'] : []), 'Pay'].map((activity, i) => ({
        caseId,
        activity,
        seconds: 1_700_000_000 + k * 86_400 + i * 600,
        resource: 'Ann',
      })),
    );
    let state = 3;
    const random = (): number => (state = (state * 16807) % 2147483647) / 2147483647;
    const map = mapFromLog(discovered(xesOf(events)), 'Orders', { language: 'en', random });
    expect(checkInvariants(map)).toEqual([]);
    const parsed = parseMap(map);
    expect(parsed.ok ? parsed.value : parsed).toEqual(map);
    expect(map.steps.map(({ title }) => title)).toEqual(['Ask', 'Check', 'Pay']);
    const figures = (metric: string) =>
      map.measurements.filter((each) => each.metric === metric).map(({ value }) => value);
    expect(figures('secondsToNext')).toEqual([600, 600]);
    expect(figures('caseCoverage')).toEqual([1, 1, 1]);
    expect(figures('reworkRate')[1]).toBeCloseTo(1 / 3);
    expect(map.measurements[0]).toMatchObject({
      source: { kind: 'measured', reference: 'Orders' },
      period: { from: '2023-11-14', to: '2023-11-16' },
    });
    expect(map.cards.map(({ text, span }) => [text, span])).toEqual([
      ['67 % (2): Ask → Check → Pay', 3],
      ['33 % (1): Ask → Check → Check → Pay', 3],
    ]);
  });
});

describe('files that are no log', () => {
  it('[X45] are refused by name, with a sentence in three languages', () => {
    const table = eventLogFromTable(
      [
        ['id', 'what'],
        ['1', 'Ask'],
      ],
      {},
      'log',
    );
    const asked = eventLogFromTable(
      [
        ['case', 'activity'],
        ['1', 'Ask'],
      ],
      { time: 'when' },
      'log',
    );
    const refused = [
      eventLogFromXes('<log><trace></log>', 'log'),
      eventLogFromXes('no xml', 'log'),
      eventLogFromXes('<bpmn/>', 'log'),
      eventLogFromXes('<log/>', 'log'),
      table,
      asked,
      eventLogFromTable([['case', 'activity']], {}, 'log'),
    ];
    expect(refused.map((each) => (each.ok ? 'read' : each.error.type))).toEqual([
      'BrokenXml',
      'BrokenXml',
      'NotALog',
      'EmptyLog',
      'NoColumn',
      'NoColumn',
      'EmptyLog',
    ]);
    for (const each of refused)
      for (const language of languages) {
        ensure(!each.ok, 'refused');
        const text = eventLogErrorText(each.error, language);
        expect(text).not.toMatch(/undefined/);
        expect(/\p{Script=Han}/u.test(text)).toBe(language !== 'en');
      }
  });
});
