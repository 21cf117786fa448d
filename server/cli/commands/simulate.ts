import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import type { Language } from '../../../model/map/language.ts';
import { type Plan, planSchema } from '../../../model/map/plan.ts';
import { forecastWarningText } from '../../../model/text/forecastWarningText.ts';
import { err, ok, type Result } from '../../../model/result.ts';
import { fullSimulation, usualFullDraws } from '../../../model/simulation/fullLevel.ts';
import type { Banded, PlanForecast, WaitFigures } from '../../../model/simulation/planForecast.ts';
import { simulation, usualPairs } from '../../../model/simulation/simulatePlan.ts';
import { serviceErrorText } from '../../../model/text/serviceTexts.ts';
import { simulationText } from '../../../model/text/simulationText.ts';
import type { Command } from '../command.ts';
import { readArguments } from '../readArguments.ts';
import { readMapFile } from '../readMapFile.ts';

/** `throughline simulate`: days of the service in the event engine, as it is and with a plan. */
export const simulate: Command = {
  name: 'simulate',
  summary: {
    en: 'Simulates days of the service, as it is and with a plan: waits, scores, moods, with intervals.',
    'zh-Hans': '模拟服务的运行（现状与计划）：等待、评分、情绪，附区间。',
    'zh-Hant': '模擬服務的運行（現況與計畫）：等候、評分、情緒，附區間。',
  },
  usage:
    'map.json [--plan ID] [--seed N] [--level standard|full] [--replications N|auto] [--draws N] [--json]',
  async run(args, output) {
    const { language } = output;
    const options = {
      plan: { type: 'string' },
      seed: { type: 'string' },
      level: { type: 'string' },
      replications: { type: 'string' },
      draws: { type: 'string' },
      json: { type: 'boolean' },
    } as const;
    const asked = readArguments(simulate, args, options, { least: 1, most: 1 }, output);
    if (!asked.ok) return asked.error;
    const { positionals, values } = asked.value;
    const numbers = readNumbers(values, language);
    if (!numbers.ok) {
      output.tell(numbers.error);
      return 2;
    }
    const read = await readMapFile(positionals[0]!, language);
    if (!read.ok) {
      output.tell(read.error);
      return 1;
    }
    const { map, notes } = read.value;
    for (const note of notes) output.tell(note);
    const plan = planNamed(map, values.plan, language);
    if (!plan.ok) {
      output.tell(plan.error);
      return 1;
    }

    const started = process.hrtime.bigint();
    const { level, ...choices } = numbers.value;
    const run =
      level === 'full'
        ? fullSimulation(map, plan.value, choices)
        : // Its own number of draws stands beside a second of simulated days.
          simulation(map, plan.value, { seed: choices.seed, replications: choices.replications });
    let step = run.next();
    while (step.done !== true) {
      if (process.stderr.isTTY) {
        const { pairs, of } = step.value;
        const say = simulationText[language];
        output.tell(level === 'full' ? say.fullProgress(pairs, of) : say.progress(pairs, of));
      }
      step = run.next();
    }
    if (!step.value.ok) {
      for (const error of step.value.error) output.tell(serviceErrorText(error, language));
      return 1;
    }
    const elapsedMs = Number((process.hrtime.bigint() - started) / 1_000_000n);
    const forecast = step.value.value;
    output.out(
      values.json === true
        ? `${JSON.stringify(simulationReport(map, forecast, elapsedMs, language), null, 2)}\n`
        : asLines(map, forecast, language),
    );
    return 0;
  },
};

interface Choices {
  readonly seed: number;
  readonly level: 'standard' | 'full';
  /** Pairs of days, of the standard level. */
  readonly replications: number | 'auto';
  /** Of the full level; each is simulated. */
  readonly draws: number;
}

