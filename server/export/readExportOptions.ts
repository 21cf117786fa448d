import { forecastOnMap } from '../../model/drawing/forecastOnMap.ts';
import { measureWith } from '../../model/drawing/fontFaces.ts';
import type { DocumentOptions } from '../../model/drawing/mapDocument.ts';
import { paperOf } from '../../model/drawing/paper.ts';
import { themes, type Theme } from '../../model/drawing/themes.ts';
import type { ShownParts } from '../../model/layout/layoutOptions.ts';
import { createTextMeasure } from '../../model/layout/textMeasure.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { quickForecast } from '../../model/simulation/quickForecast.ts';
import type { ExportError } from '../../model/text/exportErrorText.ts';
import { fontFiles } from './fontFiles.ts';

/** The options of `convert` as they were typed. */
export type TypedOptions = Readonly<Record<string, string | boolean | undefined>>;

export interface ExportOptions {
  readonly document: DocumentOptions;
  readonly theme: Theme;
}

/** Reads the options against the map; the first that does not fit is the error. */
export function readExportOptions(map: JourneyMap, typed: TypedOptions): Result<ExportOptions, ExportError> {
  const text = (name: string): string | undefined => {
    const value = typed[name];
    return typeof value === 'string' ? value : undefined;
  };
  const paper = optional(text('paper'), paperOf);
  if (!paper.ok) return paper;
  const marginMm = optional(text('margin'), (value) => lengthOf('--margin', value, 100));
  if (!marginMm.ok) return marginMm;
  const laneIds = optional(text('lanes'), (value) => idsOf('--lanes', value, map.lanes));
  if (!laneIds.ok) return laneIds;
  const stageIds = optional(text('stages'), (value) => idsOf('--stages', value, map.stages));
  if (!stageIds.ok) return stageIds;
  const personaIds = optional(text('personas'), (value) => idsOf('--personas', value, map.personas));
  if (!personaIds.ok) return personaIds;
  const theme = optional(text('theme'), themeOf);
  if (!theme.ok) return theme;
  const plan = optional(text('plan'), (value) => planOf(map, value));
  if (!plan.ok) return plan;

  const show: ShownParts = {
    ...(laneIds.value === undefined ? {} : { laneIds: laneIds.value }),
    ...(stageIds.value === undefined ? {} : { stageIds: stageIds.value }),
    ...(personaIds.value === undefined ? {} : { personaIds: personaIds.value }),
  };
  return ok({
    theme: theme.value ?? themes.print,
    document: {
      measure: createTextMeasure(measureWith(fontFiles(), map.language)),
      show,
      ...(paper.value === undefined ? {} : { paper: paper.value }),
      ...(marginMm.value === undefined ? {} : { marginMm: marginMm.value }),
      ...(plan.value === undefined ? {} : { plan: plan.value }),
    },
  });
}

function optional<T>(
  value: string | undefined,
  read: (value: string) => Result<T, ExportError>,
): Result<T | undefined, ExportError> {
  return value === undefined ? ok(undefined) : read(value);
}

function lengthOf(option: string, value: string, most: number): Result<number, ExportError> {
  const mm = Number(/^(\d+(?:\.\d+)?)\s*(?:mm)?$/.exec(value.trim())?.[1]);
  return mm >= 0 && mm <= most ? ok(mm) : err({ type: 'BadLength', option, found: value, most });
}

/** Ids separated by commas; each must be one of the map's. */
function idsOf<Id extends string>(
  option: string,
  value: string,
  records: readonly { readonly id: Id }[],
): Result<ReadonlySet<Id>, ExportError> {
  const chosen = new Set<Id>();
  for (const asked of value.split(',').map((each) => each.trim())) {
    const record = records.find((each) => each.id === asked);
    if (record === undefined)
      return err({ type: 'UnknownId', option, found: asked, known: records.map((each) => each.id) });
    chosen.add(record.id);
  }
  return ok(chosen);
}

function themeOf(value: string): Result<Theme, ExportError> {
  if (value === 'colour') return ok(themes.print);
  if (value === 'grey') return ok(themes.grey);
  return err({ type: 'UnknownChoice', option: '--theme', found: value, known: ['colour', 'grey'] });
}

function planOf(map: JourneyMap, value: string): Result<DocumentOptions['plan'], ExportError> {
  const plan = map.plans.find((each) => each.id === value);
  if (plan === undefined)
    return err({
      type: 'UnknownId',
      option: '--plan',
      found: value,
      known: map.plans.map((each) => each.id),
    });
  return ok({ title: plan.title, forecast: forecastOnMap(quickForecast(map, plan)) });
}
