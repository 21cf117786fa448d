import { existsSync, readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { optionHelp, readConfig } from './config.ts';

/** The files by which the server is put on a machine, held against the server. */

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const variables = new Set(
  Object.keys(optionHelp).map((option) => `THROUGHLINE_${option.toUpperCase().replaceAll('-', '_')}`),
);

interface Compose {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly image?: string;
        readonly environment?: Readonly<Record<string, string>>;
        readonly depends_on?: Readonly<Record<string, unknown>>;
        readonly volumes?: readonly string[];
      }
    >
  >;
  readonly volumes: Readonly<Record<string, unknown>>;
}

describe('the Dockerfile', () => {
  const dockerfile = read('Dockerfile');

  it('[O10] has nothing that a linter of Dockerfiles finds', () => {
    const found = (text: string) => validate(text).map(({ message }) => message);
    expect(found(dockerfile)).toEqual([]);
    expect(found(dockerfile.replace('EXPOSE', 'EXPOS'))).toEqual(['Unknown instruction: EXPOS']);
  });

  it('[O10] copies what is there, sets what the server knows, and does not run as root', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list]) =>
      list!.split(' '),
    );
    expect(copied.length).toBeGreaterThan(3);
    expect(copied.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
    const set = [...dockerfile.matchAll(/(THROUGHLINE_\w+)=(\S+)/g)].map(
      ([, name, value]) => [name!, value!] as const,
    );
    expect(set.filter(([name]) => !variables.has(name))).toEqual([]);
    expect(readConfig([], Object.fromEntries(set))).toMatchObject({ ok: true, value: { host: '0.0.0.0' } });
    expect(dockerfile).toMatch(/^USER (?!root)/m);
  });
});

describe('the compose file', () => {
  // The file's shape is what is tested.
  const compose = parse(read('compose.yaml')) as Compose;
  const services = Object.entries(compose.services);

  it('[O10] names only services and volumes that it defines, and images with a version', () => {
    for (const [, { depends_on = {}, volumes = [], image }] of services) {
      for (const other of Object.keys(depends_on)) expect(compose.services).toHaveProperty(other);
      for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0]!);
      if (image !== undefined) expect(image).toMatch(/:\d/);
    }
    expect(services.map(([name]) => name)).toEqual(['throughline', 'postgres', 'redis']);
  });

  it('[O10] gives the server settings that it takes', () => {
    const { environment = {} } = compose.services['throughline']!;
    expect(Object.keys(environment).filter((name) => !variables.has(name))).toEqual([]);
    const filledIn = Object.entries(environment).map(([name, value]) => [
      name,
      // As compose does: a variable that is not set gets its default, a required one is set here.
      value.replace(/\$\{\w+:?([-?])([^}]*)\}/g, (_, kind: string, text: string) =>
        kind === '-' ? text : 'secret',
      ),
    ]);
    expect(readConfig([], Object.fromEntries(filledIn))).toMatchObject({
      ok: true,
      value: { databaseUrl: 'postgres://throughline:secret@postgres:5432/throughline', trustProxy: true },
    });
  });
});

it('[O10] docs/operations.md names every setting, and no other', () => {
  const named = new Set(read('docs/operations.md').match(/THROUGHLINE_[A-Z_]+(?![A-Z_…])/g));
  const flags = new Set([...read('docs/operations.md').matchAll(/`--([a-z-]+)/g)].map(([, flag]) => flag!));
  const known = Object.keys(optionHelp);
  expect([...named].filter((name) => !variables.has(name) && !name.endsWith('_'))).toEqual([]);
  expect(known.filter((option) => !flags.has(option) && option !== 'oidc-client-secret')).toEqual([]);
});
