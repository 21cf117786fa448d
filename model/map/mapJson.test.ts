import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assert as ensure } from '../assert.ts';
import { arbitraryMap } from './arbitraries.ts';
import { checkInvariants } from './invariants.ts';
import { emptyMap, type JourneyMap } from './journeyMap.ts';
import { mapFromJson, mapToJson, parseMap } from './mapJson.ts';

const smallest = { formatVersion: 1, id: 'map_x', title: 'X', language: 'en' };

describe('the map file', () => {
  it('[F1] a map survives writing and reading unchanged, and its text is canonical', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const text = mapToJson(map);
        const read = mapFromJson(text);
        ensure(read.ok, 'a written map reads');
        expect(read.value).toEqual(map);
        expect(mapToJson(read.value)).toBe(text);
        expect(checkInvariants(map)).toEqual([]);
      }),
    );
  });

  it('[F1] an emotion of minus zero is zero, in memory as in the file', () => {
    const read = mapFromJson(
      JSON.stringify({
        ...smallest,
        emotions: [{ id: 'emotion_a', laneId: 'lane_e', personaId: 'persona_p', stepId: 'step_a', value: 0 }],
      }).replace('"value":0', '"value":-0'),
    );
    ensure(read.ok, 'reads');
    expect(Object.is(read.value.emotions[0]?.value, 0)).toBe(true);
  });

  it('[F2] fields equal to their default are left out, and come back', () => {
    const read = parseMap({
      ...smallest,
      kind: 'blueprint',
      lanes: [{ id: 'lane_a', kind: 'text', role: 'none', title: 'A' }],
    });
    ensure(read.ok, 'reads');
    expect(read.value.lanes[0]?.collapsed).toBe(false);
    expect(JSON.parse(mapToJson(read.value))).toEqual({
      ...smallest,
      lanes: [{ id: 'lane_a', kind: 'text', title: 'A' }],
    });
  });

  it('[F5] the figures of the business are written where they are known, and left out elsewhere', () => {
    const business = {
      costPerContact: 1_500,
      marginPerCustomerYear: 12_000,
      customers: 60_000,
      retention: 0.7,
      discountRate: 0.08,
    };
    const map = emptyMap('map_a' as JourneyMap['id'], 'en');
    expect(mapToJson(map)).not.toContain('business');
    expect(mapFromJson(mapToJson({ ...map, business }))).toMatchObject({ ok: true, value: { business } });
    const wrong = mapFromJson(JSON.stringify({ ...map, business: { ...business, retention: 1.7 } }));
    expect(wrong).toMatchObject({ ok: false });
    expect(JSON.stringify(wrong)).toContain('retention');
  });

  it('[F3] a text that is not JSON, not a map, or newer than we know is refused by name', () => {
    expect(mapFromJson('{')).toMatchObject({ ok: false, error: { type: 'NotJson' } });
    expect(mapFromJson('[1]')).toEqual({ ok: false, error: { type: 'NotAMap', found: 'a list of 1' } });
    expect(parseMap({ ...smallest, formatVersion: 9 })).toEqual({
      ok: false,
      error: { type: 'NewerFormat', found: 9, newest: 1 },
    });
  });

  it.each([
    [{ stages: [{ id: 'stage_a', title: 3 }] }, 'stages[0].title', 'string', '3'],
    [
      { stages: [{ id: 'step_a', title: 'A' }] },
      'stages[0].id',
      'stage_… (letters, digits, - and _)',
      '"step_a"',
    ],
    [{ language: 'fr' }, 'language', '"en" | "zh-Hans" | "zh-Hant"', '"fr"'],
    [{ stagess: [] }, '', 'no field "stagess"', 'an object'],
    [{ cards: [{ id: 'card_a', painPoint: { severity: 6 } }] }, 'cards[0].painPoint.severity', '≤ 5', '6'],
    [{ title: undefined }, 'title', 'string', 'nothing'],
  ])(
    '[F4] a wrong field is named with its path, what was expected and what was found: %j',
    (change, path, expected, found) => {
      expect(parseMap({ ...smallest, ...change })).toEqual({
        ok: false,
        error: { type: 'WrongField', path, expected, found, more: 0 },
      });
    },
  );
});
