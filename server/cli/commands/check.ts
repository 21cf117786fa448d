import { readFile } from 'node:fs/promises';
import { checkInvariants } from '../../../model/map/invariants.ts';
import { mapFromJson } from '../../../model/map/mapJson.ts';
import type { Command } from '../command.ts';

/** `throughline check`: does this file hold a sound map? */
export const check: Command = {
  name: 'check',
  summary: 'Checks a map file: broken references and other violations, then advice.',
  usage: 'map.json [--json]',
  async run(args, output) {
    const path = args.find((arg) => !arg.startsWith('--'));
    if (path === undefined) {
      output.tell('Expected a map file: throughline check map.json');
      return 2;
    }
    const read = mapFromJson(await readFile(path, 'utf8'));
    if (!read.ok) {
      output.tell(JSON.stringify(read.error));
      return 1;
    }
    const violations = checkInvariants(read.value);
    output.out(`${JSON.stringify({ violations, advice: [] }, null, 2)}\n`);
    return violations.length === 0 ? 0 : 1;
  },
};
