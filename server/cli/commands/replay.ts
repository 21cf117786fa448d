import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { assertNever } from '../../../model/assert.ts';
import { replayTrace, type ReplayError, type TraceCustomer } from '../../../model/simulation/replay.ts';
import type { Command } from '../command.ts';

/** `throughline replay`: a recorded day at another number of agents. */
export const replay: Command = {
  name: 'replay',
  summary: {
    en: 'Replays a recorded day, first come first served, with another number of agents.',
    'zh-Hans': '按先到先服务重放记录下来的一天，可换成另一人数。',
    'zh-Hant': '依先到先服務重播記錄下來的一天，可換成另一人數。',
  },
  usage: 'trace.csv --agents N [--waits] [--json]',
  async run(args, output) {
    let options;
    try {
      options = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { agents: { type: 'string' }, waits: { type: 'boolean' }, json: { type: 'boolean' } },
      });
    } catch (error) {
      output.tell(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
      return 2;
    }
    const { values, positionals } = options;
    const [path] = positionals;
    if (path === undefined || positionals.length > 1 || values.agents === undefined) {
      output.tell(`Expected one trace file and --agents.\n${usage}`);
      return 2;
    }
    let source;
    try {
      source = await readFile(path, 'utf8');
    } catch {
      output.tell(`${path}: this file cannot be read; check its name.`);
      return 1;
    }
    const trace = readTrace(source);
    if (typeof trace === 'string') {
      output.tell(`${path}: ${trace}`);
      return 1;
    }
    const replayed = replayTrace(trace, Number(values.agents));
    if (!replayed.ok) {
      output.tell(`${path}: ${sentence(replayed.error)}`);
      return 1;
    }
    const { waits, ...figures } = replayed.value;
    const shown = values.waits ? { ...figures, waits } : figures;
    output.out(
      values.json
        ? `${JSON.stringify(shown, null, 2)}\n`
        : `${Object.entries(shown)
            .map(([key, value]) => `${key.padEnd(22)}${String(value)}`)
            .join('\n')}\n`,
    );
    return 0;
  },
};

const usage = `Usage: throughline replay ${replay.usage}`;

const needed = ['arrivalSeconds', 'serviceSeconds'] as const;

/** The rows of the file, or what is wrong with them. */
function readTrace(source: string): readonly TraceCustomer[] | string {
  const { data, meta } = Papa.parse<Record<string, string | undefined>>(source.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
  });
  const columns = meta.fields ?? [];
  for (const name of needed)
    if (!columns.includes(name))
      return `expected a column "${name}", found ${columns.join(', ') || 'no columns'}; name the columns in the first line.`;
  const trace: TraceCustomer[] = [];
  for (const [i, row] of data.entries()) {
    const numbers: Record<string, number | undefined> = {};
    for (const name of [...needed, 'waitSeconds']) {
      const text = row[name]?.trim() ?? '';
      if (text === '' && name === 'waitSeconds') continue;
      const number = Number(text);
      if (text === '' || !Number.isFinite(number))
        return `line ${i + 2}: expected a number for ${name}, found "${text}".`;
      numbers[name] = number;
    }
    trace.push(numbers as unknown as TraceCustomer);
  }
  return trace;
}

function sentence(error: ReplayError): string {
  switch (error.type) {
    case 'EmptyTrace':
      return 'there are no customers in the file; add one line for each.';
    case 'NoAgents':
      return `expected a whole number of agents, 1 or more, found ${error.found}.`;
    case 'WrongCustomer':
      return `customer ${error.row}: ${error.field} cannot be ${error.found}.`;
    default:
      return assertNever(error);
  }
}
