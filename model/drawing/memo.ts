import type { TextMeasure } from '../layout/textMeasure.ts';
import { chosenLevers, firstYearCost } from '../map/chosenLevers.ts';
import { moneyText } from '../map/currency.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Plan } from '../map/plan.ts';
import type { PlanForecast } from '../simulation/planForecast.ts';
import { documentWords, type DocumentWords } from '../text/documentWords.ts';
import { indexTable, shownChange } from './appendix.ts';
import { documentDate } from './documentDate.ts';
import { group } from './drawing.ts';
import { forecastFigures } from './forecastFigures.ts';
import type { PagedDrawing } from './pagedDrawing.ts';
import { paperSizes, pointsOfMm, type PaperSize } from './paper.ts';
import { flowPages, type FlowBlock } from './textFlow.ts';

export interface MemoOptions {
  readonly measure: TextMeasure;
  /** A4 upright when left out. */
  readonly paper?: PaperSize;
  readonly marginMm?: number;
  readonly plan?: { readonly plan: Plan; readonly forecast: PlanForecast };
}

/** The pains and claims that a memo names: it has two pages. */
const mostPains = 4;
const mostClaims = 3;

/**
 * What those who decide need on two pages: the problem, what is known, the plan and its cost, the forecast with its
 * band, a recommendation that says so when the band holds no change, and what is not known.
 */
export function memo(map: JourneyMap, options: MemoOptions): PagedDrawing {
  const paper = options.paper ?? paperSizes.A4;
  const margin = pointsOfMm(options.marginMm ?? 16);
  const page = { width: pointsOfMm(paper.widthMm), height: pointsOfMm(paper.heightMm) };
  const frame = {
    width: Math.max(100, page.width - 2 * margin),
    height: Math.max(60, page.height - 2 * margin),
  };
  return {
    title: map.title,
    language: map.language,
    date: documentDate(map),
    pages: flowPages(memoBlocks(map, options.plan), frame, options.measure).map((marks) => ({
      ...page,
      marks: [group(marks, { at: { x: margin, y: margin } })],
    })),
  };
}

function memoBlocks(map: JourneyMap, plan: MemoOptions['plan']): readonly FlowBlock[] {
  const words = documentWords[map.language];
  return [
    { type: 'heading', level: 1, text: map.title === '' ? 'Throughline' : map.title },
    ...problem(map, words),
    ...known(map, words),
    ...(plan === undefined ? [] : [...choice(map, plan.plan, words), ...outcome(map, plan, words)]),
    ...unknown(map, plan?.forecast, words),
  ];
}

function problem(map: JourneyMap, words: DocumentWords): readonly FlowBlock[] {
  const pains = map.cards
    .filter((card) => card.painPoint !== undefined)
    .toSorted((a, b) => (b.painPoint?.severity ?? 0) - (a.painPoint?.severity ?? 0))
    .slice(0, mostPains);
  const stepOf = (stepId: string | undefined) => map.steps.find((step) => step.id === stepId)?.title ?? '';
  return [
    { type: 'heading', level: 2, text: words.problem },
    ...[map.scope.scenario, map.scope.goal, map.description]
      .filter((text) => text.trim() !== '')
      .map((text): FlowBlock => ({ type: 'paragraph', text })),
    pains.length === 0
      ? { type: 'paragraph', text: words.noPains, colour: 'ink-secondary' }
      : {
          type: 'table',
          head: [words.pains, words.step, words.severityShort],
          widths: [0.6, 0.28, 0.12],
          rows: pains.map((card) => [card.text, stepOf(card.stepId), `${card.painPoint?.severity ?? ''}/5`]),
        },
  ];
}

function known(map: JourneyMap, words: DocumentWords): readonly FlowBlock[] {
  const estimates = map.measurements.filter((each) => each.source.kind === 'estimate').length;
  const claims = map.evidence.slice(0, mostClaims);
  return [
    { type: 'heading', level: 2, text: words.evidence },
    { type: 'paragraph', text: words.estimates(estimates, map.measurements.length) },
    ...(claims.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            head: [words.claim, words.source, words.grade],
            widths: [0.58, 0.32, 0.1],
            rows: claims.map((each) => [each.claim, each.source, each.grade]),
          },
        ]),
  ];
}

function choice(map: JourneyMap, plan: Plan, words: DocumentWords): readonly FlowBlock[] {
  const chosen = chosenLevers(map, plan);
  const money = (minor: number): string => moneyText(minor, map.currency);
  return [
    { type: 'heading', level: 2, text: `${words.options}: ${plan.title}` },
    {
      type: 'table',
      head: [words.lever, words.once, words.perMonth],
      widths: [0.56, 0.22, 0.22],
      rows: chosen.map(({ lever, cost }) => [lever.title, money(cost.once), money(cost.perMonth)]),
    },
    { type: 'paragraph', text: `${words.cost}, ${words.firstYear}: ${money(firstYearCost(map, plan))}` },
  ];
}

function outcome(
  map: JourneyMap,
  { plan, forecast }: NonNullable<MemoOptions['plan']>,
  words: DocumentWords,
): readonly FlowBlock[] {
  const { difference } = forecast.index;
  const text =
    difference === null
      ? words.noNumbers
      : difference.resolved && difference.value > 0
        ? words.worth(plan.title, shownChange(forecast.index, words))
        : words.notWorth(plan.title);
  return [
    { type: 'heading', level: 2, text: words.forecast },
    indexTable(forecast, words),
    ...worth(map, forecast, words),
    ...forecastFigures(map, forecast, words, { withRadar: false, mostBars: 3 }),
    { type: 'heading', level: 2, text: words.recommendation },
    { type: 'paragraph', text },
  ];
}

/** In money, where the map says what the business earns. */
function worth(map: JourneyMap, { money }: PlanForecast, words: DocumentWords): readonly FlowBlock[] {
  if (money?.ok !== true) return [];
  const { netPresentValue, chanceOfReturn } = money.value;
  const sum = (minor: number) => moneyText(minor, map.currency);
  const band = `${sum(netPresentValue.low)} … ${sum(netPresentValue.high)}`;
  const chance = `${Math.round(chanceOfReturn * 100)} %`;
  return [{ type: 'paragraph', text: words.netPresentValue(sum(netPresentValue.value), band, chance) }];
}

function unknown(
  map: JourneyMap,
  forecast: PlanForecast | undefined,
  words: DocumentWords,
): readonly FlowBlock[] {
  const weak = forecast?.effects.filter((effect) => effect.grade === 'D' || effect.grade === 'E') ?? [];
  const titles = new Set(
    weak.map((effect) => map.levers.find((lever) => lever.id === effect.leverId)?.title ?? effect.leverId),
  );
  const open = forecast?.dimensions.filter((dimension) => dimension.difference?.resolved !== true) ?? [];
  return [
    { type: 'heading', level: 2, text: words.unknown },
    ...(forecast === undefined ? [] : [{ type: 'paragraph' as const, text: words.quick }]),
    ...(titles.size === 0 ? [] : [{ type: 'paragraph' as const, text: words.weak([...titles]) }]),
    ...(open.length === 0
      ? []
      : [{ type: 'paragraph' as const, text: words.open(open.map((dimension) => dimension.title)) }]),
    ...(map.measurements.length === 0 ? [{ type: 'paragraph' as const, text: words.noNumbers }] : []),
  ];
}
