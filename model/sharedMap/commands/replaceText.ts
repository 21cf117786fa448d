import { ok, type Result } from '../../result.ts';
import { findText, type TextMatch } from '../findText.ts';
import { shapeOf } from '../mapDocument.ts';
import type { Command, Refusal } from './command.ts';
import type { CommandContext, Writes } from './context.ts';

/** Replaces a text at every place it stands, each place by itself: what others write between two places stays. */
export function replaceTextCommand(
  command: Extract<Command, { readonly type: 'replaceText' }>,
  { reader }: CommandContext,
): Result<Writes, Refusal> {
  const matches = findText(reader.map(), command);
  return ok((writer) => {
    for (const match of matches) {
      const { owner, id, field } = match;
      const together = shapeOf(owner).fields.some(
        ({ name, kind }) => name === field && (kind === 'text' || kind === 'rareText'),
      );
      const texts = replacements(match, command.replacement);
      if (together) for (const text of texts) writer.setText(owner, id, field, text);
      else writer.update(owner, id, { ...recordOf(reader, match), [field]: texts.at(-1) }, [field]);
    }
    return [];
  });
}

function recordOf(reader: CommandContext['reader'], { owner, id }: TextMatch): object {
  return owner === 'map' ? reader.map() : reader.stored(owner, id)!.record!;
}

/** The text after each replacement, from the last place to the first. */
function replacements({ text, at, length }: TextMatch, replacement: string): readonly string[] {
  const texts: string[] = [];
  let now = text;
  for (const start of at.toReversed()) {
    now = now.slice(0, start) + replacement + now.slice(start + length);
    texts.push(now);
  }
  return texts;
}
