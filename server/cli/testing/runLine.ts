import type { Language } from '../../../model/map/language.ts';
import { runCommand } from '../runCommand.ts';

/** A command line carried out, with what came on stdout and the sentences that were told. */
export async function runLine(line: readonly string[], language: Language = 'en') {
  let out = '';
  const told: string[] = [];
  const code = await runCommand(line, {
    language,
    out: (text) => (out += text),
    tell: (text) => told.push(text),
  });
  return { code, out, told: told.join('\n') };
}
