import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { LaneId, StageId, StepId } from '../../../model/map/ids.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import type { LaneKind } from '../../../model/map/lane.ts';
import type { Command } from '../../../model/sharedMap/commands/command.ts';
import type { CanvasStore, StepDrop } from '../canvasState.ts';
import type { GridFocus } from '../gridFocus.ts';

export interface TrackActionsInput {
  /** Carries out a command; gives the ids of what it made, or nothing when it was refused. */
  readonly run: (command: Command) => readonly string[] | undefined;
  /** Tells screen readers. */
  readonly say: (text: string) => void;
  readonly store: CanvasStore;
  readonly i18n: I18n;
  readonly map: () => JourneyMap;
}

/** What a person does to stages, steps and lanes: each action is one command. */
export function trackActions({ run, say, store, i18n, map }: TrackActionsInput) {
  function insertStep(stageId: StageId, before: StepId | undefined): void {
    const created = run({
      type: 'insertSteps',
      stageId,
      steps: [{ title: '' }],
      ...(before === undefined ? {} : { before }),
    });
    const stepId = created?.[0] as StepId | undefined;
    if (stepId !== undefined) editTitle({ kind: 'step', stepId });
  }

  function insertStage(before: StageId | undefined): void {
    const hue = map().stages.length % 8;
    const created = run({
      type: 'insertStages',
      stages: [{ title: '', hue }],
      ...(before === undefined ? {} : { before }),
    });
    const stageId = created?.[0] as StageId | undefined;
    if (stageId !== undefined) editTitle({ kind: 'stage', stageId });
  }

  function insertLane(kind: LaneKind, title: string, before: LaneId | undefined): void {
    const created = run({
      type: 'insertLanes',
      lanes: [{ kind, title }],
      ...(before === undefined ? {} : { before }),
    });
    const laneId = created?.[0] as LaneId | undefined;
    if (laneId !== undefined) editTitle({ kind: 'lane', laneId });
  }

  function editTitle(focus: Extract<GridFocus, { kind: 'stage' | 'step' | 'lane' }>): void {
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

    rename(focus: Extract<GridFocus, { kind: 'stage' | 'step' | 'lane' }>, title: string): void {
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
      if (before === stepId) return;
      run({ type: 'moveSteps', stepIds: [stepId], stageId, ...(before === undefined ? {} : { before }) });
      say(i18n._(msg`Step moved`));
    },

    moveStage(stageId: StageId, before: StageId | undefined): void {
      if (before === stageId) return;
      run({ type: 'moveStages', stageIds: [stageId], ...(before === undefined ? {} : { before }) });
      say(i18n._(msg`Stage moved`));
    },

    moveLane(laneId: LaneId, before: LaneId | undefined): void {
      if (before === laneId) return;
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
      const created = run({ type: 'splitStage', stageId: step.stageId, from: stepId, title: '' });
      const stageId = created?.[0] as StageId | undefined;
      if (stageId !== undefined) editTitle({ kind: 'stage', stageId });
    },

    mergeStages(stageIds: readonly StageId[]): void {
      if (run({ type: 'mergeStages', stageIds }) !== undefined) say(i18n._(msg`Stages merged`));
    },
  };
}
