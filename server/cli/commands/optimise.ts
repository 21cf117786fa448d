import { indexMap } from '../../../model/map/mapIndex.ts';
import { optimisePlan } from '../../../model/simulation/optimisePlan.ts';
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
    const { levers, cost, value, certificate, frontier } = optimisePlan(map, budget);
    const elapsedMs = Number((process.hrtime.bigint() - started) / 1_000_000n);
    const percent = certificate.kind === 'optimal' ? 0 : certificate.percent;
    if (values.json === true) {
      const report = {
        budget,
        chosen: levers,
        cost,
        value,
        certificate: { kind: certificate.kind, percent },
        frontier: frontier.map((point) => ({ cost: point.cost, value: point.value, levers: point.levers })),
        elapsedMs,
      };
      output.out(`${JSON.stringify(report, null, 2)}\n`);
      return 0;
    }
    const titles = indexMap(map).leversById;
    const named = (ids: readonly string[]) =>
      ids.map((id) => titles.get(id as never)?.title ?? id).join(language === 'en' ? ', ' : '、');
    const tenths = (number: number) => String(Math.round(10 * number) / 10);
    const lines = [
      levers.length === 0 ? say.nothing : say.chosen(named(levers), String(cost), tenths(value)),
      certificate.kind === 'optimal' ? say.optimal : say.within(tenths(percent)),
      say.surrogate,
      ...frontier
        .slice(1)
        .map(
          (point) => `  ${String(point.cost).padStart(12)}  +${tenths(point.value)}  ${named(point.levers)}`,
        ),
    ];
    output.out(`${lines.join('\n')}\n`);
    return 0;
  },
};
