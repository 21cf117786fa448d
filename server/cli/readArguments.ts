import { parseArgs, type ParseArgsConfig } from 'node:util';
import { err, ok, type Result } from '../../model/result.ts';
import { cliText } from './cliText.ts';
import type { Command, Output } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

/** The arguments of a command; wrong usage is told in the reader's language, with how it should have been. */
export function readArguments<O extends Options>(
  command: Command,
  args: readonly string[],
  options: O,
  positionals: { readonly least: number; readonly most: number },
  output: Output,
): Result<Parsed<O>, 2> {
  const say = cliText[output.language];
  const refuse = (reason: string): Result<Parsed<O>, 2> => {
    output.tell(`${reason}\n${say.usage(`throughline ${command.name} ${command.usage}`)}`);
    return err(2);
  };
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true });
    const count = parsed.positionals.length;
    if (count < positionals.least) return refuse(say.tooFew(positionals.least, count));
    if (count > positionals.most) return refuse(say.tooMany(parsed.positionals[positionals.most]!));
    return ok(parsed);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const option = /'([^']+)'/.exec(error.message)?.[1] ?? error.message;
    return refuse(error.message.startsWith('Unknown') ? say.unknownOption(option) : say.badOption(option));
  }
}
