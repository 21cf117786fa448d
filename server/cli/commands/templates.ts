import type { LocalizedText } from '../../../model/map/language.ts';
import { journeyTemplates } from '../../../templates/journeys/journeyTemplates.ts';
import { leverTemplates } from '../../../templates/levers/leverTemplates.ts';
import { qualityModelTemplates } from '../../../templates/qualityModels/qualityModelTemplates.ts';
import type { Command } from '../command.ts';
import { readArguments } from '../readArguments.ts';

interface ListedTemplate {
  readonly id: string;
  readonly kind: 'journey' | 'blueprint' | 'qualityModel' | 'levers' | 'workshop';
  readonly title: LocalizedText;
}

const listed: readonly ListedTemplate[] = [
  ...journeyTemplates.map(({ id, kind, title }) => ({ id, kind, title })),
  ...leverTemplates.map(({ id, title }) => ({ id, kind: 'levers' as const, title })),
  ...qualityModelTemplates.map(({ id, title }) => ({ id, kind: 'qualityModel' as const, title })),
];

/** `throughline templates`: what there is to start from. */
export const templates: Command = {
  name: 'templates',
  summary: {
    en: 'Lists the templates.',
    'zh-Hans': '列出模板。',
    'zh-Hant': '列出範本。',
  },
  usage: '[--json]',
  run(args, output) {
    const asked = readArguments(
      templates,
      args,
      { json: { type: 'boolean' } },
      { least: 0, most: 0 },
      output,
    );
    if (!asked.ok) return Promise.resolve(asked.error);
    if (asked.value.values.json === true) output.out(`${JSON.stringify({ templates: listed }, null, 2)}\n`);
    else
      for (const { id, kind, title } of listed)
        output.out(`${id.padEnd(28)}${kind.padEnd(14)}${title[output.language]}\n`);
    return Promise.resolve(0);
  },
};
