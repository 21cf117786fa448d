import { cliText } from './cliText.ts';
import type { Command, Output } from './command.ts';
import { backup } from './commands/backup.ts';
import { check } from './commands/check.ts';
import { convert } from './commands/convert.ts';
import { discover } from './commands/discover.ts';
import { newMap } from './commands/new.ts';
import { optimise } from './commands/optimise.ts';
import { queue } from './commands/queue.ts';
import { replay } from './commands/replay.ts';
import { restore } from './commands/restore.ts';
import { score } from './commands/score.ts';
import { serve } from './commands/serve.ts';
import { simulate } from './commands/simulate.ts';
import { templates } from './commands/templates.ts';

const commands: readonly Command[] = [
  serve,
  backup,
  restore,
  templates,
  newMap,
  check,
  convert,
  discover,
  score,
  queue,
  replay,
  simulate,
  optimise,
];

/** Runs one line of the command line, without the program's own name, and gives the exit code. */
export async function runCommand(line: readonly string[], output: Output): Promise<0 | 1 | 2> {
  const [name, ...args] = line;
  const say = cliText[output.language];
  const list = commands
    .map((each) => `  throughline ${each.name} ${each.usage}\n      ${each.summary[output.language]}`)
    .join('\n');
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command.run(args, output);
  if (name === undefined || name === 'help' || name === '--help') {
    output.out(`${list}\n`);
    return name === undefined ? 2 : 0;
  }
  output.tell(`${say.noCommand(name)}\n${list}`);
  return 2;
}
