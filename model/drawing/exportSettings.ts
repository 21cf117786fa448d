import type { ShownParts } from '../layout/layoutOptions.ts';
import type { TextMeasure } from '../layout/textMeasure.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Language } from '../map/language.ts';
import type { Comment } from '../protocol/talk.ts';
import { err, ok, type Result } from '../result.ts';
import { quickForecast } from '../simulation/quickForecast.ts';
import type { ExportError } from '../text/exportErrorText.ts';
import type { DocumentLayout, DocumentOptions } from './mapDocument.ts';
import { paperOf } from './paper.ts';
import { themes, type Theme } from './themes.ts';

/** What the export dialog and `convert` ask for: plain data that can be remembered and sent to a Worker. */
export interface ExportSettings {
  /** `page` when left out. */
  readonly layout?: DocumentLayout;
  /** `A4`..`A0` or `600x400mm`; left out: the sheet that suits the map. */
  readonly paper?: string;
  /** 0..100; 10 when left out. */
  readonly marginMm?: number;
  /** How far the sheets of a poster repeat each other, 0..50; 10 when left out. */
  readonly overlapMm?: number;
  /** Left out: all of them. */
  readonly laneIds?: readonly string[];
  readonly stageIds?: readonly string[];
  readonly personaIds?: readonly string[];
  /** The journey view leaves out backstage and support. */
  readonly view?: 'journey' | 'blueprint';
  /** The plan whose forecast is drawn over the map. */
  readonly planId?: string;
  /** Of headings, legend and names of the catalogue; the map's own when left out. */
  readonly language?: Language;
  /** `grey` prints well without colour. */
  readonly theme?: 'colour' | 'grey';
  /** Adds the evidence as an appendix of the booklet. */
  readonly evidence?: boolean;
  /** Adds these comments as an appendix of the booklet. */
  readonly comments?: readonly Comment[];
}

const mostMarginMm = 100;
const mostOverlapMm = 50;

const isLength = (mm: number | undefined, most: number): boolean =>
  mm === undefined || (mm >= 0 && mm <= most);

export const themeOf = (settings: ExportSettings): Theme =>
  settings.theme === 'grey' ? themes.grey : themes.print;

/** The map as it is drawn: its own texts stay, the words around them are of the language that was asked for. */
export const mapInLanguage = (map: JourneyMap, { language = map.language }: ExportSettings): JourneyMap =>
  language === map.language ? map : { ...map, language };

/** The settings held against a map; the first that does not fit is the error. */
export function documentOptionsOf(
  map: JourneyMap,
  settings: ExportSettings,
  measure: TextMeasure,
): Result<DocumentOptions, ExportError> {
  const paper = settings.paper === undefined ? undefined : paperOf(settings.paper);
  if (paper?.ok === false) return paper;
  const { marginMm, overlapMm } = settings;
  if (!isLength(marginMm, mostMarginMm))
    return err({ type: 'BadLength', option: '--margin', found: String(marginMm), most: mostMarginMm });
  if (!isLength(overlapMm, mostOverlapMm))
    return err({ type: 'BadLength', option: '--overlap', found: String(overlapMm), most: mostOverlapMm });
  const lanes = chosen('--lanes', settings.laneIds, map.lanes);
  if (!lanes.ok) return lanes;
  const stages = chosen('--stages', settings.stageIds, map.stages);
  if (!stages.ok) return stages;
  const personas = chosen('--personas', settings.personaIds, map.personas);
  if (!personas.ok) return personas;
  const plan = planOf(map, settings.planId);
  if (!plan.ok) return plan;
  const show: ShownParts = {
    ...(settings.view === undefined ? {} : { view: settings.view }),
    ...(lanes.value === undefined ? {} : { laneIds: lanes.value }),
    ...(stages.value === undefined ? {} : { stageIds: stages.value }),
    ...(personas.value === undefined ? {} : { personaIds: personas.value }),
  };
  return ok({
    measure,
    show,
    layout: settings.layout ?? 'page',
    withEvidence: settings.evidence === true,
    ...(settings.comments === undefined ? {} : { comments: settings.comments }),
    ...(paper === undefined ? {} : { paper: paper.value }),
    ...(marginMm === undefined ? {} : { marginMm }),
    ...(overlapMm === undefined ? {} : { overlapMm }),
    ...(plan.value === undefined ? {} : { plan: plan.value }),
  });
}

/** The ids that were asked for; each must be one of the map's. */
function chosen<Id extends string>(
  option: string,
  asked: readonly string[] | undefined,
  records: readonly { readonly id: Id }[],
): Result<ReadonlySet<Id> | undefined, ExportError> {
  if (asked === undefined) return ok(undefined);
  const ids = new Set<Id>();
  for (const id of asked) {
    const record = records.find((each) => each.id === id);
    if (record === undefined)
      return err({ type: 'UnknownId', option, found: id, known: records.map((each) => each.id) });
    ids.add(record.id);
  }
  return ok(ids);
}

function planOf(map: JourneyMap, planId: string | undefined): Result<DocumentOptions['plan'], ExportError> {
  if (planId === undefined) return ok(undefined);
  const plan = map.plans.find((each) => each.id === planId);
  return plan === undefined
    ? err({ type: 'UnknownId', option: '--plan', found: planId, known: map.plans.map((each) => each.id) })
    : ok({ plan, forecast: quickForecast(map, plan) });
}
