import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** The database that the configuration names. */
export function openDatabase(
  config: Pick<Config, 'data' | 'databaseUrl' | 'databaseSchema'>,
): Promise<Database> {
  return config.databaseUrl === undefined
    ? Promise.resolve(openSqlite(join(config.data, 'throughline.db')))
    : openPostgres(config.databaseUrl, config.databaseSchema);
}