function readNumbers(
  given: {
    readonly seed?: string | undefined;
    readonly level?: string | undefined;
    readonly replications?: string | undefined;
    readonly draws?: string | undefined;
  },
  language: Language,
): Result<Choices, string> {
  const say = simulationText[language];
  const seed = Number(given.seed ?? 1);
  if (given.seed?.trim() === '' || !Number.isSafeInteger(seed)) return err(say.wrongSeed(given.seed ?? ''));
  const { level = 'standard' } = given;
  if (level !== 'standard' && level !== 'full') return err(say.wrongLevel(level));
  const misplaced = level === 'full' ? given.replications : given.draws;
  if (misplaced !== undefined) return err(say.otherLevel(level));
  const draws = Number(given.draws ?? usualFullDraws);
  if (!Number.isInteger(draws) || draws < 1 || draws > 10_000) return err(say.wrongDraws(given.draws ?? ''));
  if (given.replications === 'auto') return ok({ seed, level, replications: 'auto', draws });
  const replications = Number(given.replications ?? usualPairs);
  return Number.isInteger(replications) && replications >= 1 && replications <= 10_000
    ? ok({ seed, level, replications, draws })
    : err(say.wrongReplications(given.replications ?? ''));
}

/** The plan by its id or title; without one a plan that changes nothing. */
function planNamed(map: JourneyMap, asked: string | undefined, language: Language): Result<Plan, string> {
  if (asked === undefined) return ok(planSchema.parse({ id: 'plan_none', title: '' }));
  const plan = map.plans.find(({ id, title }) => id === asked || title === asked);
  if (plan !== undefined) return ok(plan);
  return err(
    simulationText[language].unknownPlan(
      asked,
      map.plans.map(({ id }) => id),
    ),
  );
}

/** The keys of docs/spec/cli.md. Waits are those under the plan; `baseline` beside them tells how it is. */
function simulationReport(map: JourneyMap, forecast: PlanForecast, elapsedMs: number, language: Language) {
  const run = forecast.simulation!;
  const waits = (figures: { readonly baseline: WaitFigures; readonly plan: WaitFigures }) => ({
    ...waitReport(figures.plan),
    baseline: waitReport(figures.baseline),
  });
  return {
    seed: forecast.seed,
    level: forecast.level,
    ...(forecast.level === 'full' && { draws: forecast.draws, variance: run.variance }),
    engineVersion: run.engineVersion,
    replications: run.replications,
    events: run.events,
    partial: run.partial,
    calibrated: forecast.calibrated,
    elapsedMs,
    index: forecast.index,
    dimensions: forecast.dimensions.map(({ id, title, baseline, plan, difference }) => ({
      id,
      title,
      baseline,
      plan,
      difference,
    })),
    steps: forecast.steps.map((step) => {
      const own = map.steps.find(({ id }) => id === step.stepId)!;
      const visits = stepVisits(map, forecast, step.stepId);
      return {
        id: step.stepId,
        title: own.title,
        visits: visits.plan,
        meanWaitSeconds: step.wait?.plan.meanSeconds ?? null,
        p90WaitSeconds: step.wait?.plan.p90Seconds ?? null,
        abandonment: step.wait?.plan.abandonedShare ?? null,
        baseline: {
          visits: visits.baseline,
          meanWaitSeconds: step.wait?.baseline.meanSeconds ?? null,
          p90WaitSeconds: step.wait?.baseline.p90Seconds ?? null,
          abandonment: step.wait?.baseline.abandonedShare ?? null,
        },
        score: {
          baseline: step.score.baseline?.value ?? null,
          plan: step.score.plan?.value ?? null,
        },
        emotions: step.emotions.map(({ personaId, asIs, value, low, high }) => ({
          personaId,
          asIs,
          forecast: value,
          low,
          high,
        })),
      };
    }),
    nodes: forecast.nodes.map((node) => ({ id: node.nodeId, ...waits(node) })),
    pools: forecast.pools.map(({ poolId, plan, baseline }) => ({
      id: poolId,
      utilisation: utilisation(map, poolId, plan),
      byHour: plan,
      baseline: { utilisation: utilisation(map, poolId, baseline), byHour: baseline },
    })),
    sojournSeconds: sojournReport(run.sojournSeconds.plan),
    calibration: run.calibration.map(({ poolId, factor, misfit }) => ({ poolId, factor, misfit })),
    warnings: forecast.warnings.map((warning) => forecastWarningText(warning, map, language)),
  };
}

