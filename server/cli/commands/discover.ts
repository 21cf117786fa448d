import type { DiscoveredJourney } from '../../../model/formats/discoverJourney.ts';
import { discoverJourney } from '../../../model/formats/discoverJourney.ts';
import { mapFromLog } from '../../../model/formats/mapFromLog.ts';
import { mapToJson } from '../../../model/map/mapJson.ts';
import { cliText } from '../cliText.ts';
import type { Command } from '../command.ts';
import { readEventLog } from '../eventLogFile.ts';
import { writeWhole } from '../files.ts';
import { randomOfSystem } from '../randomOfSystem.ts';
import { readArguments } from '../readArguments.ts';

/** `throughline discover`: the journey that a process log shows, as figures and as a map. */
export const discover: Command = {
  name: 'discover',
  summary: {
    en: 'Finds the journey in an event log: activities, waits, rework, common paths.',
    'zh-Hans': '从事件日志中找出旅程：活动、等待、返工、常见路径。',
    'zh-Hant': '從事件紀錄中找出旅程：活動、等候、重工、常見路徑。',
  },
  usage:
    'LOG.xes|.xes.gz|.csv [-o map.json] [--json] [--case COL --activity COL --time COL --start COL --resource COL]',
  async run(args, output) {
    const text = { type: 'string' } as const;
    const options = {
      output: { type: 'string', short: 'o' },
      json: { type: 'boolean' },
      case: text,
      activity: text,
      time: text,
      start: text,
      resource: text,
    } as const;
    const asked = readArguments(discover, args, options, { least: 1, most: 1 }, output);
    if (!asked.ok) return asked.error;
    const { values, positionals } = asked.value;
    const { language } = output;
    const log = await readEventLog(positionals[0]!, values, language);
    if (!log.ok) {
      output.tell(log.error);
      return 1;
    }
    const journey = discoverJourney(log.value);
    if (values.output !== undefined) {
      const map = mapFromLog(journey, log.value.name, { language, random: randomOfSystem });
      const written = await writeWhole(values.output, mapToJson(map), language);
      output.tell(written.ok ? cliText[language].wrote(values.output) : written.error);
      if (!written.ok) return 1;
    }
    if (values.json === true) output.out(`${JSON.stringify(asJson(journey), null, 2)}\n`);
    else if (values.output === undefined) output.out(asLines(journey, language));
    return 0;
  },
};

/** The keys that the contract names, in its order. */
const asJson = ({ cases, events, variants, activities, topVariants, caseSeconds }: DiscoveredJourney) => ({
  cases,
  events,
  variants,
  activities,
  topVariants,
  caseSeconds,
});

function asLines(journey: DiscoveredJourney, language: keyof typeof cliText): string {
  const say = cliText[language];
  const hours = (seconds: number | null): string =>
    seconds === null ? '–' : `${(seconds / 3_600).toFixed(1)} h`;
  const lines = [say.discovered(journey.cases, journey.events, journey.variants), ''];
  for (const each of journey.activities)
    lines.push(
      `${each.name}\n    ${say.activity(each.events, each.cases, hours(each.medianSecondsToNext), hours(each.p90SecondsToNext), Math.round(each.reworkRate * 100))}`,
    );
  lines.push('', say.paths());
  for (const { count, path } of journey.topVariants) lines.push(`  ${count}  ${path.join(' → ')}`);
  return `${lines.join('\n')}\n`;
}
