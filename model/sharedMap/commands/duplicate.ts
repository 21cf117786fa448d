import type { CardId, LaneId, StageId, StepId } from '../../map/ids.ts';
import type { JourneyMap } from '../../map/journeyMap.ts';
import { newId } from '../../map/newId.ts';
import { err, ok, type Result } from '../../result.ts';
import type { MapWriter } from '../mapWriter.ts';
import { appendCopies, connectorsAmongCopies } from './appendCopies.ts';
import type { Command, Refusal } from './command.ts';
import { type CommandContext, firstMissing, placeInRow, rowOf, type Writes } from './context.ts';

/**
 * Copies columns or rows with their cards, the markers on them, the arrows among them and the emotions. Measurements and
 * service nodes are not copied: a number measured at one step was not measured at its copy.
 */
export function duplicateCommand(
  command: Extract<Command, { readonly type: 'duplicateStages' | 'duplicateSteps' | 'duplicateLanes' }>,
  context: CommandContext,
): Result<Writes, Refusal> {
  const { reader, random } = context;
  const map = reader.map();
  switch (command.type) {
    case 'duplicateLanes': {
      const missing = firstMissing(context, 'lanes', command.laneIds);
      if (missing !== undefined) return err(missing);
      const copies = command.laneIds.map((id) => [id, newId('lane', random)] as const);
      return ok((writer) => {
        for (const [id, copy] of copies) {
          const row = rowOf(context, 'lanes', () => true);
          const next = row[row.findIndex((entry) => entry.id === id) + 1]?.id;
          const { places, repair } = placeInRow('lanes', row, [{}], next, context);
          writer.create('lanes', { ...reader.record('lanes', id)!, id: copy }, places[0]!);
          repair(writer);
        }
        copyContent(map, { lanes: new Map(copies), steps: new Map() }, context, writer);
        return copies.map(([, copy]) => copy);
      });
    }
    case 'duplicateSteps': {
      const missing = firstMissing(context, 'steps', command.stepIds);
      if (missing !== undefined) return err(missing);
      const copies = command.stepIds.map((id) => [id, newId('step', random)] as const);
      return ok((writer) => {
        for (const [id, copy] of copies) {
          const step = reader.record('steps', id)!;
          const row = rowOf(context, 'steps', (other) => other.stageId === step.stageId);
          const next = row[row.findIndex((entry) => entry.id === id) + 1]?.id;
          const { places, repair } = placeInRow('steps', row, [step], next, context);
          writer.create('steps', { ...step, id: copy }, places[0]!);
          repair(writer);
        }
        copyContent(map, { steps: new Map(copies), lanes: new Map() }, context, writer);
        return copies.map(([, copy]) => copy);
      });
    }
    case 'duplicateStages': {
      const missing = firstMissing(context, 'stages', command.stageIds);
      if (missing !== undefined) return err(missing);
      const stages = command.stageIds.map((id) => [id, newId('stage', random)] as const);
      const copyOfStage = new Map<StageId, StageId>(stages);
      const steps = map.steps
        .filter((step) => copyOfStage.has(step.stageId))
        .map((step) => ({
          from: step.id,
          copy: { ...step, id: newId('step', random), stageId: copyOfStage.get(step.stageId)! },
        }));
      return ok((writer) => {
        for (const [id, copy] of stages) {
          const row = rowOf(context, 'stages', () => true);
          const next = row[row.findIndex((entry) => entry.id === id) + 1]?.id;
          const { places, repair } = placeInRow('stages', row, [{}], next, context);
          writer.create('stages', { ...reader.record('stages', id)!, id: copy }, places[0]!);
          repair(writer);
        }
        const { places } = placeInRow(
          'steps',
          [],
          steps.map(({ copy }) => copy),
          undefined,
          context,
        );
        steps.forEach(({ copy }, i) => writer.create('steps', copy, places[i]!));
        const copies = new Map(steps.map(({ from, copy }) => [from, copy.id]));
        copyContent(map, { steps: copies, lanes: new Map() }, context, writer);
        return stages.map(([, copy]) => copy);
      });
    }
  }
}

interface Copies {
  readonly steps: ReadonlyMap<StepId, StepId>;
  readonly lanes: ReadonlyMap<LaneId, LaneId>;
}

/** What stands in the copied columns and rows, in the copies. */
function copyContent(
  map: JourneyMap,
  { steps, lanes }: Copies,
  context: CommandContext,
  writer: MapWriter,
): void {
  const { random } = context;
  const concerns = (laneId: LaneId | undefined, stepId: StepId | undefined): boolean =>
    laneId !== undefined && stepId !== undefined && (lanes.has(laneId) || steps.has(stepId));
  const place = (laneId: LaneId, stepId: StepId) => ({
    laneId: lanes.get(laneId) ?? laneId,
    stepId: steps.get(stepId) ?? stepId,
  });

  const cards = map.cards.filter((card) => concerns(card.laneId, card.stepId));
  const copyOfCard = new Map<CardId, CardId>(cards.map((card) => [card.id, newId('card', random)]));
  const copied = cards.map((card) => ({
    ...card,
    id: copyOfCard.get(card.id)!,
    ...place(card.laneId!, card.stepId!),
  }));
  const cardPlaces = placeInRow('cards', [], copied, undefined, context).places;
  copied.forEach((card, i) => writer.create('cards', card, cardPlaces[i]!));

  appendCopies(
    'markers',
    map.markers.flatMap((marker): readonly (typeof marker)[] => {
      const id = newId('marker', random);
      if (marker.cardId !== undefined)
        return copyOfCard.has(marker.cardId)
          ? [{ ...marker, id, cardId: copyOfCard.get(marker.cardId)! }]
          : [];
      return marker.stepId !== undefined && steps.has(marker.stepId)
        ? [{ ...marker, id, stepId: steps.get(marker.stepId)! }]
        : [];
    }),
    context,
    writer,
  );
  appendCopies('connectors', connectorsAmongCopies(map.connectors, copyOfCard, context), context, writer);
  appendCopies(
    'emotions',
    map.emotions
      .filter((emotion) => concerns(emotion.laneId, emotion.stepId))
      .map((emotion) => ({
        ...emotion,
        id: newId('emotion', random),
        ...place(emotion.laneId, emotion.stepId),
      })),
    context,
    writer,
  );
}
