import type { JourneyMap } from '../map/journeyMap.ts';
import type { LeverId } from '../map/ids.ts';
import type { Comment } from '../protocol/talk.ts';
import type { Banded, Change, PlanForecast } from '../simulation/planForecast.ts';
import { documentWords, type DocumentWords } from '../text/documentWords.ts';
import { effectName } from '../text/effectNames.ts';
import { signedBand } from '../text/signed.ts';
import { commentBlocks } from './commentBlocks.ts';
import { forecastFigures } from './forecastFigures.ts';
import { placeTitle } from './mapSheets.ts';
import { measurementWords } from './measurementWords.ts';
import type { FlowBlock } from './textFlow.ts';

/** What stands behind a map, as running text: the forecast with its assumptions, the numbers, the evidence, the comments. */
export function appendixBlocks(
  map: JourneyMap,
  forecast: PlanForecast | undefined,
  withEvidence: boolean,
  comments: readonly Comment[] | undefined,
): readonly FlowBlock[] {
  return [
    ...(forecast === undefined ? [] : forecastBlocks(map, forecast)),
    ...(map.measurements.length === 0 ? [] : numberBlocks(map)),
    ...(withEvidence && map.evidence.length > 0 ? evidenceBlocks(map) : []),
    ...(comments === undefined ? [] : commentBlocks(map, comments)),
  ];
}

export function forecastBlocks(map: JourneyMap, forecast: PlanForecast): readonly FlowBlock[] {
  const words = documentWords[map.language];
  const title = map.plans.find((plan) => plan.id === forecast.planId)?.title ?? '';
  return [
    { type: 'heading', level: 2, text: `${words.forecast}: ${title}` },
    { type: 'paragraph', text: words.quick, colour: 'ink-secondary' },
    indexTable(forecast, words),
    ...forecastFigures(map, forecast, words, { withRadar: true, mostBars: 10 }),
    ...assumptionBlocks(map, forecast, words),
  ];
}

export function indexTable(forecast: PlanForecast, words: DocumentWords): FlowBlock {
  const row = (name: string, change: Change): readonly string[] => [
    name,
    shownBand(change.baseline),
    shownBand(change.plan),
    shownChange(change, words),
  ];
  return {
    type: 'table',
    head: [words.dimension, words.today, words.withPlan, words.change],
    widths: [0.34, 0.22, 0.22, 0.22],
    rows: [
      row(words.index, forecast.index),
      ...forecast.dimensions.map((dimension) => row(dimension.title, dimension)),
    ],
  };
}

function assumptionBlocks(
  map: JourneyMap,
  forecast: PlanForecast,
  words: DocumentWords,
): readonly FlowBlock[] {
  if (forecast.effects.length === 0) return [];
  const titleOf = (id: LeverId) => map.levers.find((lever) => lever.id === id)?.title ?? id;
  return [
    { type: 'heading', level: 3, text: words.assumptions },
    {
      type: 'table',
      head: [words.lever, words.effect, words.believed, words.grade],
      widths: [0.36, 0.24, 0.28, 0.12],
      rows: forecast.effects.map((effect) => [
        titleOf(effect.leverId),
        effectName(effect.on, map, map.language),
        [effect.believed.low, effect.believed.likely, effect.believed.high].map(shortNumber).join(' … '),
        effect.grade,
      ]),
    },
  ];
}

function numberBlocks(map: JourneyMap): readonly FlowBlock[] {
  const words = documentWords[map.language];
  const describe = measurementWords(map, map.language);
  return [
    { type: 'heading', level: 2, text: words.numbers },
    {
      type: 'table',
      head: [words.step, words.metric, words.value, 'n', words.source],
      widths: [0.2, 0.26, 0.12, 0.08, 0.34],
      rows: map.measurements.map((measurement) => {
        const shown = describe(measurement, undefined);
        const { source } = measurement;
        return [
          placeTitle(map, measurement),
          shown.title,
          `${shown.value} ${shown.unit}`.trim(),
          measurement.n === undefined ? '' : String(measurement.n),
          [words.sources[source.kind], source.reference, source.date ?? '']
            .filter((part) => part !== '')
            .join(', '),
        ];
      }),
    },
  ];
}

function evidenceBlocks(map: JourneyMap): readonly FlowBlock[] {
  const words = documentWords[map.language];
  return [
    { type: 'heading', level: 2, text: words.evidence },
    {
      type: 'table',
      head: [words.claim, words.quote, words.source, words.grade],
      widths: [0.32, 0.36, 0.22, 0.1],
      rows: map.evidence.map(({ claim, quote, source, date, link, grade }) => {
        const text = [source, date ?? '', link ?? ''].filter((part) => part !== '').join(', ');
        return [claim, quote, link === undefined || link === '' ? text : { text, link }, grade];
      }),
    },
  ];
}

/** No more digits than the band allows: whole points. */
export function shownBand(banded: Banded | null): string {
  return banded === null
    ? '–'
    : `${Math.round(banded.value)} (${Math.round(banded.low)} … ${Math.round(banded.high)})`;
}

export function shownChange(change: Change, words: DocumentWords): string {
  const { difference } = change;
  if (difference === null) return '–';
  const shown = signedBand(difference);
  return difference.resolved ? shown : `${shown}, ${words.unclear}`;
}

const shortNumber = (value: number): string => String(Number(value.toPrecision(2))).replace('-', '−');
