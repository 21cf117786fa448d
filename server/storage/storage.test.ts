import { openTestPostgres } from '../testing/postgres.ts';
import { describeWith } from '../testing/services.ts';
import { openSqlite } from './sqlite.ts';
import { storageContract } from './storage.contract.ts';

storageContract('SQLite', async () => openSqlite(':memory:'));
describeWith(['PostgreSQL'], 'on PostgreSQL', () => storageContract('PostgreSQL', openTestPostgres));
