import { describe, expect, it } from 'vitest';
import { assert as ensure } from '../../model/assert.ts';
import { checkInvariants } from '../../model/map/invariants.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { isLocalizedText, type Language, languages } from '../../model/map/language.ts';
import { mapFromTemplate } from '../../model/map/mapFromTemplate.ts';
import { qualityModelFromTemplate } from '../../model/quality/qualityModelTemplate.ts';
import { leverFromTemplate } from '../../model/simulation/leverTemplate.ts';
import { leverTemplates } from '../levers/leverTemplates.ts';
import { qualityModelTemplates } from '../qualityModels/qualityModelTemplates.ts';
import { journeyTemplates } from './journeyTemplates.ts';

const mapId = 'map_fresh' as JourneyMap['id'];

function open(id: string, language: Language): JourneyMap {
  const template = journeyTemplates.find((each) => each.id === id);
  ensure(template !== undefined, `template ${id}`);
  const map = mapFromTemplate(template.content, language, mapId);
  ensure(map.ok, JSON.stringify(map));
  return map.value;
}

const wideSign = /[\u3000-\u303F\uFF00-\uFFEF]/;
const halfWidthSignAfterHan = /\p{Script=Han}[,:;?!()]/u;
/** Common signs of the one script that are never right in the other. */
const onlySimplified =
  /[个们这时说请过发现错误问题认识话语为会开关门应该间长东车马电脑书学习让给从态务质评满线确产总结经单样实际点数据达标选择边队预计约处业顾对动]/u;
const onlyTraditional =
  /[個們這時說請過發現錯誤問題認識話語為會開關門應該間長東車馬電腦書學習讓給從態務質評滿線確產總結經單樣實際點數據達標選擇邊隊預計約處業顧對動]/u;

describe.each(journeyTemplates.map((template) => [template.id, template] as const))(
  'template %s',
  (id, template) => {
    it.each(languages)('[T1] is a sound map in %s, under a fresh id', (language) => {
      const map = open(id, language);
      expect(checkInvariants(map)).toEqual([]);
      expect(map).toMatchObject({
        id: mapId,
        language,
        kind: template.kind,
        title: template.title[language],
      });
    });

    it('[T2] carries every text in three languages, each in its own script', () => {
      for (const { path, value } of texts(template.content)) {
        if (typeof value === 'string') {
          expect(value, `${path} is a text in one language only`).toMatch(/^[\w.:-]*$/);
          continue;
        }
        expect(value.en.trim(), path).not.toBe('');
        expect(value.en, path).not.toMatch(/\p{Script=Han}/u);
        expect(value.en, path).not.toMatch(wideSign);
        for (const language of ['zh-Hans', 'zh-Hant'] as const) {
          expect(value[language], `${path} ${language}`).toMatch(/\p{Script=Han}/u);
          expect(value[language], `${path} ${language}`).not.toMatch(halfWidthSignAfterHan);
        }
        expect(value['zh-Hans'], path).not.toMatch(onlyTraditional);
        expect(value['zh-Hant'], path).not.toMatch(onlySimplified);
      }
    });
  },
);

describe('template wrongParcel', () => {
  const map = open('wrongParcel', 'en');

  it('[T3] is complete: stages, steps, lanes, a full blueprint, a curve with its valley in the queue, 16 measurements', () => {
    expect(map.stages.length).toBe(4);
    expect(map.steps.length).toBe(9);
    expect(map.lanes.length).toBe(10);
    for (const lane of map.lanes.filter((each) => each.role !== 'none' && each.kind !== 'frontstagePeople')) {
      const covered = map.cards
        .filter((card) => card.laneId === lane.id)
        .reduce((sum, card) => sum + card.span, 0);
      expect(covered, lane.title).toBe(9);
    }
    const values = map.emotions.map((emotion) => emotion.value);
    expect(values.length).toBe(9);
    expect(values.indexOf(Math.min(...values))).toBe(4);
    expect(map.cards.filter((card) => card.painPoint !== undefined).length).toBe(4);
    expect(map.markers.map((marker) => marker.kind)).toEqual(['fail', 'wait', 'momentOfTruth']);
    expect(map.measurements.length).toBe(16);
    for (const measurement of map.measurements)
      expect(measurement.source.kind === 'estimate' || measurement.source.evidenceId !== undefined).toBe(
        true,
      );
    expect(map.levers.length).toBe(5);
    expect(map.plans[0]?.levers.map((lever) => lever.leverId)).toEqual([
      'lever_staffingShift',
      'lever_knowledgeBase',
      'lever_training',
    ]);
  });

  it('[T4] brings the contacts a day that an independent simulation found: 521 chat, 238 phone, 190 e-mail', () => {
    const abandonment: Readonly<Record<string, number>> = { node_chat: 0.13, node_phone: 0.13 };
    const visits = new Map(map.nodes.map((node) => [node.id as string, 0]));
    const entries = map.arrivals[0]!;
    // Power iteration of the traffic equations; each pass adds one more return of those not helped.
    for (let pass = 0; pass < 100; pass++) {
      const next = new Map(map.nodes.map((node) => [node.id as string, 0]));
      next.set(entries.nodeId, entries.perDay);
      for (const node of map.nodes) {
        const served = visits.get(node.id)! * (1 - node.containment) * (1 - (abandonment[node.id] ?? 0));
        for (const route of node.routes)
          if (next.has(route.to)) next.set(route.to, next.get(route.to)! + served * route.share);
      }
      for (const [id, count] of next) visits.set(id, count);
    }
    expect(Math.abs(visits.get('node_chat')! - 521)).toBeLessThan(5);
    expect(Math.abs(visits.get('node_phone')! - 238)).toBeLessThan(3);
    expect(Math.abs(visits.get('node_email')! - 190)).toBeLessThan(3);
  });

  it.each(languages)('[T6] holds quality model and levers as the library has them, in %s', (language) => {
    const own = open('wrongParcel', language);
    const known = new Set(own.levers.map((lever) => lever.id as string));
    for (const model of own.qualityModels) {
      const library = qualityModelTemplates.find((each) => each.id === model.origin?.id);
      ensure(library !== undefined, `quality model ${model.id}`);
      expect(model).toEqual(qualityModelFromTemplate(library, language));
    }
    for (const lever of own.levers) {
      const library = leverTemplates.find((each) => each.id === lever.origin?.id);
      ensure(library !== undefined, `lever ${lever.id}`);
      expect(lever).toEqual(leverFromTemplate(library, language, known));
    }
  });

  it('[T5] rosters people from 8 to 22 h only, and lets customers come in the same hours', () => {
    const open8to22 = Array.from({ length: 24 }, (_, hour) => hour >= 8 && hour < 22);
    for (const pool of map.pools) expect(pool.agents.map((agents) => agents > 0)).toEqual(open8to22);
    expect(map.arrivals[0]!.profile.map((weight) => weight > 0)).toEqual(open8to22);
    expect(map.pools.map((pool) => pool.agents.reduce((sum, agents) => sum + agents, 0))).toEqual([
      39, 45, 48, 40, 32,
    ]);
  });
});

interface FoundText {
  readonly path: string;
  readonly value: string | Readonly<Record<Language, string>>;
}

/** Every text of a template with its path; ids, choices and dates come as bare strings. */
function texts(value: unknown, path = ''): readonly FoundText[] {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  if (isLocalizedText(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inside]) => texts(inside, `${path}/${key}`));
}
