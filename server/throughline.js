#!/usr/bin/env node
// The command line's door: builds dist/ when it is missing or older than the sources, then hands over to it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = ['model', 'templates', 'server', 'app', 'vite.config.ts', 'package.json'];
const wantsApp = process.argv[2] === 'serve';

const built = join(root, 'dist/server/cli.js');
buildIfOlder(built, ['--mode', 'server']);
if (wantsApp) buildIfOlder(join(root, 'dist/app/index.html'), []);
await import(built);

function buildIfOlder(target, options) {
  if (
    existsSync(join(root, 'node_modules/vite')) &&
    (!existsSync(target) || newest() > statSync(target).mtimeMs)
  ) {
    process.stderr.write('Building Throughline, once after each change …\n');
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error', ...options], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (run.status !== 0) process.exit(1);
  }
}

function newest() {
  return Math.max(...sources.map((source) => newestIn(join(root, source))));
}

function newestIn(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
