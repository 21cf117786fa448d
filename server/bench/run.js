// Runs one TypeScript program of this folder: `node server/bench/run.js relayBench --rounds 5`.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const { module } = await runnerImport(join(here, `${process.argv[2]}.ts`), {
  configFile: false,
  logLevel: 'error',
});
await module.main(process.argv.slice(3));
process.exit();
