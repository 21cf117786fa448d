import type { Card } from '../map/card.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { indexMap } from '../map/mapIndex.ts';
import { laneKindNames } from '../text/laneNames.ts';
import { toSafeField, type Row } from './delimited.ts';
import { laneKindOfTitle } from './laneKindOfTitle.ts';
import { flatColumns } from './tableColumns.ts';

/**
 * A map as tables. The flat one has a row for each card, emotion and number (in the order of the steps) and one for each
 * step without any; the grid has stages in the first row, steps in the second and a row for each lane. Texts are guarded
 * against being run as formulas; spans, markers, connectors, sources, the service and cards without a text have no place
 * in tables.
 */
export function mapToFlatTable(map: JourneyMap): readonly Row[] {
  const { lanesById, personasById } = indexMap(map);
  const names = uniqueNames(map);
  const row = (cells: Partial<Record<(typeof flatColumns)[number], string>>): Row =>
    flatColumns.map((column) => cells[column] ?? '');
  const cardRow = (place: { stage?: string; step?: string }, card: Card): Row => {
    const lane = card.laneId === undefined ? undefined : lanesById.get(card.laneId);
    return row({
      ...place,
      map: toSafeField(map.title),
      ...(lane === undefined ? {} : { lane: toSafeField(names.lanes.get(lane.id)!), type: lane.kind }),
      card: card.text.trim() === '' ? '' : toSafeField(card.text),
      ...(card.opportunity === undefined ? {} : { owner: toSafeField(card.opportunity.ownerName) }),
      ...(card.touchpoint === undefined ? {} : { channel: card.touchpoint.channel }),
    });
  };
  const laneOrder = new Map(map.lanes.map((lane, i) => [lane.id, i]));

  const ofSteps = map.stages.flatMap((stage) => {
    const steps = map.steps.filter((step) => step.stageId === stage.id);
    const stageName = toSafeField(names.stages.get(stage.id)!);
    if (steps.length === 0) return [row({ map: toSafeField(map.title), stage: stageName })];
    return steps.flatMap((step) => {
      const place = { stage: stageName, step: toSafeField(names.steps.get(step.id)!) };
      const cards = map.cards
        .filter((card) => card.stepId === step.id && saysSomething(card))
        .sort((a, b) => laneOrder.get(a.laneId!)! - laneOrder.get(b.laneId!)!)
        .map((card) => cardRow(place, card));
      const emotions = map.emotions
        .filter((emotion) => emotion.stepId === step.id)
        .map((emotion) =>
          row({
            ...place,
            map: toSafeField(map.title),
            lane: toSafeField(names.lanes.get(emotion.laneId)!),
            type: 'emotion',
            emotion: String(emotion.value * 2),
            persona: toSafeField(personasById.get(emotion.personaId)!.name),
            card: toSafeField(emotion.quote ?? ''),
          }),
        );
      const numbers = map.measurements
        .filter(({ on, value }) => 'stepId' in on && on.stepId === step.id && value !== undefined)
        .map(({ metric, value, unit }) =>
          row({
            ...place,
            map: toSafeField(map.title),
            type: 'metrics',
            metric,
            value: String(value),
            unit: toSafeField(unit ?? ''),
          }),
        );
      const rows = [...cards, ...emotions, ...numbers];
      return rows.length === 0 ? [row({ ...place, map: toSafeField(map.title) })] : rows;
    });
  });
  const inTray = map.cards
    .filter((card) => card.stepId === undefined && saysSomething(card))
    .map((card) => cardRow({}, card));
  return [[...flatColumns], ...ofSteps, ...inTray];
}

export function mapToGrid(map: JourneyMap): readonly Row[] {
  const index = indexMap(map);
  const names = uniqueNames(map);
  const steps = map.stages.flatMap((stage) => map.steps.filter((step) => step.stageId === stage.id));
  const stageRow = steps.map((step, i) =>
    i > 0 && steps[i - 1]!.stageId === step.stageId ? '' : toSafeField(names.stages.get(step.stageId)!),
  );
  const stepRow = steps.map((step) => toSafeField(names.steps.get(step.id)!));
  const laneRows = map.lanes.flatMap((lane) => {
    const title = toSafeField(names.lanes.get(lane.id)!);
    const curves = map.personas
      .map((persona) => ({
        persona,
        felt: map.emotions.filter(({ laneId, personaId }) => laneId === lane.id && personaId === persona.id),
      }))
      .filter(({ felt }) => felt.length > 0)
      .map(({ persona, felt }) => [
        `${laneKindOfTitle(title) === 'emotion' ? title : laneKindNames.emotion[map.language]}: ${persona.name}`,
        ...steps.map((step) => {
          const value = felt.find((emotion) => emotion.stepId === step.id)?.value;
          return value === undefined ? '' : String(value * 2);
        }),
      ]);
    const cells = steps.map((step) => index.cardsInCell(lane.id, step.id));
    const height = Math.max(curves.length > 0 ? 0 : 1, ...cells.map((cell) => cell.length));
    const cardRows = Array.from({ length: height }, (_, k) => [
      k === 0 ? title : '',
      ...cells.map((cell) => toSafeField(cell[k]?.text ?? '')),
    ]);
    return [...curves, ...cardRows];
  });
  return [['', ...stageRow], ['', ...stepRow], ...laneRows];
}

const saysSomething = (card: Card): boolean => card.text.trim() !== '' || card.touchpoint !== undefined;

interface Names {
  readonly stages: ReadonlyMap<string, string>;
  readonly steps: ReadonlyMap<string, string>;
  readonly lanes: ReadonlyMap<string, string>;
}

/** In a table a name means one thing: a missing name becomes a number, and one that comes again gets one. */
function uniqueNames(map: JourneyMap): Names {
  return {
    stages: numbered(map.stages, () => ''),
    steps: numbered(map.steps, (step) => step.stageId),
    lanes: numbered(map.lanes, (lane) => lane.kind),
  };
}

function numbered<R extends { readonly id: string; readonly title: string }>(
  records: readonly R[],
  within: (record: R) => string,
): ReadonlyMap<string, string> {
  const used = new Set<string>();
  return new Map(
    records.map((record, i) => {
      const title = record.title.trim();
      let name = title === '' ? `${i + 1}` : title;
      for (let k = 2; used.has(`${within(record)} ${name}`); k++) name = `${title} (${k})`.trim();
      used.add(`${within(record)} ${name}`);
      return [record.id, name];
    }),
  );
}
