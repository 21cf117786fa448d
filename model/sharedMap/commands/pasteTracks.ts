import type { LaneId, StepId } from '../../map/ids.ts';
import { lanesWithoutCards, usualRole } from '../../map/lane.ts';
import { newId } from '../../map/newId.ts';
import type { RecordOf } from '../mapDocument.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Command, Refusal } from './command.ts';
import {
  all,
  type CommandContext,
  complete,
  firstMissing,
  placeInRow,
  rowOf,
  type Writes,
} from './context.ts';

type PasteTracks = Extract<Command, { readonly type: 'pasteTracks' }>;

/**
 * Stages, steps or lanes from the clipboard become new ones. Cards find the lane or step of the same title (of lanes,
 * else of the same kind); columns bring the lanes that the map lacks, and cards without a step go to the tray.
 */
export function pasteTracksCommand(
  { tracks, stageId, before }: PasteTracks,
  context: CommandContext,
): Result<Writes, Refusal> {
  const { random, reader } = context;
  const map = reader.map();
  const missing = firstMissing(context, tracks.kind, [before]) ?? firstMissing(context, 'stages', [stageId]);
  if (missing !== undefined) return err(missing);
  if (tracks.kind === 'steps' && stageId === undefined) return err({ type: 'NoStage' });

  const isLanes = tracks.kind === 'lanes';
  const stages = all(
    tracks.stages.map((stage) => complete('stages', { ...stage, id: newId('stage', random) })),
  );
  if (!stages.ok) return stages;
  const steps = all(
    isLanes
      ? []
      : tracks.steps.map(({ stage, ...step }) =>
          complete('steps', {
            ...step,
            id: newId('step', random),
            stageId: stage === undefined ? stageId : stages.value[stage]!.id,
          }),
        ),
  );
  if (!steps.ok) return steps;

  const laneIds = isLanes ? [] : matchingLanes(tracks.lanes, map.lanes);
  const isUsed = (lane: number) => isLanes || tracks.cells.some((cell) => cell.lane === lane);
  const lanes = all(
    tracks.lanes.flatMap((lane, i) =>
      laneIds[i] === undefined && isUsed(i)
        ? [complete('lanes', { role: usualRole[lane.kind], ...lane, id: newId('lane', random) })]
        : [],
    ),
  );
  if (!lanes.ok) return lanes;
  const made = lanes.value.map(({ id }) => id).values();
  const laneAt = tracks.lanes.map(
    (_, i): LaneId | undefined => laneIds[i] ?? (isUsed(i) ? made.next().value : undefined),
  );
  const stepAt = isLanes
    ? matchingSteps(tracks.steps, map.steps)
    : steps.value.map((step): StepId | undefined => step.id);

  const cards = all(
    tracks.cells.flatMap(({ lane, step, cards }) =>
      cards.map((card) => {
        const cell = { laneId: laneAt[lane], stepId: stepAt[step] };
        const hasPlace = cell.laneId !== undefined && cell.stepId !== undefined;
        return complete('cards', {
          ...card,
          // A span that would leave the copied columns is one step.
          ...(isLanes ? {} : { span: Math.min(card.span ?? 1, tracks.steps.length - step) }),
          id: newId('card', random),
          ...(hasPlace ? cell : {}),
        });
      }),
    ),
  );
  if (!cards.ok) return cards;

  return ok((writer) => {
    const put = <C extends 'stages' | 'steps' | 'lanes' | 'cards'>(
      collection: C,
      records: readonly RecordOf<C>[],
      row: Parameters<typeof placeInRow<C>>[1],
      ahead: string | undefined,
    ) => {
      const { places, repair } = placeInRow(collection, row, records, ahead, context);
      records.forEach((record, i) => writer.create(collection, record, places[i]!));
      repair(writer);
    };
    put(
      'stages',
      stages.value,
      rowOf(context, 'stages', () => true),
      tracks.kind === 'stages' ? before : undefined,
    );
    put(
      'steps',
      steps.value,
      tracks.kind === 'steps' ? rowOf(context, 'steps', (step) => step.stageId === stageId) : [],
      tracks.kind === 'steps' ? before : undefined,
    );
    put(
      'lanes',
      lanes.value,
      rowOf(context, 'lanes', () => true),
      isLanes ? before : undefined,
    );
    put('cards', cards.value, [], undefined);
    const own = { stages: stages.value, steps: steps.value, lanes: lanes.value }[tracks.kind];
    return own.map(({ id }) => id);
  });
}

type Titled = { readonly title?: string | undefined };

/** For each copied lane the one of this map that takes its cards: of the same kind and title, else of the same kind. */
function matchingLanes(
  copied: readonly (Titled & { readonly kind: string })[],
  here: readonly { readonly id: LaneId; readonly kind: string; readonly title: string }[],
): readonly (LaneId | undefined)[] {
  const free = new Set(here.filter(({ kind }) => !lanesWithoutCards.has(kind as never)));
  const take = (holds: (lane: (typeof here)[number]) => boolean): LaneId | undefined => {
    const found = [...free].find(holds);
    if (found !== undefined) free.delete(found);
    return found?.id;
  };
  const exact = copied.map(({ kind, title = '' }) =>
    take((lane) => lane.kind === kind && lane.title === title),
  );
  return copied.map(({ kind }, i) => exact[i] ?? take((lane) => lane.kind === kind));
}

/** For each copied step the one of this map with its title, else the one at its place if that is not taken. */
function matchingSteps(
  copied: readonly Titled[],
  here: readonly { readonly id: StepId; readonly title: string }[],
): readonly (StepId | undefined)[] {
  const taken = new Set<StepId>();
  const exact = copied.map(({ title = '' }) => {
    const found = here.find((step) => step.title === title && !taken.has(step.id));
    if (found !== undefined) taken.add(found.id);
    return found?.id;
  });
  return copied.map((_, i) => {
    if (exact[i] !== undefined) return exact[i];
    const same = here[i];
    if (same === undefined || taken.has(same.id)) return undefined;
    taken.add(same.id);
    return same.id;
  });
}
