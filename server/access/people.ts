import { randomBytes } from 'node:crypto';
import { colourOfPerson } from '../../model/protocol/presence.ts';
import { type Role, strongerRole } from '../../model/protocol/roles.ts';
import { type Database, type Queries, row } from '../storage/database.ts';
import { hashSecret, newSecret, newServerId } from './secrets.ts';

/** Who uses this server: a person is a browser that opened a link, or an account of the organisation. */
export interface People {
  /** A new person and the secret of its session cookie. */
  welcome(name: string): Promise<{ person: Person; sessionSecret: string }>;
  /** A further session of a person, as after signing in with an account. */
  startSession(personId: string): Promise<string>;
  endSession(sessionSecret: string): Promise<void>;
  ofSession(sessionSecret: string): Promise<Person | undefined>;
  /** The person behind an account, made at the first sign-in. */
  ofAccount(subject: string, name: string): Promise<Person>;
  /** What a browser's person had becomes the account's; where both have a role, the stronger stays. */
  moveToAccount(from: string, to: string): Promise<void>;
  rename(personId: string, name: string): Promise<void>;
  isClaimed(): Promise<boolean>;
  /** A fresh one-time secret that makes its bearer the administrator; older ones are void. */
  newClaimSecret(): Promise<string>;
  /** False when the secret is not, or no longer, the one that was printed. */
  claim(secret: string, personId: string): Promise<boolean>;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
  readonly administrator: boolean;
}

/** A year: whoever comes back within it is recognised. */
export const sessionLifetimeMs = 365 * 24 * 60 * 60 * 1000;

export function people(database: Database, now: () => number): People {
  const create = async (queries: Queries, name: string, subject: string | null): Promise<Person> => {
    const id = newServerId('person');
    await queries.run('INSERT INTO persons (id, name, subject, created_at) VALUES ($1, $2, $3, $4)', [
      id,
      name,
      subject,
      now(),
    ]);
    return { id, name, colour: colourOfPerson(id), administrator: false };
  };
  const startSession = async (personId: string): Promise<string> => {
    const secret = newSecret();
    await database.run(
      'INSERT INTO sessions (hash, person, created_at, expires_at) VALUES ($1, $2, $3, $4)',
      [hashSecret(secret), personId, now(), now() + sessionLifetimeMs],
    );
    return secret;
  };

  return {
    welcome: async (name) => {
      const person = await create(database, name, null);
      return { person, sessionSecret: await startSession(person.id) };
    },
    startSession,
    endSession: async (secret) => {
      await database.run('DELETE FROM sessions WHERE hash = $1', [hashSecret(secret)]);
    },
    ofSession: async (secret) => {
      const found = await row<PersonRow>(
        database,
        `SELECT persons.id, persons.name, persons.administrator FROM sessions
         JOIN persons ON persons.id = sessions.person WHERE sessions.hash = $1 AND sessions.expires_at > $2`,
        [hashSecret(secret), now()],
      );
      return found && personOf(found);
    },
    ofAccount: async (subject, name) => {
      const find = () =>
        row<PersonRow>(database, 'SELECT id, name, administrator FROM persons WHERE subject = $1', [subject]);
      const found = await find();
      if (found !== undefined) return personOf(found);
      await database.run(
        'INSERT INTO persons (id, name, subject, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (subject) DO NOTHING',
        [newServerId('person'), name, subject, now()],
      );
      return personOf((await find())!);
    },
    moveToAccount: (from, to) =>
      database.transaction(async (queries) => {
        const guest = await row<{ administrator: number }>(
          queries,
          'SELECT administrator FROM persons WHERE id = $1 AND subject IS NULL',
          [from],
        );
        // Another account keeps its own.
        if (guest === undefined) return;
        if (guest.administrator === 1)
          await queries.run('UPDATE persons SET administrator = 1 WHERE id = $1', [to]);
        for (const [table, target] of [
          ['map_members', 'map'],
          ['workspace_members', 'workspace'],
        ] as const) {
          const theirs = await queries.rows<{ target: string; role: Role; since: number }>(
            `SELECT ${target} AS target, role, since FROM ${table} WHERE person = $1`,
            [from],
          );
          for (const grant of theirs) {
            const mine = await row<{ role: Role }>(
              queries,
              `SELECT role FROM ${table} WHERE ${target} = $1 AND person = $2`,
              [grant.target, to],
            );
            await queries.run(
              `INSERT INTO ${table} (${target}, person, role, since) VALUES ($1, $2, $3, $4)
               ON CONFLICT (${target}, person) DO UPDATE SET role = excluded.role`,
              [grant.target, to, strongerRole(grant.role, mine?.role) ?? grant.role, grant.since],
            );
          }
        }
        await queries.run('DELETE FROM persons WHERE id = $1', [from]);
      }),
    rename: async (personId, name) => {
      await database.run('UPDATE persons SET name = $1 WHERE id = $2', [name, personId]);
    },
    isClaimed: async () =>
      (await row(database, 'SELECT id FROM persons WHERE administrator = 1 LIMIT 1')) !== undefined,
    newClaimSecret: async () => {
      const secret = newSecret();
      await setSetting(database, claimSetting, hashSecret(secret));
      return secret;
    },
    claim: async (secret, personId) => {
      const taken = await database.run('DELETE FROM settings WHERE key = $1 AND value = $2', [
        claimSetting,
        hashSecret(secret),
      ]);
      if (taken === 0) return false;
      await database.run('UPDATE persons SET administrator = 1 WHERE id = $1', [personId]);
      return true;
    },
  };
}

const claimSetting = 'claim';

/** The key that signs tickets: made once, shared by all processes through the database. */
export async function signingKey(database: Database): Promise<Uint8Array> {
  await database.run('INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING', [
    'signingKey',
    randomBytes(32).toString('base64'),
  ]);
  const stored = await row<{ value: string }>(database, 'SELECT value FROM settings WHERE key = $1', [
    'signingKey',
  ]);
  return Buffer.from(stored!.value, 'base64');
}

async function setSetting(queries: Queries, key: string, value: string): Promise<void> {
  await queries.run(
    'INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, value],
  );
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly administrator: number;
}

function personOf(found: PersonRow): Person {
  return {
    id: found.id,
    name: found.name,
    colour: colourOfPerson(found.id),
    administrator: found.administrator === 1,
  };
}
