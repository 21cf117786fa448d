import { err, ok, type Result } from '../model/result.ts';

/** What can be set, by a flag (`--port 4400`) or the environment (`THROUGHLINE_PORT=4400`); the flag wins. */
export interface Config {
  /** Undefined: 4400, or the next one that is free. */
  readonly port: number | undefined;
  readonly host: string;
  /** Where the embedded database lies. */
  readonly data: string;
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly databaseSchema: string;
  /** For several processes on one database. */
  readonly redisUrl: string | undefined;
  /** The addresses people use, when they are not this machine's own: `https://maps.example.org`. */
  readonly publicUrls: readonly string[];
  /** Behind a proxy whose X-Forwarded-For can be trusted. */
  readonly trustProxy: boolean;
  readonly logLevel: string;
  /** Print a new owner link even if the server has an owner. */
  readonly newOwnerLink: boolean;
}

export interface ConfigError {
  readonly type: 'UnknownOption' | 'WrongOption';
  readonly option: string;
  readonly expected: string;
}

const options = {
  port: 'a number from 1 to 65535',
  host: 'an address to listen on',
  data: 'a folder',
  'database-url': 'postgres://user@host:5432/name',
  'database-schema': 'letters, digits and _',
  'redis-url': 'redis://host:6379',
  'public-url': 'https://maps.example.org (several with commas)',
  'trust-proxy': 'true or false',
  'log-level': 'trace, debug, info, warn, error or silent',
  'new-owner-link': 'true or false',
} as const;
type Option = keyof typeof options;

export const optionHelp: Readonly<Record<string, string>> = options;

export function readConfig(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, ConfigError> {
  const given = new Map<Option, string>();
  for (const option of Object.keys(options) as Option[]) {
    const value = environment[`THROUGHLINE_${option.toUpperCase().replaceAll('-', '_')}`];
    if (value !== undefined && value !== '') given.set(option, value);
  }
  for (let i = 0; i < args.length; i++) {
    const [flag = '', attached] = args[i]!.split(/=(.*)/s);
    const option = flag.replace(/^--/, '');
    if (!flag.startsWith('--') || !isOption(option))
      return err({
        type: 'UnknownOption',
        option: flag,
        expected: Object.keys(options)
          .map((each) => `--${each}`)
          .join(' '),
      });
    const next = args[i + 1];
    const isFlag = option === 'trust-proxy' || option === 'new-owner-link';
    if (attached !== undefined) given.set(option, attached);
    else if (next !== undefined && !next.startsWith('--')) given.set(option, args[++i]!);
    else if (isFlag) given.set(option, 'true');
    else return err({ type: 'WrongOption', option, expected: options[option] });
  }
  const wrong = [...given].find(([option, value]) => !isRight[option](value));
  if (wrong !== undefined) return err({ type: 'WrongOption', option: wrong[0], expected: options[wrong[0]] });
  const port = given.get('port');
  return ok({
    port: port === undefined ? undefined : Number(port),
    host: given.get('host') ?? '127.0.0.1',
    data: given.get('data') ?? './data',
    databaseUrl: given.get('database-url'),
    databaseSchema: given.get('database-schema') ?? 'throughline',
    redisUrl: given.get('redis-url'),
    publicUrls: (given.get('public-url') ?? '').split(',').filter((url) => url !== ''),
    trustProxy: given.get('trust-proxy') === 'true',
    logLevel: given.get('log-level') ?? 'info',
    newOwnerLink: given.get('new-owner-link') === 'true',
  });
}

function isOption(name: string): name is Option {
  return Object.hasOwn(options, name);
}

const isBoolean = (value: string) => value === 'true' || value === 'false';
const hasScheme = (value: string, ...schemes: string[]) =>
  URL.canParse(value) && schemes.includes(new URL(value).protocol);

const isRight: Readonly<Record<Option, (value: string) => boolean>> = {
  port: (value) => /^\d+$/.test(value) && Number(value) <= 65_535,
  host: (value) => value !== '',
  data: (value) => value !== '',
  'database-url': (value) => hasScheme(value, 'postgres:', 'postgresql:'),
  'database-schema': (value) => /^[a-z][a-z0-9_]{0,60}$/.test(value),
  'redis-url': (value) => hasScheme(value, 'redis:', 'rediss:'),
  'public-url': (value) => value.split(',').every((url) => hasScheme(url, 'http:', 'https:')),
  'trust-proxy': isBoolean,
  'log-level': (value) => ['trace', 'debug', 'info', 'warn', 'error', 'silent'].includes(value),
  'new-owner-link': isBoolean,
};
