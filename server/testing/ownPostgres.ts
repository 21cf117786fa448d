import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL of a test's own, which it may stop and start as it likes. */
export interface OwnPostgres {
  readonly address: string;
  /** At once and without a word to anybody, as when its process is killed: the log is replayed at the next start. */
  crash(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Where the programs of a PostgreSQL server lie; undefined: it is not on this machine. */
export function postgresPrograms(): string | undefined {
  const versions = '/usr/lib/postgresql';
  const found = existsSync(versions) ? readdirSync(versions).sort().at(-1) : undefined;
  const programs = found === undefined ? undefined : join(versions, found, 'bin');
  return programs !== undefined && existsSync(join(programs, 'initdb')) ? programs : undefined;
}

export async function ownPostgres(programs: string): Promise<OwnPostgres> {
  const data = await mkdtemp(join(tmpdir(), 'throughline-postgres-'));
  // It refuses to run as root.
  const asItself = userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  const program = async (name: string, ...flags: readonly string[]): Promise<void> => {
    const [command, ...rest] = [...asItself, join(programs, name), '-D', data, ...flags];
    await run(command!, rest, { cwd: tmpdir() });
  };
  if (asItself.length > 0) {
    const { stdout } = await run('id', ['-u', 'postgres']);
    await chown(data, Number(stdout), 0);
  }
  const port = await freePort();
  const start = () =>
    program('pg_ctl', '-w', '-l', join(data, 'log'), '-o', `-p ${port} -k ${data} -h 127.0.0.1`, 'start');
  await program('initdb', '-U', 'postgres', '-A', 'trust', '--no-sync');
  await start();
  const crash = () => program('pg_ctl', '-m', 'immediate', 'stop');
  return {
    address: `postgres://postgres@127.0.0.1:${port}/postgres`,
    crash,
    start,
    remove: async () => {
      await crash().catch(() => undefined);
      await rm(data, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
