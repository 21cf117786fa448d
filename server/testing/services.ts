import { describe, it } from 'vitest';

/**
 * Databases that tests need and not every machine has. Where the address is not set the tests are skipped by name;
 * with REQUIRE_SERVICES=1, as on the CI machine, they fail instead.
 */
const addresses = {
  PostgreSQL: process.env['TEST_POSTGRES_URL'],
  Redis: process.env['TEST_REDIS_URL'],
} as const;
type Service = keyof typeof addresses;

export function describeWith(services: readonly Service[], name: string, tests: () => void): void {
  const missing = services.filter((service) => addresses[service] === undefined);
  if (missing.length === 0) return void describe(name, tests);
  const hint = `${name}: set ${missing.map((service) => `TEST_${service === 'Redis' ? 'REDIS' : 'POSTGRES'}_URL`).join(' and ')} to test with ${missing.join(' and ')}`;
  if (process.env['REQUIRE_SERVICES'] === '1')
    it(hint, () => {
      throw new Error(hint);
    });
  else it.skip(hint, () => undefined);
}

export function addressOf(service: Service): string {
  const address = addresses[service];
  if (address === undefined) throw new Error(`the address of ${service} is not set`);
  return address;
}

/** A schema of its own for each run, so that runs side by side do not meet. */
export function ownSchema(): string {
  return `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
}
