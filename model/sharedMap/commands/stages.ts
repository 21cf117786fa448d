import { err, ok, type Result } from '../../result.ts';
import type { Command, Refusal } from './command.ts';
import {
  type CommandContext,
  complete,
  firstMissing,
  placeInRow,
  rowOf,
  withId,
  type Writes,
} from './context.ts';

/** Cuts a stage in two, or makes one of several; the steps and everything in them stay what they are. */
export function stageCommand(
  command: Extract<Command, { readonly type: 'splitStage' | 'mergeStages' }>,
  context: CommandContext,
): Result<Writes, Refusal> {
  const { reader, random } = context;
  switch (command.type) {
    case 'splitStage': {
      const { stageId, from } = command;
      const missing = firstMissing(context, 'stages', [stageId]);
      const own = reader.map().steps.filter((step) => step.stageId === stageId);
      const first = own.findIndex((step) => step.id === from);
      if (missing !== undefined || first < 0)
        return err(missing ?? { type: 'NotFound', collection: 'steps', id: from });
      const { hue } = reader.record('stages', stageId)!;
      const made = complete('stages', withId('stages', { title: command.title, hue: (hue + 1) % 8 }, random));
      if (!made.ok) return made;
      const stages = rowOf(context, 'stages', () => true);
      const next = stages[stages.findIndex((entry) => entry.id === stageId) + 1]?.id;
      const stagePlace = placeInRow('stages', stages, [made.value], next, context);
      const moved = own.slice(first).map((step) => ({ ...step, stageId: made.value.id }));
      const steps = placeInRow('steps', [], moved, undefined, context);
      return ok((writer) => {
        writer.create('stages', made.value, stagePlace.places[0]!);
        stagePlace.repair(writer);
        moved.forEach((step, i) => writer.move('steps', step.id, steps.places[i]!));
        return [made.value.id];
      });
    }
    case 'mergeStages': {
      const missing = firstMissing(context, 'stages', command.stageIds);
      const [target, ...others] = reader
        .map()
        .stages.filter((stage) => command.stageIds.includes(stage.id))
        .map((stage) => stage.id);
      if (missing !== undefined || target === undefined) return err(missing ?? { type: 'NoStage' });
      const moved = reader
        .map()
        .steps.filter((step) => others.includes(step.stageId))
        .map((step) => ({ ...step, stageId: target }));
      const row = rowOf(context, 'steps', (step) => step.stageId === target);
      const { places, repair } = placeInRow('steps', row, moved, undefined, context);
      return ok((writer) => {
        moved.forEach((step, i) => writer.move('steps', step.id, places[i]!));
        repair(writer);
        for (const id of others) writer.remove('stages', id);
        return [];
      });
    }
  }
}
