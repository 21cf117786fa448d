import { sqliteInstallation, postgresInstallation } from '../testing/installation.ts';
import { describeWith } from '../testing/services.ts';
import { killContract } from './kill.contract.ts';

const rounds = Number(process.env['KILL_ROUNDS'] ?? 3);

killContract('SQLite', sqliteInstallation, rounds);
describeWith(['PostgreSQL'], 'with PostgreSQL', () =>
  killContract('PostgreSQL', postgresInstallation, rounds),
);
