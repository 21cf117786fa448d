import type { CardId, LaneId, StageId, StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { CommentAnchor } from '../../model/protocol/talk.ts';
import type { GridFocus } from '../canvas/gridFocus.ts';
import type { PanelTab } from '../panels/SidePanel.tsx';

/** What a comment at a place of the grid is about; an empty cell stands for its step. */
export function anchorOf(focus: GridFocus | undefined): CommentAnchor | undefined {
  switch (focus?.kind) {
    case undefined:
      return undefined;
    case 'card':
      return { collection: 'cards', recordId: focus.cardId };
    case 'stage':
      return { collection: 'stages', recordId: focus.stageId };
    case 'lane':
      return { collection: 'lanes', recordId: focus.laneId };
    case 'step':
    case 'cell':
      return { collection: 'steps', recordId: focus.stepId };
  }
}

/** Where the canvas goes for a thread: its place of the grid, or the step that its number stands at. */
export function placeOfAnchor(
  map: JourneyMap,
  { collection, recordId }: CommentAnchor,
): GridFocus | undefined {
  switch (collection) {
    case 'cards':
      return { kind: 'card', cardId: recordId as CardId };
    case 'stages':
      return { kind: 'stage', stageId: recordId as StageId };
    case 'lanes':
      return { kind: 'lane', laneId: recordId as LaneId };
    case 'steps':
      return { kind: 'step', stepId: recordId as StepId };
    case 'measurements': {
      const stepId = stepOfMeasurement(map, recordId);
      return stepId === undefined ? undefined : { kind: 'step', stepId };
    }
    default:
      return undefined;
  }
}

/** Where the panel shows it: at its own step, or at the one whose service it is about. */
function stepOfMeasurement(map: JourneyMap, measurementId: string): StepId | undefined {
  const on = map.measurements.find(({ id }) => id === measurementId)?.on;
  if (on === undefined || 'map' in on) return undefined;
  if ('stepId' in on) return on.stepId;
  return map.nodes.find((node) => ('nodeId' in on ? node.id === on.nodeId : node.poolId === on.poolId))
    ?.stepId;
}

/** The tab of the panel in which the record stands that a thread is about; undefined: on the grid. */
export function tabOfAnchor({ collection }: CommentAnchor): PanelTab | undefined {
  switch (collection) {
    case 'measurements':
      return 'step';
    case 'plans':
      return 'plan';
    case 'evidence':
      return 'evidence';
    default:
      return undefined;
  }
}
