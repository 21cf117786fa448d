import { indexMap } from '../map/mapIndex.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Lane } from '../map/lane.ts';
import type { Measurement } from '../map/measurement.ts';
import type { Step } from '../map/step.ts';
import { withoutControls } from '../layout/textLines.ts';
import { shownText } from '../layout/cardParts.ts';
import { shownValue } from '../layout/metricCells.ts';
import { measuredInputs } from '../quality/measuredInputs.ts';
import { scoreMap } from '../quality/scoreMap.ts';
import { documentWords } from '../text/documentWords.ts';
import { drawingWords } from '../text/drawingWords.ts';
import { stageColour } from './drawMap.ts';
import { emotionText } from './drawRow.ts';
import { metricOf } from '../quality/metricCatalogue.ts';
import { measurementWords } from './measurementWords.ts';
import { themes } from './themes.ts';

/** One sheet of a workbook. */
export interface MapSheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** In characters. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

/** Text stays text: a card that begins with = is no formula. */
export interface SheetCell {
  readonly value: string | number | undefined;
  readonly bold?: boolean;
  /** `#rrggbb`. */
  readonly fill?: string;
  readonly ink?: string;
  readonly columnSpan?: number;
}

/** A map as a workbook: the blueprint as a grid, the numbers with their sources, the index, the evidence. */
export function mapSheets(map: JourneyMap): readonly MapSheet[] {
  return [blueprintSheet(map), metricsSheet(map), indexSheet(map), evidenceSheet(map)];
}

const cell = (value: string | number | undefined): SheetCell => ({
  value: typeof value === 'string' ? sheetText(value) : value,
});

const head = (value: string): SheetCell => ({ ...cell(value), bold: true, fill: themes.print.sunken });

/** What a cell can hold. */
const mostCharacters = 32_767;

const sheetText = (text: string): string =>
  withoutControls(text)
    .replace(/[\ufffe\uffff]/g, '')
    .slice(0, mostCharacters);

function blueprintSheet(map: JourneyMap): MapSheet {
  const words = drawingWords[map.language];
  const corner = head(words.stage);
  const stages = map.stages.flatMap((stage): SheetCell[] => {
    const count = map.steps.filter((step) => step.stageId === stage.id).length;
    if (count === 0) return [];
    const band: SheetCell = {
      ...cell(stage.title),
      bold: true,
      fill: themes.print[stageColour(stage.hue)],
      ink: themes.print['on-stage'],
      columnSpan: count,
    };
    // Cells under a wide one stand in the row as well.
    return [band, ...Array.from({ length: count - 1 }, (): SheetCell => ({ value: undefined }))];
  });
  return {
    name: documentWords[map.language].map,
    rows: [
      [corner, ...stages],
      [head(words.step), ...map.steps.map((step) => head(step.title))],
      ...map.lanes.map((lane) => [
        head(lane.title),
        ...map.steps.map((step) => cell(cellText(map, lane, step))),
      ]),
    ],
    widths: [18, ...map.steps.map(() => 26)],
    frozenRows: 2,
    frozenColumns: 1,
  };
}

/** Everything in a cell, one line each: cards, moods, numbers. */
function cellText(map: JourneyMap, lane: Lane, step: Step): string {
  const index = indexMap(map);
  const describe = measurementWords(map, map.language);
  return [
    ...(lane.kind === 'emotion'
      ? map.emotions
          .filter((emotion) => emotion.laneId === lane.id && emotion.stepId === step.id)
          .map(
            (emotion) =>
              `${index.personasById.get(emotion.personaId)?.name ?? ''} ${emotionText(emotion.value)}`,
          )
      : []),
    ...(lane.kind === 'metrics'
      ? map.measurements
          .filter((each) => 'stepId' in each.on && each.on.stepId === step.id)
          .map((each) => {
            const shown = describe(each, undefined);
            return `${shown.title}: ${shown.value} ${shown.unit}`.trim();
          })
      : []),
    ...index.cardsInCell(lane.id, step.id).map((card) => shownText(card)),
  ].join('\n');
}

