import type { Card } from '../../map/card.ts';
import type { Emotion } from '../../map/emotion.ts';
import type {
  CardId,
  ForecastId,
  LaneId,
  LeverId,
  PersonaId,
  PlanId,
  StageId,
  StepId,
} from '../../map/ids.ts';
import type { CollectionName, JourneyMap, Scope } from '../../map/journeyMap.ts';
import type { Lane } from '../../map/lane.ts';
import type { PlanLever } from '../../map/plan.ts';
import type { Stage } from '../../map/stage.ts';
import type { Step } from '../../map/step.ts';
import type { CopiedTracks } from '../copiedTracks.ts';
import type { TextQuery } from '../findText.ts';
import type { RecordOf } from '../mapDocument.ts';

/**
 * Everything a user can do to a map, as plain data: one command is one transaction and one step of undo.
 * A new record may bring its id; left out, it gets a fresh one, which the outcome names.
 */
export type Command =
  /**
   * Several commands as one: all or none, one step of undo. Each is checked against the map as it was before, so they
   * must not build on each other; `created` names what all of them made.
   */
  | { readonly type: 'together'; readonly commands: readonly Command[] }
  | { readonly type: 'setMap'; readonly fields: MapChanges }
  // Stages, steps (columns) and lanes (rows); `before` is the neighbour to the right or below, left out: at the end.
  | { readonly type: 'insertStages'; readonly stages: readonly NewStage[]; readonly before?: StageId }
  | { readonly type: 'moveStages'; readonly stageIds: readonly StageId[]; readonly before?: StageId }
  | {
      readonly type: 'deleteStages';
      readonly stageIds: readonly StageId[];
      readonly editedByOthers?: readonly CardId[];
    }
  | {
      readonly type: 'insertSteps';
      readonly steps: readonly Omit<New<Step>, 'stageId'>[];
      readonly stageId: StageId;
      readonly before?: StepId;
    }
  | {
      readonly type: 'moveSteps';
      readonly stepIds: readonly StepId[];
      readonly stageId: StageId;
      readonly before?: StepId;
    }
  | {
      readonly type: 'deleteSteps';
      readonly stepIds: readonly StepId[];
      readonly editedByOthers?: readonly CardId[];
    }
  | { readonly type: 'duplicateStages'; readonly stageIds: readonly StageId[] }
  | { readonly type: 'duplicateSteps'; readonly stepIds: readonly StepId[] }
  | { readonly type: 'duplicateLanes'; readonly laneIds: readonly LaneId[] }
  /** The steps from `from` on go into a new stage after this one. */
  | { readonly type: 'splitStage'; readonly stageId: StageId; readonly from: StepId; readonly title: string }
  /** All steps go into the first of the stages, the others are deleted. */
  | { readonly type: 'mergeStages'; readonly stageIds: readonly StageId[] }
  | { readonly type: 'insertLanes'; readonly lanes: readonly NewLane[]; readonly before?: LaneId }
  | { readonly type: 'moveLanes'; readonly laneIds: readonly LaneId[]; readonly before?: LaneId }
  | {
      readonly type: 'deleteLanes';
      readonly laneIds: readonly LaneId[];
      readonly editedByOthers?: readonly CardId[];
    }
  // Cards
  | { readonly type: 'insertCards'; readonly cards: readonly NewCard[]; readonly to: CardTarget }
  | { readonly type: 'moveCards'; readonly cardIds: readonly CardId[]; readonly to: CardTarget }
  | { readonly type: 'duplicateCards'; readonly cardIds: readonly CardId[] }
  | { readonly type: 'deleteCards'; readonly cardIds: readonly CardId[] }
  /** A note becomes a pain point or an opportunity, and goes into the first lane for these, or back to a plain note. */
  | {
      readonly type: 'convertCards';
      readonly cardIds: readonly CardId[];
      readonly to: 'painPoint' | 'opportunity' | 'note';
    }
  /** Cells of a table, row by row, from a cell on to the right and down; what leaves the map goes into the tray. */
  | {
      readonly type: 'pasteCells';
      readonly rows: readonly (readonly (readonly NewCard[])[])[];
      readonly to: { readonly laneId: LaneId; readonly stepId: StepId };
    }
  /** Copied stages, steps (of `stageId`) or lanes as new ones, ahead of `before` or at the end. */
  | {
      readonly type: 'pasteTracks';
      readonly tracks: CopiedTracks;
      readonly stageId?: StageId;
      readonly before?: StageId | StepId | LaneId;
    }
  // Texts, wherever they are
  | ({ readonly type: 'replaceText'; readonly replacement: string } & TextQuery)
  /** Makes the map what it was: an edit like any other, which others see and which can be undone. */
  | { readonly type: 'restoreMap'; readonly map: JourneyMap }
  // Any record
  | SetFields
  | Put
  | { readonly type: 'delete'; readonly collection: PutCollection; readonly ids: readonly string[] }
  // What has rules of its own
  | {
      readonly type: 'setEmotion';
      readonly laneId: LaneId;
      readonly personaId: PersonaId;
      readonly stepId: StepId;
      /** Left out: the point is taken away. */
      readonly value?: number;
      readonly quote?: string;
      readonly source?: Emotion['source'];
    }
  | {
      readonly type: 'setPlanLever';
      readonly planId: PlanId;
      readonly leverId: LeverId;
      /** What changes; the lever is taken into the plan when it is not yet in it. */
      readonly fields: Partial<Omit<PlanLever, 'leverId'>>;
    }
  | { readonly type: 'removePlanLever'; readonly planId: PlanId; readonly leverId: LeverId }
  /** What came of a value of a frozen forecast; it takes the place of what was written down before. */
  | {
      readonly type: 'setActual';
      readonly forecastId: ForecastId;
      readonly metric: string;
      /** Left out: nothing came yet. */
      readonly actual?: { readonly value: number; readonly date: string };
    };

