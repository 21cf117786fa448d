import { languageOfEnvironment } from './languageOfEnvironment.ts';
import { runCommand } from './runCommand.ts';

/** The entry of `throughline`: hands the line to its command and ends with the command's exit code. */
process.exitCode = await runCommand(process.argv.slice(2), {
  language: languageOfEnvironment(process.env),
  out: (text) => process.stdout.write(text),
  tell: (text) => process.stderr.write(`${text}\n`),
});
