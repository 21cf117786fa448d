import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** Bundles the command line once, so that servers can run, and be killed, as processes of their own. */
export async function bundledServer(): Promise<{ path: string; remove(): Promise<void> }> {
  const root = resolve(import.meta.dirname, '../..');
  // Inside the checkout, so that the bundle finds node_modules.
  const outDir = await mkdtemp(join(root, 'node_modules/.throughline-'));
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    mode: 'server',
    logLevel: 'error',
    build: { outDir, rollupOptions: { input: { cli: join(root, 'server/cli/main.ts') } } },
  });
  return { path: join(outDir, 'cli.js'), remove: () => rm(outDir, { recursive: true, force: true }) };
}

export interface ServerProcess {
  readonly address: string;
  readonly claimSecret: string | undefined;
  /** Where the inspector listens, if Node was asked for it. */
  readonly inspector: string | undefined;
  readonly process: ChildProcess;
  /** Signals it and waits for its end. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Starts it and waits for the address it prints. */
export async function startProcess(
  bundle: string,
  flags: readonly string[],
  nodeFlags: readonly string[] = [],
): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    [...nodeFlags, bundle, 'serve', '--port', '0', '--log-level', 'warn', ...flags],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LANG: 'en_US.UTF-8', LANGUAGE: '', LC_ALL: 'en_US.UTF-8' },
    },
  );
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let told = '';
  const address = await new Promise<string>((found, failed) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      const match = /is at (http:\S+)[\s\S]*data lies/.exec(told);
      if (match !== null) found(match[1]!);
    });
    child.once('exit', () => failed(new Error(`the server ended: ${told}`)));
  });
  return {
    address: address.replace('localhost', '127.0.0.1'),
    inspector: /Debugger listening on (\S+)/.exec(told)?.[1],
    claimSecret: /claim#(\S+)/.exec(told)?.[1],
    process: child,
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}
