import pg from 'pg';
import type { Database } from '../storage/database.ts';
import { openPostgres } from '../storage/postgres.ts';
import { addressOf, ownSchema } from './services.ts';

/** A database in a schema of its own; closing it drops the schema. */
export async function openTestPostgres(): Promise<Database> {
  const schema = ownSchema();
  const database = await openPostgres(addressOf('PostgreSQL'), schema);
  const close = database.close.bind(database);
  return Object.assign(database, {
    close: async () => {
      await close();
      await dropSchema(schema);
    },
  });
}

export async function dropSchema(schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf('PostgreSQL') });
  await client.connect();
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await client.end();
}
