import { languageOfEnvironment } from './languageOfEnvironment.ts';
import { runCommand } from './runCommand.ts';

/** The entry of `throughline`: hands the line to its command and ends with the command's exit code. */
// Who reads our output may have read enough (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runCommand(process.argv.slice(2), {
  language: languageOfEnvironment(process.env),
  out: (text) => process.stdout.write(text),
  tell: (text) => process.stderr.write(`${text}\n`),
});
