import type { Result } from '../result.ts';
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
import type { Effect } from '../map/lever.ts';
import type { ServiceError, ServiceWarning } from '../service/checkService.ts';

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
  /** What it is worth; undefined without the figures of the business, or without draws. */
  readonly money?: Result<MoneyForecast, MoneyError>;
  readonly steps: readonly StepForecast[];
  readonly nodes: readonly NodeForecast[];
  readonly pools: readonly PoolForecast[];
  /** What the forecast assumes: each effect with what the lever says and what is believed of it. */
  readonly effects: readonly EffectNote[];
  /** Why the service could not run; the forecast then holds for measured metrics only. */
  readonly serviceErrors: readonly ServiceError[];
  readonly warnings: readonly (ServiceWarning | PlanWarning)[];
  /** What the engine adds; undefined for formulas. */
  readonly simulation?: SimulationNotes;
}

export interface SimulationNotes {
  readonly engineVersion: string;
  /** Pairs of simulated days: the same customers with and without the plan. */
  readonly replications: number;
  readonly events: number;
  /** Stopped by the user or by the cap on events before all days were run. */
  readonly partial: boolean;
  readonly sojournSeconds: { readonly baseline: SojournFigures; readonly plan: SojournFigures };
  readonly calibration: readonly PoolCalibration[];
  /** At the full level: what the index's difference varies by, in squared points [K20]. */
  readonly variance?: Variance;
}

/** Two sources of spread: what is not known, and the luck of one simulated day. Only the first is in the bands. */
export interface Variance {
  readonly notKnown: number;
  readonly ofOneDay: number;
}

export interface SojournFigures {
  readonly meanSeconds: number;
  readonly p50Seconds: number;
  readonly p90Seconds: number;
}

/** [Q7] How a pool was brought to the measured wait. */
export interface PoolCalibration {
  readonly poolId: PoolId;
  /** Factor on effective agents. */
  readonly factor: number;
  readonly measuredSeconds: number;
  readonly simulatedSeconds: number;
  /** What is left: simulated over measured, less 1. */
  readonly misfit: number;
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
  /** Waits are of those who are served. */
  readonly meanSeconds: number;
  readonly p90Seconds: number;
  readonly abandonedShare: number;
  /** By the hour of coming; null in hours without anyone. */
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

/** What a plan is worth, in minor units of the map's currency. */
export interface MoneyForecast {
  readonly cost: number;
  /** Net present value over the horizon. */
  readonly netPresentValue: Banded;
  /** Return on investment: (benefit - cost) / cost; null for a plan that costs nothing. */
  readonly returnOnInvestment: Banded | null;
  readonly chanceOfReturn: number;
  /** Months until the benefit has paid the cost; null where half the draws or more never get there. */
  readonly paybackMonths: number | null;
}

export type MoneyError =
  | { readonly type: 'RetentionTooHigh'; readonly found: number; readonly most: number }
  | { readonly type: 'MoneyTooLarge'; readonly found: number };
