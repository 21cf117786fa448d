import type { MapIndex } from '../map/mapIndex.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Marker } from '../map/marker.ts';
import type { StepId } from '../map/ids.ts';
import type { ShownParts } from './layoutOptions.ts';
import { layoutSizes as sizes, textStyles, type TextStyle } from './layoutSizes.ts';
import type { Column, MapHeader, MarkerBox, StageBand, TextBlock } from './mapLayout.ts';
import { breakLines, clipLines, oneLine } from './textLines.ts';
import type { TextMeasure } from './textMeasure.ts';

/** The columns of a map with everything above the first row. */
export interface ColumnLayout {
  readonly columns: readonly Column[];
  readonly stages: readonly StageBand[];
  readonly header: MapHeader;
  readonly gridX: number;
  readonly right: number;
  readonly columnOfStep: ReadonlyMap<StepId, Column>;
}

const markerPitch = sizes.markerSize + 2;

/** Most lines of a step's title; a longer one ends in an ellipsis here and stands whole in the outline. */
const mostStepLines = 5;

export function layoutColumns(
  map: JourneyMap,
  index: MapIndex,
  show: ShownParts | undefined,
  measure: TextMeasure,
): ColumnLayout {
  const { stageIds, stepIds } = show ?? {};
  const stepWidth = show?.stepWidth ?? sizes.stepWidth;
  const stageStyle = stageStyleOf(show?.stageSize);
  const stageHeight = Math.max(sizes.stageHeight, stageStyle.lineHeight + 12);
  const gridX = sizes.railWidth + sizes.railGap;
  const markers = markersByStep(map.markers);
  const columns: Column[] = [];
  const stages: StageBand[] = [];
  let x = gridX;
  let stepNumber = 0;

  for (const stage of map.stages) {
    const all = map.steps.filter((step) => step.stageId === stage.id);
    const numberBefore = stepNumber;
    stepNumber += all.length;
    if (stageIds !== undefined && !stageIds.has(stage.id)) continue;
    const steps = stepIds === undefined ? all : all.filter((step) => stepIds.has(step.id));
    if (stepIds !== undefined && steps.length === 0) continue;
    const from = x;
    const first = columns.length;
    for (const step of steps) {
      const width = step.width ?? stepWidth;
      const ofStep = markers.get(step.id) ?? [];
      columns.push({
        stepId: step.id,
        stageId: stage.id,
        index: columns.length,
        x,
        width,
        hue: index.stagesById.get(stage.id)?.hue ?? 0,
        number: {
          x: sizes.stepPadding,
          y: sizes.stepPadding,
          lines: [
            oneLine(String(numberBefore + all.indexOf(step) + 1), sizes.stepWidth, textStyles.step, measure),
          ],
          style: textStyles.step,
        },
        text: stepTitle(step.title, width - ofStep.length * markerPitch, measure),
        markers: ofStep.map((marker, place): MarkerBox => ({
          markerId: marker.id,
          kind: marker.kind,
          x: width - sizes.stepPadding - sizes.markerSize / 2 - place * markerPitch,
          y: sizes.stepPadding + textStyles.step.lineHeight / 2,
          size: sizes.markerSize,
        })),
      });
      x += width;
    }
    if (steps.length === 0) x += stepWidth;
    const width = x - from - sizes.stageGap;
    stages.push({
      stageId: stage.id,
      hue: stage.hue,
      x: from + sizes.stageGap / 2,
      y: 0,
      width,
      height: stageHeight,
      text: {
        x: sizes.stagePadding,
        y: (stageHeight - stageStyle.lineHeight) / 2,
        lines: [oneLine(stage.title, width - 2 * sizes.stagePadding, stageStyle, measure)],
        style: stageStyle,
      },
      columns: steps.length === 0 ? undefined : { first, last: columns.length - 1 },
    });
  }

  const lines = Math.max(sizes.leastStepLines, ...columns.map((column) => column.text.lines.length));
  return {
    columns,
    stages,
    header: {
      stageY: 0,
      stageHeight,
      stepY: stageHeight + sizes.headerGap,
      stepHeight: lines * textStyles.step.lineHeight + 2 * sizes.stepPadding,
    },
    gridX,
    right: Math.max(x, gridX + stepWidth),
    columnOfStep: new Map(columns.map((column) => [column.stepId, column])),
  };
}

function stageStyleOf(size: number = textStyles.stage.size): TextStyle {
  const { stage } = textStyles;
  return { ...stage, size, lineHeight: (size * stage.lineHeight) / stage.size };
}

function stepTitle(title: string, columnWidth: number, measure: TextMeasure): TextBlock {
  const x = sizes.stepPadding + sizes.stepNumberWidth;
  const width = columnWidth - sizes.stageGap - x - sizes.stepPadding;
  const lines = breakLines(title, width, textStyles.step, measure);
  return {
    x,
    y: sizes.stepPadding,
    lines: clipLines(lines, mostStepLines, width, textStyles.step, measure),
    style: textStyles.step,
  };
}

function markersByStep(markers: readonly Marker[]): ReadonlyMap<StepId, readonly Marker[]> {
  const byStep = new Map<StepId, Marker[]>();
  for (const marker of markers) {
    if (marker.stepId === undefined) continue;
    const list = byStep.get(marker.stepId);
    if (list === undefined) byStep.set(marker.stepId, [marker]);
    else list.push(marker);
  }
  return byStep;
}
