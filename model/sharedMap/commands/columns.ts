import type { CardId, StepId } from '../../map/ids.ts';
import { err, ok, type Result } from '../../result.ts';
import type { MapWriter } from '../mapWriter.ts';
import type { Command, Refusal } from './command.ts';
import {
  all,
  type CommandContext,
  complete,
  firstMissing,
  placeInRow,
  rowOf,
  withId,
  type Writes,
} from './context.ts';
import { moveInRow } from './moveInRow.ts';

type ColumnCommand = Extract<
  Command,
  {
    readonly type:
      | 'insertStages'
      | 'moveStages'
      | 'deleteStages'
      | 'insertSteps'
      | 'moveSteps'
      | 'deleteSteps';
  }
>;

/** Stages and steps: the columns of the grid. */
export function columnCommand(command: ColumnCommand, context: CommandContext): Result<Writes, Refusal> {
  switch (command.type) {
    case 'insertStages': {
      const missing = firstMissing(context, 'stages', [command.before]);
      if (missing !== undefined) return err(missing);
      const brought = command.stages.map(({ steps = [], ...stage }) => ({
        stage: withId('stages', stage, context.random),
        steps,
      }));
      const stages = all(brought.map(({ stage }) => complete('stages', stage)));
      if (!stages.ok) return stages;
      const steps = all(
        brought.flatMap(({ stage, steps }) =>
          steps.map((step) =>
            complete('steps', { ...withId('steps', step, context.random), stageId: stage.id }),
          ),
        ),
      );
      if (!steps.ok) return steps;
      const row = rowOf(context, 'stages', anywhere);
      const { places, repair } = placeInRow('stages', row, stages.value, command.before, context);
      // New stages are empty, so their steps have no neighbours.
      const stepPlaces = placeInRow('steps', [], steps.value, undefined, context).places;
      return ok((writer) => {
        stages.value.forEach((stage, i) => writer.create('stages', stage, places[i]!));
        steps.value.forEach((step, i) => writer.create('steps', step, stepPlaces[i]!));
        repair(writer);
        return [...stages.value, ...steps.value].map(({ id }) => id);
      });
    }
    case 'moveStages': {
      const missing = firstMissing(context, 'stages', [...command.stageIds, command.before]);
      if (missing !== undefined) return err(missing);
      const row = rowOf(context, 'stages', anywhere, new Set(command.stageIds));
      return ok(moveInRow('stages', { ids: command.stageIds, row, before: command.before }, context));
    }
    case 'deleteStages': {
      const missing = firstMissing(context, 'stages', command.stageIds);
      if (missing !== undefined) return err(missing);
      const stageIds = new Set<string>(command.stageIds);
      const stepIds = context.reader
        .map()
        .steps.filter((step) => stageIds.has(step.stageId))
        .map((step) => step.id);
      return ok((writer) => {
        deleteSteps(context, stepIds, command.editedByOthers, writer);
        for (const id of command.stageIds) writer.remove('stages', id);
        return [];
      });
    }
    case 'insertSteps': {
      const missing =
        firstMissing(context, 'stages', [command.stageId]) ??
        firstMissing(context, 'steps', [command.before]);
      if (missing !== undefined) return err(missing);
      const steps = all(
        command.steps.map((step) =>
          complete('steps', { ...withId('steps', step, context.random), stageId: command.stageId }),
        ),
      );
      if (!steps.ok) return steps;
      const row = rowOf(context, 'steps', (step) => step.stageId === command.stageId);
      const { places, repair } = placeInRow('steps', row, steps.value, command.before, context);
      return ok((writer) => {
        steps.value.forEach((step, i) => writer.create('steps', step, places[i]!));
        repair(writer);
        return steps.value.map((step) => step.id);
      });
    }
    case 'moveSteps': {
      const missing =
        firstMissing(context, 'stages', [command.stageId]) ??
        firstMissing(context, 'steps', [...command.stepIds, command.before]);
      if (missing !== undefined) return err(missing);
      const row = rowOf(
        context,
        'steps',
        (step) => step.stageId === command.stageId,
        new Set(command.stepIds),
      );
      const { stepIds: ids, stageId, before } = command;
      return ok(moveInRow('steps', { ids, row, place: { stageId }, before }, context));
    }
    case 'deleteSteps': {
      const missing = firstMissing(context, 'steps', command.stepIds);
      if (missing !== undefined) return err(missing);
      return ok((writer) => {
        deleteSteps(context, command.stepIds, command.editedByOthers, writer);
        return [];
      });
    }
  }
}

const anywhere = (): boolean => true;

/**
 * Deletes steps with the cards in them. Cards that others are editing stay, and so does each card that somebody changed
 * without this device knowing yet: without their step they are in the tray. Everything else that belongs to a step is
 * hidden with it and comes back with it. A card that reached over a deleted step covers one less.
 */
function deleteSteps(
  { reader }: CommandContext,
  stepIds: readonly StepId[],
  editedByOthers: readonly CardId[] = [],
  writer: MapWriter,
): void {
  const gone = new Set<string | undefined>(stepIds);
  const kept = new Set<string>(editedByOthers);
  const { cards, steps } = reader.map();
  for (const card of cards) {
    if (card.stepId === undefined) continue;
    if (!gone.has(card.stepId)) {
      if (card.span === 1) continue;
      const first = steps.findIndex(({ id }) => id === card.stepId);
      const span = steps.slice(first, first + card.span).filter(({ id }) => !gone.has(id)).length;
      if (span !== card.span) writer.update('cards', card.id, { ...card, span }, ['span']);
    } else if (!kept.has(card.id)) writer.remove('cards', card.id);
  }
  for (const id of stepIds) writer.remove('steps', id);
}