/** The fields of the map itself that may be changed. */
export type MapChanges = Partial<
  Pick<JourneyMap, 'title' | 'language' | 'kind' | 'description' | 'currency' | 'business'>
> & { readonly scope?: Partial<Scope> };

/** A new record: only what has no default must be given. */
export type New<R extends { readonly id: string }> = Partial<R> & Pick<R, never> & { readonly title: string };
/** A stage may bring its steps. */
export type NewStage = New<Stage> & { readonly steps?: readonly Omit<New<Step>, 'stageId'>[] };
export type NewLane = Partial<Lane> & Pick<Lane, 'kind' | 'title'>;
export type NewCard = Partial<Omit<Card, 'laneId' | 'stepId' | 'position'>>;

/** Where cards go: into a cell, into the tray, or loose onto the canvas. */
export type CardTarget =
  | { readonly laneId: LaneId; readonly stepId: StepId; readonly beforeCardId?: CardId }
  | { readonly tray: true; readonly beforeCardId?: CardId }
  | { readonly position: NonNullable<Card['position']> };

/** Changes the same fields of one or many records; `undefined` takes an optional field away. */
export type SetFields = {
  readonly [C in CollectionName]: {
    readonly type: 'setFields';
    readonly collection: C;
    readonly ids: readonly string[];
    readonly fields: { readonly [F in keyof Omit<RecordOf<C>, PlacedField>]?: RecordOf<C>[F] | undefined };
  };
}[CollectionName];

/** Fields that say which record it is and where it stands; they have commands of their own. */
export type PlacedField = 'id' | 'hash' | 'laneId' | 'stepId' | 'stageId' | 'position';

/** Records without a place on the grid: put as a whole, new or changed; only what differs is written. */
export type PutCollection = Exclude<CollectionName, 'stages' | 'steps' | 'lanes' | 'cards'>;
export type Put = {
  readonly [C in PutCollection]: {
    readonly type: 'put';
    readonly collection: C;
    readonly record: Omit<Partial<RecordOf<C>>, 'id'> & { readonly id?: string };
    /** What whoever changed it began with: what they left as it was keeps what others made of it meanwhile. */
    readonly base?: RecordOf<C>;
  };
}[PutCollection];

/** What a command did. */
export interface Outcome {
  /** The ids of the records it made, in the order of the command. */
  readonly created: readonly string[];
}

/** Why a command was not carried out; nothing was changed. */
export type Refusal =
  | { readonly type: 'NotFound'; readonly collection: CollectionName; readonly id: string }
  | {
      readonly type: 'WrongField';
      readonly collection: CollectionName | 'map';
      readonly field: string;
      readonly expected: string;
    }
  | { readonly type: 'NoStage' }
  | { readonly type: 'ReadOnly'; readonly reason: 'viewer' | 'newerFormat' };
