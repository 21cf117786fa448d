import type { Grade } from '../map/fields.ts';
import type {
  DimensionId,
  EvidenceId,
  IndicatorId,
  LeverId,
  NodeId,
  PersonaId,
  PlanId,
  PoolId,
  StepId,
} from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Effect } from '../map/lever.ts';
import type { Scorecard } from '../quality/scoreMap.ts';
import { bandOf } from '../quality/scoreWithBands.ts';
import type { ServiceError, ServiceWarning } from '../service/checkService.ts';
import type { PlanEffect } from './planEffects.ts';

/** What a plan would do, with 90 % bands, in one shape for the quick formulas and the engine. */
export interface PlanForecast {
  readonly planId: PlanId;
  /** `quick`: formulas; `standard`: pairs of simulated days; `full`: draws of data and effects, each simulated. */
  readonly level: 'quick' | 'standard' | 'full';
  readonly seed: number;
  /** Draws behind the bands, or pairs of days. */
  readonly draws: number;
  /** Whether the baseline was brought to the measured waits first [Q7]. */
  readonly calibrated: boolean;
  readonly index: Change;
  readonly dimensions: readonly (Change & {
    readonly id: DimensionId;
    readonly title: string;
    readonly indicators: readonly (Change & { readonly id: IndicatorId; readonly title: string })[];
  })[];
  readonly csat: Change;
  readonly steps: readonly StepForecast[];
  readonly nodes: readonly NodeForecast[];
  readonly pools: readonly PoolForecast[];
  /** What the forecast assumes: each effect with what the lever says and what is believed of it. */
  readonly effects: readonly EffectNote[];
  /** Why the service could not run; the forecast then holds for measured metrics only. */
  readonly serviceErrors: readonly ServiceError[];
  readonly warnings: readonly (ServiceWarning | PlanWarning)[];
}

export interface Banded {
  readonly value: number;
  /** 5 % and 95 % of the draws. */
  readonly low: number;
  readonly high: number;
}

/** Null where too little is known. */
export interface Change {
  readonly baseline: Banded | null;
  readonly plan: Banded | null;
  /** `resolved`: the band leaves out 0; else the difference is smaller than the noise. */
  readonly difference: (Banded & { readonly resolved: boolean }) | null;
}

export interface StepForecast {
  readonly stepId: StepId;
  readonly score: Change;
  readonly emotions: readonly EmotionForecast[];
  /** The wait felt at this step; undefined where nobody waits. */
  readonly wait?: { readonly baseline: WaitFigures; readonly plan: WaitFigures };
}

export interface EmotionForecast extends Banded {
  readonly personaId: PersonaId;
  readonly asIs: number;
}

export interface WaitFigures {
  readonly visitsPerDay: number;
  readonly meanSeconds: number;
  readonly p90Seconds: number;
  readonly abandonedShare: number;
  /** Mean wait of those who come in each hour; null in hours without anyone. */
  readonly byHour: readonly (number | null)[];
}

export interface NodeForecast {
  readonly nodeId: NodeId;
  readonly baseline: WaitFigures;
  readonly plan: WaitFigures;
}

export interface PoolForecast {
  readonly poolId: PoolId;
  /** Share of the capacity in use, by hour; null when closed. */
  readonly baseline: readonly (number | null)[];
  readonly plan: readonly (number | null)[];
}

export interface EffectNote {
  readonly leverId: LeverId;
  readonly index: number;
  readonly on: string;
  readonly form: Effect['form'];
  readonly said: Effect;
  readonly believed: { readonly low: number; readonly likely: number; readonly high: number };
  readonly strength: number;
  readonly grade: Grade;
  readonly evidenceIds: readonly EvidenceId[];
}

export type PlanWarning =
  /** A lever of the plan is not in the map. */
  | { readonly type: 'UnknownLever'; readonly leverId: LeverId }
  /** Nothing of the map takes this effect: no measurement, or no such node. */
  | { readonly type: 'NothingToMove'; readonly leverId: LeverId; readonly on: string }
  | { readonly type: 'NotWorkingYet'; readonly leverId: LeverId };

/** A number of a scorecard, with a band, before and after; each draw is a pair that shares its luck. */
export function changeOf(
  point: ScorecardPair,
  draws: readonly ScorecardPair[],
  of: (card: Scorecard) => number | null | undefined,
): Change {
  return changeBetween(of(point.baseline) ?? null, of(point.plan) ?? null, (each) => {
    const list: [number, number][] = [];
    for (const draw of draws) {
      const [before, after] = [of(draw.baseline), of(draw.plan)];
      if (typeof before === 'number' && typeof after === 'number') list.push([before, after]);
    }
    return list.map(each);
  });
}

export interface ScorecardPair {
  readonly baseline: Scorecard;
  readonly plan: Scorecard;
}

function changeBetween(
  before: number | null,
  after: number | null,
  draws: (each: (pair: readonly [number, number]) => number) => readonly number[],
): Change {
  const baseline =
    before === null
      ? null
      : banded(
          before,
          draws(([first]) => first),
        );
  const plan =
    after === null
      ? null
      : banded(
          after,
          draws(([, second]) => second),
        );
  if (before === null || after === null) return { baseline, plan, difference: null };
  const difference = banded(
    after - before,
    draws(([first, second]) => second - first),
  );
  const resolved = difference.low > 0 || difference.high < 0;
  return { baseline, plan, difference: { ...difference, resolved } };
}

export function banded(value: number, draws: readonly number[]): Banded {
  return { value, ...(bandOf(draws, value) ?? { low: value, high: value }) };
}

/** How strongly the mood follows the score: one step of the half scale per 50 points. Judgement, grade E [Q10]. */
export const moodPerHalfScale = 1;

/** [Q10] The mood of each persona at a step, from its score before and after. */
export function forecastEmotions(
  map: JourneyMap,
  stepId: StepId,
  point: ScorecardPair,
  draws: readonly ScorecardPair[],
): readonly EmotionForecast[] {
  const step = point.baseline.steps.findIndex((each) => each.stepId === stepId);
  const change = ({ baseline, plan }: ScorecardPair): number => {
    const [before, after] = [baseline.steps[step]?.value, plan.steps[step]?.value];
    return typeof before === 'number' && typeof after === 'number' ? after - before : 0;
  };
  const felt = (asIs: number, difference: number): number =>
    Math.min(1, Math.max(-1, asIs + (moodPerHalfScale * difference) / 50));
  return map.emotions
    .filter((emotion) => emotion.stepId === stepId)
    .map(({ personaId, value }) => ({
      personaId,
      asIs: value,
      ...banded(
        felt(value, change(point)),
        draws.map((draw) => felt(value, change(draw))),
      ),
    }));
}

export function noteEffects(map: JourneyMap, effects: readonly PlanEffect[]): readonly EffectNote[] {
  return effects.map(({ leverId, index, on, form, raw, size, strength }) => ({
    leverId,
    index,
    on,
    form,
    said: raw,
    believed: { low: size.low, likely: size.likely, high: size.high },
    strength,
    grade: raw.grade,
    evidenceIds: map.levers.find((lever) => lever.id === leverId)?.evidenceIds ?? [],
  }));
}
