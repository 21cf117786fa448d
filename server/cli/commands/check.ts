import { adviseOnMap } from '../../../model/map/adviseOnMap.ts';
import { checkInvariants } from '../../../model/map/invariants.ts';
import { adviceText } from '../../../model/text/adviceText.ts';
import { violationText } from '../../../model/text/violationText.ts';
import { cliText } from '../cliText.ts';
import type { Command } from '../command.ts';
import { readArguments } from '../readArguments.ts';
import { readAnyMapFile } from '../readMapFile.ts';

/** `throughline check`: does this file hold a sound map, and what would make it a better one? */
export const check: Command = {
  name: 'check',
  summary: {
    en: 'Checks a map: broken rules first, then advice.',
    'zh-Hans': '检查地图：先列出违反的规则，再给出建议。',
    'zh-Hant': '檢查地圖：先列出違反的規則，再給出建議。',
  },
  usage: 'map.json [--json]',
  async run(args, output) {
    const { language } = output;
    const asked = readArguments(check, args, { json: { type: 'boolean' } }, { least: 1, most: 1 }, output);
    if (!asked.ok) return asked.error;
    const read = await readAnyMapFile(asked.value.positionals[0]!, language);
    if (!read.ok) {
      output.tell(read.error);
      return 1;
    }
    const { map, notes } = read.value;
    const today = new Date().toISOString().slice(0, 10);
    const violations = checkInvariants(map).map((violation) => ({
      rule: violation.rule,
      path: violation.path,
      message: violationText(violation, language),
    }));
    const advice = adviseOnMap(map, today).map((each) => ({
      rule: each.rule,
      path: each.path,
      message: adviceText(each, language),
    }));
    if (asked.value.values.json === true) output.out(`${JSON.stringify({ violations, advice }, null, 2)}\n`);
    else {
      for (const note of notes) output.tell(note);
      for (const line of [...violations, ...advice])
        output.out(`[${line.rule}] ${line.path}: ${line.message}\n`);
      output.out(`${cliText[language].checked(violations.length, advice.length)}\n`);
    }
    return violations.length === 0 ? 0 : 1;
  },
};
