import type { CardId, ConnectorId, LaneId, StageId, StepId } from '../../../model/map/ids.ts';
import type { GridFocus } from '../gridFocus.ts';

/** The place of the grid that an element belongs to: the reverse of focusKey, which elements carry as data-place. */
export function placeOfElement(element: Element): GridFocus | undefined {
  const key = element.closest('[data-place]')?.getAttribute('data-place');
  if (key === null || key === undefined) return undefined;
  const [first = '', second] = key.split(' ');
  // The prefix of an id tells its record.
  if (second !== undefined) return { kind: 'cell', laneId: first as LaneId, stepId: second as StepId };
  if (first.startsWith('card_')) return { kind: 'card', cardId: first as CardId };
  if (first.startsWith('step_')) return { kind: 'step', stepId: first as StepId };
  if (first.startsWith('stage_')) return { kind: 'stage', stageId: first as StageId };
  return { kind: 'lane', laneId: first as LaneId };
}

/** The connector that an element is a part of; ConnectorLayer writes its id. */
export const connectorOfElement = (element: Element): ConnectorId | undefined =>
  (element.closest('[data-connector]')?.getAttribute('data-connector') ?? undefined) as
    | ConnectorId
    | undefined;
