import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Refusal } from '../../model/sharedMap/commands/command.ts';

/** What a person reads when an edit was not carried out. */
export function refusedText(refusal: Refusal, i18n: I18n): string {
  switch (refusal.type) {
    case 'NotFound':
      return i18n._(msg`This is no longer in the map: somebody has deleted it. Nothing was changed.`);
    case 'WrongField':
      // What was expected, `refusal` says in the words of the code.
      return i18n._(
        msg`The map cannot keep this: a text is too long, a number too large, or something needed is missing. Nothing was changed; correct it and try again.`,
      );
    case 'NoStage':
      return i18n._(msg`A step needs a stage to stand in. Add a stage first.`);
    case 'ReadOnly':
      return refusal.reason === 'viewer'
        ? i18n._(msg`You may only read this map. Ask its owner for a link that lets you edit.`)
        : i18n._(
            msg`A newer Throughline has written this map: here it can be read and exported, not changed.`,
          );
  }
}