function metricsSheet(map: JourneyMap): MapSheet {
  const words = documentWords[map.language];
  const describe = measurementWords(map, map.language);
  const names = [
    words.step,
    words.metric,
    words.value,
    words.unit,
    'n',
    words.target,
    words.source,
    words.reference,
    words.date,
  ];
  return {
    name: words.numbersShort,
    rows: [
      names.map(head),
      ...map.measurements.map((each) => [
        cell(placeTitle(map, each)),
        cell(describe(each, undefined).title),
        cell(countable(map, each, shownValue(each))),
        cell(countableUnit(map, each) ?? describe(each, undefined).unit),
        cell(each.n),
        cell(countable(map, each, each.target)),
        cell(words.sources[each.source.kind]),
        cell(each.source.reference),
        cell(each.source.date),
      ]),
    ],
    widths: [24, 28, 12, 8, 8, 12, 12, 40, 12],
    frozenRows: 1,
    frozenColumns: 0,
  };
}

/** A number with which a sheet can count, in one unit for all of its metric: per cent, seconds, whole money. */
function countable(map: JourneyMap, { metric }: Measurement, value: number | undefined): number | undefined {
  const unit = metricOf(map, metric)?.unit;
  const factor = unit === 'share' ? 100 : unit === 'money' ? 0.01 : 1;
  return value === undefined ? undefined : Number((value * factor).toPrecision(12));
}

/** Where the words choose a unit by the size of the value (min, h), the sheet keeps to seconds. */
const countableUnit = (map: JourneyMap, { metric, unit }: Measurement): string | undefined =>
  unit === undefined && metricOf(map, metric)?.unit === 'seconds' ? 's' : undefined;

export function placeTitle(map: JourneyMap, { on }: Measurement): string {
  const index = indexMap(map);
  if ('stepId' in on) return index.stepsById.get(on.stepId)?.title ?? '';
  if ('nodeId' in on) return index.nodesById.get(on.nodeId)?.title ?? '';
  if ('poolId' in on) return index.poolsById.get(on.poolId)?.title ?? '';
  return map.title;
}

function indexSheet(map: JourneyMap): MapSheet {
  const words = documentWords[map.language];
  const inputs = measuredInputs(map);
  const rows = map.qualityModels.flatMap((model) => {
    const scored = scoreMap(map, model, inputs);
    return [
      [
        head(model.title),
        cell(words.index),
        cell(1),
        cell(scored.index.value ?? undefined),
        cell(scored.index.coverage),
      ],
      ...scored.dimensions.flatMap((dimension) => [
        [
          { ...cell(dimension.title), bold: true },
          cell(''),
          cell(dimension.weight),
          cell(dimension.value ?? undefined),
          cell(dimension.coverage),
        ],
        ...dimension.indicators.map((indicator) => [
          cell(''),
          cell(indicator.title),
          cell(indicator.weight),
          cell(indicator.value ?? undefined),
          cell(undefined),
        ]),
      ]),
    ];
  });
  return {
    name: words.index,
    rows: [[words.dimension, words.indicator, words.weight, words.value, words.coverage].map(head), ...rows],
    widths: [28, 32, 10, 10, 10],
    frozenRows: 1,
    frozenColumns: 0,
  };
}

function evidenceSheet(map: JourneyMap): MapSheet {
  const words = documentWords[map.language];
  return {
    name: words.evidence,
    rows: [
      [words.claim, words.quote, words.source, words.date, words.grade].map(head),
      ...map.evidence.map((each) => [
        cell(each.claim),
        cell(each.quote),
        cell([each.source, each.link ?? ''].filter((part) => part !== '').join(' ')),
        cell(each.date),
        cell(each.grade),
      ]),
    ],
    widths: [48, 48, 36, 12, 8],
    frozenRows: 1,
    frozenColumns: 0,
  };
}
