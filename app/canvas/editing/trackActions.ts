import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { LaneId, StageId, StepId } from '../../../model/map/ids.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import type { LaneKind } from '../../../model/map/lane.ts';
import type { CopiedTracks, TrackChoice } from '../../../model/sharedMap/copiedTracks.ts';
import type { Command } from '../../../model/sharedMap/commands/command.ts';
import type { CanvasStore, StepDrop, TrackPlace } from '../canvasState.ts';

export interface TrackActionsInput {
  /** Carries out a command; gives the ids of what it made, or nothing when it was refused. */
  readonly run: (command: Command) => readonly string[] | undefined;
  /** Tells screen readers. */
  readonly say: (text: string) => void;
  readonly store: CanvasStore;
  readonly i18n: I18n;
  readonly map: () => JourneyMap;
  /** Makes a stage, step or lane and opens its title. */
  readonly writeTitleOfNew: (command: Command, placeOf: (id: string) => TrackPlace) => void;
}

/** What a person does to stages, steps and lanes: each action is one command. */
export function trackActions({ run, say, store, i18n, map, writeTitleOfNew }: TrackActionsInput) {
  function insertStep(stageId: StageId, before: StepId | undefined): void {
    writeTitleOfNew(
      { type: 'insertSteps', stageId, steps: [{ title: '' }], ...(before === undefined ? {} : { before }) },
      (id) => ({ kind: 'step', stepId: id as StepId }),
    );
  }

  function insertStage(before: StageId | undefined): void {
    const hue = map().stages.length % 8;
    writeTitleOfNew(
      { type: 'insertStages', stages: [{ title: '', hue }], ...(before === undefined ? {} : { before }) },
      (id) => ({ kind: 'stage', stageId: id as StageId }),
    );
  }

  function insertLane(kind: LaneKind, title: string, before: LaneId | undefined): void {
    writeTitleOfNew(
      { type: 'insertLanes', lanes: [{ kind, title }], ...(before === undefined ? {} : { before }) },
      (id) => ({ kind: 'lane', laneId: id as LaneId }),
    );
  }

  /** The stage, step or lane that has the keyboard. */
  function trackInHand(): TrackChoice | undefined {
    const { focus } = store.getState();
    switch (focus?.kind) {
      case 'stage':
        return { kind: 'stages', ids: [focus.stageId] };
      case 'step':
        return { kind: 'steps', ids: [focus.stepId] };
      case 'lane':
        return { kind: 'lanes', ids: [focus.laneId] };
      default:
        return undefined;
    }
  }

  function placeForTracks(kind: CopiedTracks['kind']): {
    readonly stageId?: StageId;
    readonly before?: StageId | StepId | LaneId;
  } {
    const { stages, steps, lanes, cards } = map();
    const { focus } = store.getState();
    const at = focus?.kind === 'card' ? cards.find((card) => card.id === focus.cardId) : focus;
    const laneId = at !== undefined && 'laneId' in at ? at.laneId : undefined;
    const stepId = at !== undefined && 'stepId' in at ? at.stepId : undefined;
    const step = steps.findIndex((one) => one.id === stepId);
    const stageId = focus?.kind === 'stage' ? focus.stageId : (steps[step]?.stageId ?? stages.at(-1)?.id);
    const after = <T extends { readonly id: string }>(list: readonly T[], id: string | undefined) =>
      id === undefined ? undefined : list[list.findIndex((one) => one.id === id) + 1];
    const next = {
      stages: after(stages, stageId),
      steps: after(
        steps.filter((one) => one.stageId === stageId),
        stepId,
      ),
      lanes: after(lanes, laneId),
    }[kind];
    return {
      ...(stageId === undefined ? {} : { stageId }),
      ...(next === undefined ? {} : { before: next.id }),
    };
  }

  function focusMade(kind: CopiedTracks['kind'], created: readonly string[] | undefined): void {
    const first = created?.[0];
    if (first === undefined) return;
    store.select([]);
    // The command gives the ids of what it made, of the kind that was asked for.
    if (kind === 'stages') store.setFocus({ kind: 'stage', stageId: first as StageId });
    else if (kind === 'steps') store.setFocus({ kind: 'step', stepId: first as StepId });
    else store.setFocus({ kind: 'lane', laneId: first as LaneId });
    store.keepKeyboard();
    say(i18n._(msg`Copied`));
  }

  function editTitle(focus: TrackPlace): void {
    store.setFocus(focus);
    store.edit({ kind: 'title', focus });
  }

  return {
    insertStep,
    insertStage,
    insertLane,
    editTitle,

    insertStepAfter(stepId: StepId): void {
      const { steps } = map();
      const at = steps.findIndex((step) => step.id === stepId);
      const step = steps[at];
      const next = steps[at + 1];
      if (step !== undefined) insertStep(step.stageId, next?.stageId === step.stageId ? next.id : undefined);
    },

    trackInHand,

    /** Copies the stage, step or lane that has the keyboard, right beside it. */
    duplicateTrack(): void {
      const track = trackInHand();
      if (track === undefined) return;
      const created =
        track.kind === 'stages'
          ? run({ type: 'duplicateStages', stageIds: track.ids })
          : track.kind === 'steps'
            ? run({ type: 'duplicateSteps', stepIds: track.ids })
            : run({ type: 'duplicateLanes', laneIds: track.ids });
      focusMade(track.kind, created);
    },

    /** After the place that has the keyboard, else at the end. Gives whether something was made. */
    pasteTracks(tracks: CopiedTracks): boolean {
      const created = run({ type: 'pasteTracks', tracks, ...placeForTracks(tracks.kind) });
      focusMade(tracks.kind, created);
      return created !== undefined;
    },

    rename(focus: TrackPlace, title: string): void {
      const fields = { title };
      if (focus.kind === 'stage')
        run({ type: 'setFields', collection: 'stages', ids: [focus.stageId], fields });
      else if (focus.kind === 'step')
        run({ type: 'setFields', collection: 'steps', ids: [focus.stepId], fields });
      else run({ type: 'setFields', collection: 'lanes', ids: [focus.laneId], fields });
    },

    setHue(stageId: StageId, hue: number): void {
      run({ type: 'setFields', collection: 'stages', ids: [stageId], fields: { hue } });
    },

    moveStep(stepId: StepId, { stageId, before }: StepDrop): void {
      const { steps } = map();
      const stage = steps.find((step) => step.id === stepId)?.stageId;
      const siblings = steps.filter((step) => step.stageId === stage).map(({ id }) => id);
      if (stage === stageId && staysAt(siblings, stepId, before)) return;
      run({ type: 'moveSteps', stepIds: [stepId], stageId, ...(before === undefined ? {} : { before }) });
      say(i18n._(msg`Step moved`));
    },

    moveStage(stageId: StageId, before: StageId | undefined): void {
      if (staysAt(idsOf(map().stages), stageId, before)) return;
      run({ type: 'moveStages', stageIds: [stageId], ...(before === undefined ? {} : { before }) });
      say(i18n._(msg`Stage moved`));
    },

    moveLane(laneId: LaneId, before: LaneId | undefined): void {
      if (staysAt(idsOf(map().lanes), laneId, before)) return;
      run({ type: 'moveLanes', laneIds: [laneId], ...(before === undefined ? {} : { before }) });
      say(i18n._(msg`Lane moved`));
    },

    setStepWidth(stepId: StepId, width: number): void {
      run({ type: 'setFields', collection: 'steps', ids: [stepId], fields: { width } });
    },

    setLaneHeight(laneId: LaneId, height: number): void {
      run({ type: 'setFields', collection: 'lanes', ids: [laneId], fields: { height } });
    },

    setCollapsed(laneId: LaneId, collapsed: boolean): void {
      run({ type: 'setFields', collection: 'lanes', ids: [laneId], fields: { collapsed } });
    },

    /** This step and those after it in its stage become a stage of their own. */
    splitStage(stepId: StepId): void {
      const step = map().steps.find((one) => one.id === stepId);
      if (step === undefined) return;
      writeTitleOfNew({ type: 'splitStage', stageId: step.stageId, from: stepId, title: '' }, (id) => ({
        kind: 'stage',
        stageId: id as StageId,
      }));
    },

    mergeStages(stageIds: readonly StageId[]): void {
      if (run({ type: 'mergeStages', stageIds }) !== undefined) say(i18n._(msg`Stages merged`));
    },
  };
}

const idsOf = <Id extends string>(records: readonly { readonly id: Id }[]): readonly Id[] =>
  records.map(({ id }) => id);

/** Before itself or before its neighbour it stands already. */
function staysAt<Id extends string>(ids: readonly Id[], id: Id, before: Id | undefined): boolean {
  return before === id || ids[ids.indexOf(id) + 1] === before;
}