const sojournReport = ({
  meanSeconds,
  p50Seconds,
  p90Seconds,
}: {
  readonly meanSeconds: number;
  readonly p50Seconds: number;
  readonly p90Seconds: number;
}) => ({
  mean: meanSeconds,
  p50: p50Seconds,
  p90: p90Seconds,
});

const waitReport = (figures: WaitFigures) => ({
  visits: figures.visitsPerDay,
  meanWaitSeconds: figures.meanSeconds,
  p90WaitSeconds: figures.p90Seconds,
  abandonment: figures.abandonedShare,
});

/** Visits of the step's own nodes; where it has none, of those whose wait it shows. */
function stepVisits(map: JourneyMap, forecast: PlanForecast, stepId: string) {
  const own = map.nodes.filter((node) => node.stepId === stepId);
  const nodes = own.length > 0 ? own : map.nodes.filter((node) => node.waitShownAt === stepId);
  const sum = (side: 'baseline' | 'plan') =>
    nodes.reduce(
      (total, node) =>
        total + (forecast.nodes.find(({ nodeId }) => nodeId === node.id)?.[side].visitsPerDay ?? 0),
      0,
    );
  return { baseline: sum('baseline'), plan: sum('plan') };
}

/** Over the day, each hour by its people. */
function utilisation(map: JourneyMap, poolId: string, byHour: readonly (number | null)[]): number | null {
  const agents = map.pools.find(({ id }) => id === poolId)?.agents ?? [];
  let used = 0;
  let all = 0;
  byHour.forEach((share, hour) => {
    if (share === null) return;
    used += share * agents[hour]!;
    all += agents[hour]!;
  });
  return all > 0 ? used / all : null;
}

function asLines(map: JourneyMap, forecast: PlanForecast, language: Language): string {
  const say = simulationText[language];
  const run = forecast.simulation!;
  const round = (value: number) => String(Math.round(value));
  const tenths = (value: number) => String(Math.round(value * 10) / 10);
  const score = ({ value, low, high }: Banded, shown: (value: number) => string) =>
    `${shown(value)} ${say.likely(shown(low), shown(high))}`;
  const lines = [
    forecast.level === 'full'
      ? say.fullRun(forecast.draws, run.events, forecast.seed)
      : say.run(run.replications, run.events, forecast.seed),
  ];
  if (run.partial) lines.push(say.partial);
  if (!forecast.calibrated) lines.push(say.notCalibrated);
  for (const pool of run.calibration) {
    const title = map.pools.find(({ id }) => id === pool.poolId)?.title ?? pool.poolId;
    lines.push(say.calibrated(title, pool.factor.toFixed(2), tenths(100 * pool.misfit)));
  }
  for (const warning of forecast.warnings) lines.push(forecastWarningText(warning, map, language));
  const { index } = forecast;
  if (index.plan !== null) lines.push('', `${say.index}  ${score(index.plan, round)}`);
  if (index.baseline !== null && index.difference !== null && forecast.effects.length > 0)
    lines.push(
      `  ${say.asIs} ${round(index.baseline.value)}; ${say.difference} ${score(index.difference, tenths)}${index.difference.resolved ? '' : `; ${say.notResolved}`}`,
    );
  if (run.variance !== undefined && forecast.effects.length > 0)
    lines.push(
      `  ${say.spread(tenths(Math.sqrt(run.variance.notKnown)), tenths(Math.sqrt(run.variance.ofOneDay)))}`,
    );
  for (const step of forecast.steps) {
    if (step.wait === undefined) continue;
    const title = map.steps.find(({ id }) => id === step.stepId)?.title ?? '';
    const { meanSeconds, p90Seconds, abandonedShare } = step.wait.plan;
    lines.push(
      '',
      title,
      `  ${say.wait(round(meanSeconds), round(p90Seconds), tenths(100 * abandonedShare))}`,
    );
    if (forecast.effects.length > 0) {
      const before = step.wait.baseline;
      lines.push(
        `  ${say.asIs}: ${say.wait(round(before.meanSeconds), round(before.p90Seconds), tenths(100 * before.abandonedShare))}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
