import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import type { Language } from '../../../model/map/language.ts';
import type { QualityModel } from '../../../model/map/qualityModel.ts';
import { measuredInputs } from '../../../model/quality/measuredInputs.ts';
import { qualityModelFromTemplate } from '../../../model/quality/qualityModelTemplate.ts';
import { scoreReport, type ScoreReport } from '../../../model/quality/scoreReport.ts';
import { scoreWithBands } from '../../../model/quality/scoreWithBands.ts';
import { err, ok, type Result } from '../../../model/result.ts';
import { sourceKindNames } from '../../../model/text/mapNames.ts';
import { missingReasons, qualityText, stepWeightsNames } from '../../../model/text/qualityText.ts';
import { qualityModelTemplates } from '../../../templates/qualityModels/qualityModelTemplates.ts';
import type { Command } from '../command.ts';
import { readArguments } from '../readArguments.ts';
import { readMapFile } from '../readMapFile.ts';

/** `throughline score`: index, dimensions and indicators of a map from its measurements. */
export const score: Command = {
  name: 'score',
  summary: {
    en: 'Scores a map by a quality model: index, dimensions, indicators, with intervals and coverage.',
    'zh-Hans': '按质量模型为地图评分：指数、维度、评价项，附区间和覆盖率。',
    'zh-Hant': '依品質模型為地圖評分：指數、構面、評估項目，附區間和涵蓋率。',
  },
  usage: 'map.json [--model ID] [--json]',
  async run(args, output) {
    const { language } = output;
    const options = { model: { type: 'string' }, json: { type: 'boolean' } } as const;
    const asked = readArguments(score, args, options, { least: 1, most: 1 }, output);
    if (!asked.ok) return asked.error;
    const { positionals, values } = asked.value;
    const read = await readMapFile(positionals[0]!, language);
    if (!read.ok) {
      output.tell(read.error);
      return 1;
    }
    const { map, notes } = read.value;
    for (const note of notes) output.tell(note);
    const model = modelFor(map, values.model, language);
    if (!model.ok) {
      output.tell(model.error);
      return 1;
    }
    if (values.model === undefined && map.qualityModels.length === 0)
      output.tell(qualityText[language].noModel);
    const report = scoreReport(map, scoreWithBands(map, model.value, measuredInputs(map)));
    output.out(
      values.json === true ? `${JSON.stringify(report, null, 2)}\n` : asLines(report, model.value, language),
    );
    return 0;
  },
};

/** The asked model by its id in the map, its origin, or its id in the library; else the map's first, else the library's. */
function modelFor(
  map: JourneyMap,
  asked: string | undefined,
  language: Language,
): Result<QualityModel, string> {
  const own =
    asked === undefined
      ? map.qualityModels[0]
      : map.qualityModels.find(({ id, origin }) => id === asked || origin?.id === asked);
  if (own !== undefined) return ok(own);
  const template =
    asked === undefined ? qualityModelTemplates[0] : qualityModelTemplates.find(({ id }) => id === asked);
  if (template !== undefined) return ok(qualityModelFromTemplate(template, map.language));
  const known = [...map.qualityModels.map(({ id }) => id), ...qualityModelTemplates.map(({ id }) => id)];
  return err(qualityText[language].unknownModel(asked ?? '', known));
}

function asLines(report: ScoreReport, model: QualityModel, language: Language): string {
  const say = qualityText[language];
  const percent = (share: number): number => Math.round(100 * share);
  const figures = ({ value, low, high }: Pick<ScoreReport['index'], 'value' | 'low' | 'high'>): string =>
    value === null
      ? say.insufficient
      : `${Math.round(value)}  ${low === null || high === null ? '' : say.likely(Math.round(low), Math.round(high))}`;
  const lines = [
    model.title,
    `${say.index}  ${figures(report.index)}  ${say.coverage(percent(report.index.coverage))}`,
    stepWeightsNames[report.stepWeights][language],
  ];
  for (const dimension of report.dimensions) {
    lines.push(
      '',
      `${dimension.title} (${percent(dimension.weight)} %)  ${figures(dimension)}  ${say.coverage(percent(dimension.coverage))}`,
    );
    for (const indicator of dimension.indicators) {
      const { missing, source } = indicator;
      const why = missing === null ? '' : missingReasons[missing][language];
      const from = source === null ? '' : `(${sourceKindNames[source][language]})`;
      lines.push(
        `  ${indicator.title}  ${indicator.value === null ? `– ${why}` : `${figures(indicator)}  ${from}`}`,
      );
    }
  }
  const scored = report.steps.filter(({ value }) => value !== null);
  if (scored.length > 0) lines.push('', say.steps);
  for (const step of scored)
    lines.push(`  ${step.title}  ${figures(step)}  ${say.coverage(percent(step.coverage))}`);
  return `${lines.join('\n')}\n`;
}
