import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { MapId } from '../map/ids.ts';
import { mapFromTemplate } from '../map/mapFromTemplate.ts';
import type { Plan } from '../map/plan.ts';
import { serviceModel } from '../service/readService.ts';
import type { ServiceModel } from '../service/serviceModel.ts';
import { compileService } from './compiledService.ts';
import { simulateDay } from './engine.ts';
import { bestPortfolio, greedyPortfolio, type PortfolioProblem } from './portfolio.ts';
import { quickForecast } from './quickForecast.ts';
import { simulatePlan, simulation } from './simulatePlan.ts';
import { queueModel } from './testing/queueModel.ts';

/**
 * The bars of the simulation, with SimPy (Debian's python3-simpy3) and simjs in the same run. `npm run
 * bench:simulation` builds it as the product is built; it prints a table, docs/benchmarks.md keeps the results. Ratios count: machines differ.
 * Runs in the folder of the checkout.
 */
const read = mapFromTemplate(
  JSON.parse(readFileSync('templates/journeys/wrongParcel.json', 'utf8')) as object,
  'en',
  'map_bench' as MapId,
);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const map = read.value;
const [plan] = map.plans as readonly [Plan];
const lines: string[] = [];
const line = (name: string, value: string) => {
  lines.push(`| ${name} | ${value} |`);
  process.stdout.write(`${name.padEnd(58)}${value}\n`);
};

/** Of processor time: a machine shared with others says little by the clock. */
function milliseconds(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** Median of some rounds, after one to warm up. */
function median(rounds: number, run: () => unknown): number {
  run();
  const times = Array.from({ length: rounds }, () => milliseconds(run)).sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)]!;
}

const template = (): ServiceModel => {
  const model = serviceModel(map);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
};

/** The journey of the template with as many people at every hour, as SimPy gets it too. */
function steadyJourney(): ServiceModel {
  const model = template();
  const people = [8, 6, 5, 4, 4];
  return {
    nodes: model.nodes,
    pools: model.pools.map((pool, p) => ({
      ...pool,
      concurrency: 1,
      discipline: 'fifo',
      agents: pool.agents.map(() => people[p]!),
    })),
    arrivals: model.arrivals.map((arrivals) => ({
      ...arrivals,
      perDay: 2_000,
      dayVariation: 0,
      profile: arrivals.profile.map(() => 1 / 24),
    })),
  };
}

function forSimPy(model: ServiceModel) {
  return {
    perSecond: model.arrivals[0]!.perDay / 86_400,
    entry: model.arrivals[0]!.node,
    pools: model.pools.map((pool) => pool.agents[0]),
    nodes: model.nodes.map((node) => {
      const variance = Math.log(1 + node.handleCv ** 2);
      return {
        pool: node.pool,
        mu: Math.log(node.handleSeconds) - variance / 2,
        sigma: Math.sqrt(variance),
        patience: Number.isFinite(node.patienceSeconds) ? node.patienceSeconds : null,
        containment: node.containment,
        routes: node.routes.map(({ share, to, afterSeconds }) => [share, to, afterSeconds]),
      };
    }),
  };
}

function engines(): void {
  const queue = compileService(queueModel([{ perHour: 2_880, patienceSeconds: 120 }], [{ agents: 50 }]));
  const journey = compileService(steadyJourney());
  const rates: { ours: number; journey: number; simpy: number; simpyJourney: number; simjs: number }[] = [];
  // Each service by itself, as in a Worker that has one map: code that is made for both is slower with either.
  simulateDay(journey, 1, 99);
  const walks = Array.from({ length: 5 }, () => {
    let visits = 0;
    const walked = milliseconds(() => {
      for (let day = 0; day < 300; day++)
        // Two days and a little more are run, one is counted.
        visits += 2 * simulateDay(journey, 1, day).nodes.reduce((sum, node) => sum + node.visits, 0);
    });
    return { journey: visits / walked / 1_000, simpy: simPy(100_000, 20_000) };
  });
  simulateDay(queue, 1, 99);
  for (const { journey: journeyRate, simpy } of walks) {
    let customers = 0;
    const ours = milliseconds(() => {
      for (let day = 0; day < 20; day++) customers += simulateDay(queue, 1, day).whole.created;
    });
    rates.push({
      ours: (2 * customers) / ours / 1_000,
      journey: journeyRate,
      simpy: (2 * simpy.queue.customers) / simpy.queue.seconds / 1e6,
      simpyJourney: simpy.journey.visits / simpy.journey.seconds / 1e6,
      simjs: simJs(20_000),
    });
  }
  const middle = (of: (rate: (typeof rates)[number]) => number) => rates.map(of).sort((a, b) => a - b)[2]!;
  line('M/M/50+M, million events/s (2 a customer)', middle((r) => r.ours).toFixed(2));
  line('  SimPy 3.0.11', middle((r) => r.simpy).toFixed(3));
  line('  simjs 2.0.3', middle((r) => r.simjs).toFixed(3));
  line('  times SimPy (bar 20)', (middle((r) => r.ours) / middle((r) => r.simpy)).toFixed(1));
  line('journey, million visits/s', middle((r) => r.journey).toFixed(2));
  line('  SimPy 3.0.11', middle((r) => r.simpyJourney).toFixed(3));
  line('  times SimPy (bar 20)', (middle((r) => r.journey) / middle((r) => r.simpyJourney)).toFixed(1));
  let events = 0;
  const spent = milliseconds(() => {
    for (let day = 0; day < 5; day++) events += simulateDay(queue, 2, day).events;
  });
  line('heap events in the loop, million/s (bar 5)', (events / spent / 1_000).toFixed(2));
}

