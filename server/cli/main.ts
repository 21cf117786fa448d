import type { Command, Output } from './command.ts';
import { check } from './commands/check.ts';
import { queue } from './commands/queue.ts';
import { replay } from './commands/replay.ts';

/** The entry of `throughline`: finds the command and ends with its exit code. */
const commands: readonly Command[] = [check, queue, replay];

/** Named by the contract, not built yet. */
const planned = [
  'serve',
  'templates',
  'new',
  'convert',
  'discover',
  'score',
  'simulate',
  'optimise',
  'backup',
  'restore',
];

const output: Output = {
  out: (text) => process.stdout.write(text),
  tell: (text) => process.stderr.write(`${text}\n`),
};

const [name, ...args] = process.argv.slice(2);
process.exitCode = await run(name, args);

async function run(asked: string | undefined, rest: readonly string[]): Promise<number> {
  const command = commands.find((candidate) => candidate.name === asked);
  if (command !== undefined) return command.run(rest, output);
  if (asked !== undefined && planned.includes(asked)) {
    output.tell(
      `"${asked}" is part of Throughline's contract but is not built yet. "throughline help" lists what is.`,
    );
    return 2;
  }
  const list = commands
    .map((each) => `  throughline ${each.name} ${each.usage}\n      ${each.summary}`)
    .join('\n');
  if (asked === undefined || asked === 'help' || asked === '--help') {
    output.out(`${list}\n`);
    return asked === undefined ? 2 : 0;
  }
  output.tell(`There is no command "${asked}". These exist:\n${list}`);
  return 2;
}
