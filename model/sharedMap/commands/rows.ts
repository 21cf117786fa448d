import { usualRole } from '../../map/lane.ts';
import { err, ok, type Result } from '../../result.ts';
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

type RowCommand = Extract<Command, { readonly type: 'insertLanes' | 'moveLanes' | 'deleteLanes' }>;

/** Lanes: the rows of the grid. */
export function rowCommand(command: RowCommand, context: CommandContext): Result<Writes, Refusal> {
  switch (command.type) {
    case 'insertLanes': {
      const missing = firstMissing(context, 'lanes', [command.before]);
      if (missing !== undefined) return err(missing);
      const lanes = all(
        command.lanes.map((lane) =>
          complete('lanes', { role: usualRole[lane.kind], ...withId('lanes', lane, context.random) }),
        ),
      );
      if (!lanes.ok) return lanes;
      const row = rowOf(context, 'lanes', () => true);
      const { places, repair } = placeInRow('lanes', row, lanes.value, command.before, context);
      return ok((writer) => {
        lanes.value.forEach((lane, i) => writer.create('lanes', lane, places[i]!));
        repair(writer);
        return lanes.value.map((lane) => lane.id);
      });
    }
    case 'moveLanes': {
      const missing = firstMissing(context, 'lanes', [...command.laneIds, command.before]);
      if (missing !== undefined) return err(missing);
      const row = rowOf(context, 'lanes', () => true, new Set(command.laneIds));
      return ok(moveInRow('lanes', { ids: command.laneIds, row, before: command.before }, context));
    }
    case 'deleteLanes': {
      const missing = firstMissing(context, 'lanes', command.laneIds);
      if (missing !== undefined) return err(missing);
      const kept = new Set<string>(command.editedByOthers);
      const gone = new Set<string>(command.laneIds);
      return ok((writer) => {
        for (const card of context.reader.map().cards)
          if (card.laneId !== undefined && gone.has(card.laneId) && !kept.has(card.id))
            writer.remove('cards', card.id);
        for (const id of command.laneIds) writer.remove('lanes', id);
        return [];
      });
    }
  }
}