function levels(): void {
  const point = () => quickForecast(map, plan, { draws: 0 });
  line('quick forecast, point, the first 15 of a process, ms', median(15, point).toFixed(1));
  line('quick forecast, point, as one goes on typing, ms (bar 16)', median(60, point).toFixed(1));
  line('quick forecast, 500 draws, ms', median(3, () => quickForecast(map, plan)).toFixed(0));
  line(
    'first simulated band, ms (bar 500)',
    median(5, () => {
      const first = simulation(map, plan).next();
      if (first.done !== true) first.value.forecast();
    }).toFixed(0),
  );
  const compiled = compileService(template());
  // In turns: the machine is not equally fast all the time.
  const turns = Array.from({ length: 7 }, () => ({
    singles: milliseconds(() => {
      for (let day = 0; day < 200; day++) simulateDay(compiled, 1, day);
    }),
    standard: milliseconds(() => simulatePlan(map, plan)),
  }));
  const middle = (of: (turn: (typeof turns)[number]) => number) => turns.map(of).sort((a, b) => a - b)[3]!;
  line('200 single days, ms', middle(({ singles }) => singles).toFixed(0));
  line('standard level (100 pairs), ms', middle(({ standard }) => standard).toFixed(0));
  line('  over 200 single days (bar 1.1)', middle(({ singles, standard }) => standard / singles).toFixed(2));
}

function portfolios(): void {
  const thirty = [1, 2, 3, 4, 5, 6].map((seed) => synthetic(30, 100, 12, seed));
  const times = thirty.map((problem) => {
    const time = median(3, () => bestPortfolio(problem));
    return bestPortfolio(problem).certificate.kind === 'optimal' ? time : Number.POSITIVE_INFINITY;
  });
  line('30 levers x 100 terms proven optimal, worst ms (bar 250)', Math.max(...times).toFixed(0));
  const large = synthetic(600, 100, 6, 42);
  const { certificate } = greedyPortfolio(large);
  line('600 decisions certified, ms (bar 300)', median(3, () => greedyPortfolio(large)).toFixed(0));
  line('  within %, (bar 1)', certificate.kind === 'within' ? certificate.percent.toFixed(2) : '0');
  process.stdout.write(`\n| what | measured |\n|---|---|\n${lines.join('\n')}\n`);
}

interface SimPyTimes {
  readonly queue: { readonly seconds: number; readonly customers: number };
  readonly journey: { readonly seconds: number; readonly visits: number };
}

function simPy(customers: number, walks: number): SimPyTimes {
  const script = 'model/simulation/testing/simpyQueues.py';
  const run = spawnSync('/usr/bin/python3', [script], {
    input: JSON.stringify({ customers, walks, journey: forSimPy(steadyJourney()) }),
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`SimPy did not run: ${run.stderr}`);
  return JSON.parse(run.stdout) as SimPyTimes;
}

/** Million events a second of simjs on the same queue. */
function simJs(customers: number): number {
  // Its package gives nothing to importers: it only hangs itself on a browser's window.
  const window: { Sim?: SimJs } = {};
  // oxlint-disable-next-line no-implied-eval
  new Function('window', readFileSync('node_modules/simjs/sim.js', 'utf8'))(window);
  const Sim = window.Sim!;
  const random = new Sim.Random(1);
  const sim = new Sim.Sim();
  const agents = new Sim.Facility('agents', 0, 50);
  let made = 0;
  class Source extends Sim.Entity {
    start(): void {
      this.next();
    }
    next(): void {
      if (made++ >= customers) return;
      this.useFacility(agents, random.exponential(1 / 60)).waitUntil(random.exponential(1 / 120));
      this.setTimer(random.exponential(48 / 60)).done(() => this.next());
    }
  }
  sim.addEntity(Source);
  const spent = milliseconds(() => sim.simulate(1e12));
  return (2 * customers) / spent / 1_000;
}

/** What is used of simjs, which has no types. */
interface SimJs {
  readonly Random: new (seed: number) => { exponential(rate: number): number };
  readonly Sim: new () => { addEntity(kind: unknown): void; simulate(until: number): void };
  readonly Facility: new (name: string, discipline: number, servers: number) => object;
  readonly Entity: new (...parts: never[]) => {
    useFacility(facility: object, seconds: number): { waitUntil(seconds: number): void };
    setTimer(seconds: number): { done(then: () => void): void };
  };
}

function synthetic(levers: number, terms: number, budgetEach: number, seed: number): PortfolioProblem {
  let state = seed;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const open = Array.from({ length: terms }, () => next());
  const groups = Array.from({ length: levers }, (_, i) => [
    {
      levers: [`l${i}`],
      cost: Math.ceil(1 + 99 * next()),
      closes: Array.from({ length: terms }, () => (next() < 0.08 ? 0.05 + 0.45 * next() : 0)),
      loss: 0,
    },
  ]);
  return { open, groups, budget: levers * budgetEach, excludes: [], requires: [] };
}

engines();
levels();
portfolios();
