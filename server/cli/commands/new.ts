import { assert } from '../../../model/assert.ts';
import { languages } from '../../../model/map/language.ts';
import { mapFromTemplate } from '../../../model/map/mapFromTemplate.ts';
import { mapToJson } from '../../../model/map/mapJson.ts';
import { newId } from '../../../model/map/newId.ts';
import { journeyTemplates } from '../../../templates/journeys/journeyTemplates.ts';
import { cliText } from '../cliText.ts';
import type { Command } from '../command.ts';
import { writeWhole } from '../files.ts';
import { randomOfSystem } from '../randomOfSystem.ts';
import { readArguments } from '../readArguments.ts';

/** `throughline new`: a map of one's own from a template. */
export const newMap: Command = {
  name: 'new',
  summary: {
    en: 'Makes a map from a template.',
    'zh-Hans': '由模板新建地图。',
    'zh-Hant': '由範本建立地圖。',
  },
  usage: 'TEMPLATE [-o map.json] [--language en|zh-Hans|zh-Hant]',
  async run(args, output) {
    const say = cliText[output.language];
    const options = { output: { type: 'string', short: 'o' }, language: { type: 'string' } } as const;
    const asked = readArguments(newMap, args, options, { least: 1, most: 1 }, output);
    if (!asked.ok) return asked.error;
    const { values, positionals } = asked.value;
    const language = languages.find((each) => each === (values.language ?? output.language));
    if (language === undefined) {
      output.tell(say.badChoice('--language', languages, values.language ?? ''));
      return 2;
    }
    const id = positionals[0]!;
    const template = journeyTemplates.find((each) => each.id === id);
    if (template === undefined) {
      output.tell(
        say.unknownTemplate(
          id,
          journeyTemplates.map((each) => each.id),
        ),
      );
      return 1;
    }
    const map = mapFromTemplate(template.content, language, newId('map', randomOfSystem));
    assert(map.ok, `the template ${id} is a map`);
    const text = mapToJson(map.value);
    if (values.output === undefined) {
      output.out(text);
      return 0;
    }
    const written = await writeWhole(values.output, text, output.language);
    output.tell(written.ok ? say.wrote(values.output) : written.error);
    return written.ok ? 0 : 1;
  },
};
