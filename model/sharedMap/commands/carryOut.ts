import { assertNever } from '../../assert.ts';
import { ok, type Result } from '../../result.ts';
import { cardCommand } from './cards.ts';
import { columnCommand } from './columns.ts';
import { duplicateCommand } from './duplicate.ts';
import { replaceTextCommand } from './replaceText.ts';
import { restoreCommand } from './restore.ts';
import { stageCommand } from './stages.ts';
import type { Command, Refusal } from './command.ts';
import { all, type CommandContext, type Writes } from './context.ts';
import { pasteTracksCommand } from './pasteTracks.ts';
import { recordCommand } from './records.ts';
import { rowCommand } from './rows.ts';

/** Checks a command against the map and gives the writes that carry it out, or says why it cannot be. */
export function carryOut(command: Command, context: CommandContext): Result<Writes, Refusal> {
  switch (command.type) {
    case 'together': {
      const parts = all(command.commands.map((part) => carryOut(part, context)));
      return parts.ok ? ok((writer) => parts.value.flatMap((write) => [...write(writer)])) : parts;
    }
    case 'insertStages':
    case 'moveStages':
    case 'deleteStages':
    case 'insertSteps':
    case 'moveSteps':
    case 'deleteSteps':
      return columnCommand(command, context);
    case 'splitStage':
    case 'mergeStages':
      return stageCommand(command, context);
    case 'duplicateStages':
    case 'duplicateSteps':
    case 'duplicateLanes':
      return duplicateCommand(command, context);
    case 'insertLanes':
    case 'moveLanes':
    case 'deleteLanes':
      return rowCommand(command, context);
    case 'insertCards':
    case 'moveCards':
    case 'duplicateCards':
    case 'deleteCards':
    case 'convertCards':
    case 'pasteCells':
      return cardCommand(command, context);
    case 'pasteTracks':
      return pasteTracksCommand(command, context);
    case 'replaceText':
      return replaceTextCommand(command, context);
    case 'restoreMap':
      return restoreCommand(command, context);
    case 'setMap':
    case 'setFields':
    case 'put':
    case 'delete':
    case 'setEmotion':
    case 'setPlanLever':
    case 'removePlanLever':
    case 'setActual':
      return recordCommand(command, context);
    default:
      return assertNever(command);
  }
}
