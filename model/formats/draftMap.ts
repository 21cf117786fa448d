import type { Card } from '../map/card.ts';
import type { LaneId, PersonaId, StageId, StepId } from '../map/ids.ts';
import { emptyMap, type JourneyMap } from '../map/journeyMap.ts';
import { type LaneKind, usualRole } from '../map/lane.ts';
import type { Language } from '../map/language.ts';
import type { Measurement } from '../map/measurement.ts';
import type { Metric } from '../map/metric.ts';
import { newId, type RandomSource } from '../map/newId.ts';

/**
 * A map in the making, for imports that meet stages, steps, lanes and people by their names, in any order. A name that
 * comes again means the same thing; `finish` brings the steps into the order of their stages.
 */
export interface DraftMap {
  stage(title: string): StageId;
  step(stageId: StageId, title: string): StepId;
  lane(title: string, kind: LaneKind): LaneId;
  persona(name: string): PersonaId;
  /** A card in a cell; in the tray without a lane or step. */
  card(laneId: LaneId | undefined, stepId: StepId | undefined, text: string, more?: Partial<Card>): void;
  /** How somebody feels at a step; the first value given for a place stays. */
  emotion(laneId: LaneId, personaId: PersonaId, stepId: StepId, value: number, quote?: string): void;
  metric(metric: Metric): void;
  measurement(measurement: Omit<Measurement, 'id' | 'series'>): void;
  finish(kind: JourneyMap['kind']): JourneyMap;
}

export function draftMap(language: Language, title: string, random: RandomSource): DraftMap {
  const stages = new Map<string, JourneyMap['stages'][number]>();
  const steps = new Map<string, JourneyMap['steps'][number]>();
  const lanes = new Map<string, JourneyMap['lanes'][number]>();
  const personas = new Map<string, JourneyMap['personas'][number]>();
  const emotions = new Map<string, JourneyMap['emotions'][number]>();
  const cards: Card[] = [];
  const metrics: Metric[] = [];
  const measurements: Measurement[] = [];

  return {
    stage: (name) =>
      kept(stages, name, () => ({ id: newId('stage', random), title: short(name), hue: stages.size % 8 })).id,
    step: (stageId, name) =>
      kept(steps, `${stageId} ${name}`, () => ({ id: newId('step', random), stageId, title: short(name) }))
        .id,
    lane: (name, kind) =>
      kept(lanes, `${kind} ${name}`, () => ({
        id: newId('lane', random),
        kind,
        role: usualRole[kind],
        title: short(name),
        collapsed: false,
      })).id,
    persona: (name) =>
      kept(personas, name, () => ({
        id: newId('persona', random),
        name: short(name),
        share: 1,
        quote: '',
        goals: '',
        styleIndex: personas.size % 8,
      })).id,
    card(laneId, stepId, text, more = {}) {
      const place = laneId === undefined || stepId === undefined ? {} : { laneId, stepId };
      const id = newId('card', random);
      cards.push({ id, ...place, span: 1, text: text.slice(0, 50_000), tags: [], evidenceIds: [], ...more });
    },
    emotion(laneId, personaId, stepId, value, quote) {
      const said = quote === undefined || quote === '' ? {} : { quote };
      kept(emotions, `${laneId} ${personaId} ${stepId}`, () => ({
        id: newId('emotion', random),
        laneId,
        personaId,
        stepId,
        value,
        ...said,
      }));
    },
    metric(metric) {
      if (!metrics.some((each) => each.id === metric.id)) metrics.push(metric);
    },
    measurement(measurement) {
      measurements.push({ id: newId('measurement', random), ...measurement, series: [] });
    },
    finish(kind) {
      const order = new Map([...stages.values()].map((stage, i) => [stage.id, i]));
      return {
        ...emptyMap(newId('map', random), language, short(title)),
        kind,
        stages: [...stages.values()],
        steps: [...steps.values()].sort((a, b) => order.get(a.stageId)! - order.get(b.stageId)!),
        lanes: [...lanes.values()],
        cards,
        personas: [...personas.values()],
        emotions: [...emotions.values()],
        metrics,
        measurements,
      };
    },
  };
}

/** Titles hold 1,000 characters. */
const short = (text: string): string => text.slice(0, 1_000).replace(/[\uD800-\uDBFF]$/, '');

function kept<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
