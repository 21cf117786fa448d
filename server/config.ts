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
  /** Where Prometheus finds `/metrics`; without it there are none. Only on this machine's own address. */
  readonly metricsPort: number | undefined;
  /** What the maps of one workspace may take together, with versions, pictures and trash. */
  readonly workspaceMegabytes: number;
  /** Sign-in with the organisation's accounts (OpenID Connect); without an issuer, links are all there is. */
  readonly oidc: OidcConfig | undefined;
  /** Print a new owner link even if the server has an owner. */
  readonly newOwnerLink: boolean;
}

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** Better given by the environment than by a flag, which others on the machine can read. */
  readonly clientSecret: string | undefined;
  /** What whoever signs in for the first time becomes in the first workspace. */
  readonly role: 'editor' | 'commenter' | 'viewer' | 'none';
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
  'metrics-port': 'a number from 1 to 65535',
  'workspace-megabytes': 'a whole number of megabytes from 1 on',
  'oidc-issuer': 'https://accounts.example.org',
  'oidc-client-id': 'the name under which the issuer knows this server',
  'oidc-client-secret': 'its secret there',
  'oidc-role': 'editor, commenter, viewer or none',
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
  if (given.has('oidc-issuer') && !given.has('oidc-client-id'))
    return err({ type: 'WrongOption', option: 'oidc-client-id', expected: options['oidc-client-id'] });
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
    metricsPort: given.has('metrics-port') ? Number(given.get('metrics-port')) : undefined,
    workspaceMegabytes: Number(given.get('workspace-megabytes') ?? 20_000),
    oidc: oidcOf(given),
    newOwnerLink: given.get('new-owner-link') === 'true',
  });
}

function oidcOf(given: ReadonlyMap<Option, string>): OidcConfig | undefined {
  const issuer = given.get('oidc-issuer');
  if (issuer === undefined) return undefined;
  return {
    issuer,
    clientId: given.get('oidc-client-id') ?? '',
    clientSecret: given.get('oidc-client-secret'),
    role: oidcRoles.find((role) => role === given.get('oidc-role')) ?? 'editor',
  };
}

function isOption(name: string): name is Option {
  return Object.hasOwn(options, name);
}

const isPort = (value: string) => /^\d+$/.test(value) && Number(value) <= 65_535;
const oidcRoles = ['editor', 'commenter', 'viewer', 'none'] as const;
const isBoolean = (value: string) => value === 'true' || value === 'false';
const hasScheme = (value: string, ...schemes: string[]) =>
  URL.canParse(value) && schemes.includes(new URL(value).protocol);

const isRight: Readonly<Record<Option, (value: string) => boolean>> = {
  port: isPort,
  host: (value) => value !== '',
  data: (value) => value !== '',
  'database-url': (value) => hasScheme(value, 'postgres:', 'postgresql:'),
  'database-schema': (value) => /^[a-z][a-z0-9_]{0,60}$/.test(value),
  'redis-url': (value) => hasScheme(value, 'redis:', 'rediss:'),
  'public-url': (value) => value.split(',').every((url) => hasScheme(url, 'http:', 'https:')),
  'trust-proxy': isBoolean,
  'log-level': (value) => ['trace', 'debug', 'info', 'warn', 'error', 'silent'].includes(value),
  'metrics-port': isPort,
  'workspace-megabytes': (value) => /^[1-9]\d{0,9}$/.test(value),
  'oidc-issuer': (value) => hasScheme(value, 'https:', 'http:'),
  'oidc-client-id': (value) => value !== '',
  'oidc-client-secret': (value) => value !== '',
  'oidc-role': (value) => oidcRoles.some((role) => role === value),
  'new-owner-link': isBoolean,
};
