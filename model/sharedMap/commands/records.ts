import type { CollectionName } from '../../map/journeyMap.ts';
import { err, ok, type Result } from '../../result.ts';
import { headerOf, mapShape } from '../mapFields.ts';
import { sameValue } from '../mapWriter.ts';
import { rebased } from '../rebase.ts';
import { idNameOf, recordShapes } from '../recordShape.ts';
import type { Command, Put, Refusal } from './command.ts';
import {
  type CommandContext,
  complete,
  firstMissing,
  placeInRow,
  prefixes,
  rowOf,
  withId,
  type Writes,
} from './context.ts';

type RecordCommand = Extract<
  Command,
  {
    readonly type:
      | 'setMap'
      | 'setFields'
      | 'put'
      | 'delete'
      | 'setEmotion'
      | 'setPlanLever'
      | 'removePlanLever'
      | 'setActual';
  }
>;

/** Fields of records, and records that have no place on the grid. */
export function recordCommand(command: RecordCommand, context: CommandContext): Result<Writes, Refusal> {
  const { reader } = context;
  switch (command.type) {
    case 'setMap':
      return setMap(command.fields, context);
    case 'setFields':
      return setFields(command.collection, command.ids, command.fields, context);
    case 'put':
      return put(command, context);
    case 'delete': {
      const missing = firstMissing(context, command.collection, command.ids);
      if (missing !== undefined) return err(missing);
      return ok((writer) => {
        for (const id of command.ids) writer.remove(command.collection, id);
        return [];
      });
    }
    case 'setEmotion': {
      const { laneId, personaId, stepId, value, quote, source } = command;
      const here = reader
        .map()
        .emotions.find(
          (emotion) =>
            emotion.laneId === laneId && emotion.personaId === personaId && emotion.stepId === stepId,
        );
      if (value === undefined)
        return ok((writer) => {
          if (here !== undefined) writer.remove('emotions', here.id);
          return [];
        });
      const missing =
        firstMissing(context, 'lanes', [laneId]) ??
        firstMissing(context, 'steps', [stepId]) ??
        firstMissing(context, 'personas', [personaId]);
      if (missing !== undefined) return err(missing);
      const change = {
        value,
        ...(quote === undefined ? {} : { quote }),
        ...(source === undefined ? {} : { source }),
      };
      if (here !== undefined) return setFields('emotions', [here.id], change, context);
      return put(
        { type: 'put', collection: 'emotions', record: { laneId, personaId, stepId, ...change } },
        context,
      );
    }
    case 'setPlanLever': {
      const missing =
        firstMissing(context, 'plans', [command.planId]) ??
        firstMissing(context, 'levers', [command.leverId]);
      if (missing !== undefined) return err(missing);
      const { levers } = reader.stored('plans', command.planId)!.record!;
      const here = levers.find((use) => use.leverId === command.leverId);
      const changed = { on: true, targets: [], ...here, ...command.fields, leverId: command.leverId };
      const all =
        here === undefined ? [...levers, changed] : levers.map((use) => (use === here ? changed : use));
      return setFields('plans', [command.planId], { levers: all }, context);
    }
    case 'removePlanLever': {
      const missing = firstMissing(context, 'plans', [command.planId]);
      if (missing !== undefined) return err(missing);
      const { levers } = reader.stored('plans', command.planId)!.record!;
      return setFields(
        'plans',
        [command.planId],
        { levers: levers.filter((use) => use.leverId !== command.leverId) },
        context,
      );
    }
    case 'setActual': {
      const { forecastId, metric, actual } = command;
      const missing = firstMissing(context, 'forecasts', [forecastId]);
      if (missing !== undefined) return err(missing);
      const { actuals } = reader.stored('forecasts', forecastId)!.record!;
      const others = actuals.filter((other) => other.metric !== metric);
      return setFields(
        'forecasts',
        [forecastId],
        { actuals: actual === undefined ? others : [...others, { metric, ...actual }] },
        context,
      );
    }
  }
}

function setMap(
  fields: Extract<Command, { readonly type: 'setMap' }>['fields'],
  { reader }: CommandContext,
): Result<Writes, Refusal> {
  const before = reader.map();
  const header = withoutUndefined({
    ...headerOf(before),
    ...fields,
    scope: withoutUndefined({ ...before.scope, ...fields.scope }),
  });
  const parsed = mapShape.schema.safeParse(header);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return err({
      type: 'WrongField',
      collection: 'map',
      field: issue.path.map(String).join('.'),
      expected: issue.message,
    });
  }
  return ok((writer) => {
    writer.update('map', '', header, Object.keys(fields));
    return [];
  });
}

function setFields(
  collection: CollectionName,
  ids: readonly string[],
  fields: object,
  context: CommandContext,
): Result<Writes, Refusal> {
  const missing = firstMissing(context, collection, ids);
  if (missing !== undefined) return err(missing);
  const updates: { readonly id: string; readonly record: object }[] = [];
  for (const id of ids) {
    // Shown records are stored ones that can be read.
    const record = complete(
      collection,
      withoutUndefined({ ...context.reader.stored(collection, id)!.record!, ...fields }),
    );
    if (!record.ok) return record;
    updates.push({ id, record: record.value });
  }
  return ok((writer) => {
    for (const { id, record } of updates)
      writer.update(collection, id, record as Readonly<Record<string, unknown>>, Object.keys(fields));
    return [];
  });
}

function put(command: Put, context: CommandContext): Result<Writes, Refusal> {
  const { collection } = command;
  const idName = idNameOf(collection);
  const given: Readonly<Record<string, unknown>> =
    collection in prefixes
      ? withId(collection as keyof typeof prefixes, command.record, context.random)
      : command.record;
  const record = complete(collection, withoutUndefined(given));
  if (!record.ok) return record;
  const whole = record.value as unknown as Readonly<Record<string, unknown>>;
  const id = String(whole[idName]);
  const shown = context.reader.record(collection, id) as unknown as typeof whole | undefined;
  if (shown !== undefined) {
    const base = command.base as typeof whole | undefined;
    const wanted = base === undefined ? whole : rebased(recordShapes[collection], whole, base, shown);
    // Only what the user changed against what was shown; a reference that was hidden because it dangles stays.
    const names = new Set([...Object.keys(shown), ...Object.keys(wanted)]);
    const changed = [...names].filter((name) => !sameValue(shown[name], wanted[name]));
    return setFields(
      collection,
      [id],
      Object.fromEntries(changed.map((name) => [name, wanted[name]])),
      context,
    );
  }
  const row = rowOf(context, collection, () => true);
  const { places, repair } = placeInRow(collection, row, [whole], undefined, context);
  return ok((writer) => {
    writer.create(collection, whole, places[0]!);
    repair(writer);
    return [id];
  });
}

const withoutUndefined = (record: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
