import type { CardId, LaneId, StageId, StepId } from '../../model/map/ids.ts';
import type { CommentAnchor } from '../../model/protocol/talk.ts';
import type { GridFocus } from '../canvas/gridFocus.ts';

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

/** The place of the grid that a comment is about; undefined for what stands elsewhere. */
export function placeOfAnchor({ collection, recordId }: CommentAnchor): GridFocus | undefined {
  switch (collection) {
    case 'cards':
      return { kind: 'card', cardId: recordId as CardId };
    case 'stages':
      return { kind: 'stage', stageId: recordId as StageId };
    case 'lanes':
      return { kind: 'lane', laneId: recordId as LaneId };
    case 'steps':
      return { kind: 'step', stepId: recordId as StepId };
    default:
      return undefined;
  }
}
