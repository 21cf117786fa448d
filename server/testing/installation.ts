import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropSchema } from './postgres.ts';
import { addressOf, ownSchema } from './services.ts';

/** Where a server keeps its data, and how that goes away after the test. */
export interface Installation {
  readonly flags: readonly string[];
  remove(): Promise<void>;
}

export async function sqliteInstallation(): Promise<Installation> {
  const data = await mkdtemp(join(tmpdir(), 'throughline-'));
  return { flags: ['--data', data], remove: () => rm(data, { recursive: true, force: true }) };
}

export async function postgresInstallation(): Promise<Installation> {
  const schema = ownSchema();
  return {
    flags: ['--database-url', addressOf('PostgreSQL'), '--database-schema', schema],
    remove: () => dropSchema(schema),
  };
}
