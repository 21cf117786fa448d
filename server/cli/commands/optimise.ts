import { indexMap } from '../../../model/map/mapIndex.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import type { Language } from '../../../model/map/language.ts';
import {
  type LeverSet,
  type OptimisedPlan,
  optimisePlan,
  setKey,
  setsToSimulate,
  usualWeeks,
} from '../../../model/simulation/optimisePlan.ts';
import { bestFirst, resimulation, type SimulatedSet } from '../../../model/simulation/resimulate.ts';
import { serviceErrorText } from '../../../model/text/serviceTexts.ts';
import { optimiseText } from '../../../model/text/optimiseText.ts';
import type { Command } from '../command.ts';
import { readArguments } from '../readArguments.ts';
import { readMapFile } from '../readMapFile.ts';

/** `throughline optimise`: the best set of a map's levers for a budget. */
export const optimise: Command = {
  name: 'optimise',
  summary: {
    en: 'Finds the best set of levers for a budget (in minor units of the map\u2019s currency), with a certificate.',
    'zh-Hans': '在预算（地图货币的最小单位）内找出最佳举措组合，并给出证明。',
    'zh-Hant': '在預算（地圖貨幣的最小單位）內找出最佳措施組合，並提供證明。',
  },
  usage: 'map.json --budget N [--json]',
  async run(args, output) {
    const { language } = output;
    const options = { budget: { type: 'string' }, json: { type: 'boolean' } } as const;
    const asked = readArguments(optimise, args, options, { least: 1, most: 1 }, output);
    if (!asked.ok) return asked.error;
    const { positionals, values } = asked.value;
    const say = optimiseText[language];
    const budget = Number(values.budget ?? Number.NaN);
    if (values.budget?.trim() === '' || !Number.isSafeInteger(budget) || budget < 0) {
      output.tell(say.wrongBudget(values.budget ?? ''));
      return 2;
    }
    const read = await readMapFile(positionals[0]!, language);
    if (!read.ok) {
      output.tell(read.error);
      return 1;
    }
    const { map, notes } = read.value;
    for (const note of notes) output.tell(note);
    const missing =
      map.levers.length === 0 ? say.noLevers : map.qualityModels.length === 0 ? say.noModel : undefined;
    if (missing !== undefined) {
      output.tell(missing);
      return 1;
    }
    const started = process.hrtime.bigint();
    const found = optimisePlan(map, budget);
    const { levers, cost, value, certificate, best, frontier } = found;
    const elapsedMs = Number((process.hrtime.bigint() - started) / 1_000_000n);
    const engine = simulate(map, found, language, (sentence) => output.tell(sentence));
    const simulated = bestFirst(best.flatMap((set) => engine.get(setKey(set)) ?? []));
    const differenceOf = (set: LeverSet) => engine.get(setKey(set))?.difference ?? null;
    const percent = certificate.kind === 'optimal' ? 0 : certificate.percent;
    if (values.json === true) {
      const report = {
        budget,
        chosen: levers,
        cost,
        value,
        certificate: { kind: certificate.kind, percent },
        simulated: simulated.map((set) => ({
          levers: set.levers,
          cost: set.cost,
          value: set.value,
          difference: set.difference,
        })),
        frontier: frontier.map((point) => ({
          cost: point.cost,
          value: point.value,
          levers: point.levers,
          difference: differenceOf(point),
        })),
        elapsedMs,
      };
      output.out(`${JSON.stringify(report, null, 2)}\n`);
      return 0;
    }
    const titles = indexMap(map).leversById;
    const named = (ids: readonly string[]) =>
      ids.map((id) => titles.get(id as never)?.title ?? id).join(language === 'en' ? ', ' : '、');
    const tenths = (number: number) => String(Math.round(10 * number) / 10);
    const banded = (difference: SimulatedSet['difference']) =>
      difference === null
        ? '–'
        : say.band(tenths(difference.value), tenths(difference.low), tenths(difference.high));
    const lines = [
      levers.length === 0 ? say.nothing : say.chosen(named(levers), String(cost), tenths(value)),
      certificate.kind === 'optimal' ? say.optimal : say.within(tenths(percent)),
      simulated.length === 0 ? say.surrogate : say.simulated,
      ...simulated.map(
        ({ cost: price, difference, levers: set }) =>
          `  ${String(price).padStart(12)}  ${banded(difference)}  ${named(set)}`,
      ),
      say.frontier,
      ...frontier
        .slice(1)
        .map(
          (point) =>
            `  ${String(point.cost).padStart(12)}  +${tenths(point.value)}  ${banded(differenceOf(point))}  ${named(point.levers)}`,
        ),
    ];
    output.out(`${lines.join('\n')}\n`);
    return 0;
  },
};

/** The sets by the engine; none where the service cannot run, and why is told. */
function simulate(
  map: JourneyMap,
  found: OptimisedPlan,
  language: Language,
  tell: (sentence: string) => void,
): ReadonlyMap<string, SimulatedSet> {
  const sets = setsToSimulate(found);
  if (sets.length === 0) return new Map();
  const run = resimulation(map, sets, usualWeeks);
  for (;;) {
    const next = run.next();
    if (next.done !== true) continue;
    if (next.value.ok) return new Map(next.value.value.map((set) => [setKey(set), set]));
    for (const error of next.value.error) tell(serviceErrorText(error, language));
    return new Map();
  }
}
