import { BenchClient } from './benchClient.ts';
import { type Contender, contenderNames, startContender, usageOf } from './contenders.ts';
import { option, quantile, wait } from './options.ts';

/**
 * Load on one document, the three relays in turn, as medians over rounds: `node server/bench/run.js relayBench --rounds 5`. The
 * load process shares the machine, so only the ratios say something.
 */
export async function main(args: readonly string[]): Promise<void> {
  const rounds = Number(option(args, 'rounds', '3'));
  const seconds = Number(option(args, 'seconds', '8'));
  const only = option(args, 'only', '');
  for (const scenario of scenarios.filter((each) => each.name.includes(only))) {
    const results = new Map<string, Measured[]>();
    for (let round = 0; round < rounds; round++)
      for (const name of contenderNames) {
        const contender = await startContender(name);
        try {
          const measured = await measure(contender, scenario, seconds);
          results.set(name, [...(results.get(name) ?? []), measured]);
        } finally {
          await contender.stop();
        }
      }
    report(scenario, results);
  }
}

interface Scenario {
  readonly name: string;
  readonly clients: number;
  readonly writers: number;
  readonly writesPerSecond: number;
  readonly cursors: number;
}

const scenarios: readonly Scenario[] = [
  { name: '50 clients, 10 writers', clients: 50, writers: 10, writesPerSecond: 5, cursors: 0 },
  { name: '200 clients, 20 writers', clients: 200, writers: 20, writesPerSecond: 5, cursors: 0 },
  { name: '200 clients, 100 writers', clients: 200, writers: 100, writesPerSecond: 5, cursors: 0 },
  { name: '100 clients, 20 writers, 20 cursors', clients: 100, writers: 20, writesPerSecond: 5, cursors: 20 },
];

interface Measured {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly cpuPercent: number;
  readonly memoryMb: number;
  readonly samples: number;
}

async function measure(contender: Contender, scenario: Scenario, seconds: number): Promise<Measured> {
  const idle = usageOf(contender.pid).residentMb;
  const door = await contender.newDocument();
  const observers = 10;
  const clients: BenchClient[] = [];
  for (let i = 0; i < scenario.clients; i++)
    clients.push(await new BenchClient(door, i < scenario.writers + observers).opened());
  const writers = clients.slice(0, scenario.writers);
  const watching = clients.slice(scenario.writers, scenario.writers + observers);

  const timers: NodeJS.Timeout[] = [];
  const every = (ms: number, index: number, act: () => void) =>
    timers.push(setTimeout(() => timers.push(setInterval(act, ms)), (ms * index) / scenario.clients));
  writers.forEach((writer, i) => every(1000 / scenario.writesPerSecond, i * 7, () => writer.write(`w${i}`)));
  for (let i = 0; i < scenario.cursors; i++) {
    const cursor = clients.at(-1 - i)!;
    let clock = 0;
    every(100, i * 3, () => cursor.moveCursor(1_000_000 + i, ++clock));
  }
  await wait(1_500);
  for (const client of watching) client.latencies.length = 0;
  const before = usageOf(contender.pid);
  const start = performance.now();
  await wait(seconds * 1_000);
  const elapsed = (performance.now() - start) / 1_000;
  const after = usageOf(contender.pid);
  const latencies = watching.flatMap((client) => client.latencies).sort((a, b) => a - b);
  for (const timer of timers) clearInterval(timer);
  for (const client of clients) client.close();
  return {
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    cpuPercent: (100 * (after.cpuSeconds - before.cpuSeconds)) / elapsed,
    memoryMb: after.residentMb - idle,
    samples: latencies.length,
  };
}

function report(scenario: Scenario, results: ReadonlyMap<string, readonly Measured[]>): void {
  process.stdout.write(`\n${scenario.name}\n`);
  for (const [name, rounds] of results) {
    const middle = (field: keyof Measured) =>
      rounds.map((round) => round[field]).sort((a, b) => a - b)[Math.floor(rounds.length / 2)]!;
    process.stdout.write(
      `  ${name.padEnd(20)} p50 ${middle('p50').toFixed(1)}  p95 ${middle('p95').toFixed(1)}  p99 ${middle('p99').toFixed(1)} ms` +
        `  cpu ${middle('cpuPercent').toFixed(1)} %  +${middle('memoryMb').toFixed(0)} MB  (${middle('samples')} samples)\n`,
    );
  }
}
