import type { Card } from '../map/card.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { indexMap, type MapIndex } from '../map/mapIndex.ts';
import { catalogueMetric } from '../quality/metricCatalogue.ts';
import { sourceKindNames } from '../text/mapNames.ts';
import { reportTexts } from '../text/reportTexts.ts';

/** A map written out in Markdown, in its own language: scope, every step with its lanes, the numbers, the plans. */
export function mapToMarkdown(map: JourneyMap): string {
  const index = indexMap(map);
  return `${[
    `# ${plain(map.title)}`,
    paragraph(map.description),
    scope(map),
    personas(map),
    ...map.stages.map((stage) =>
      [
        `## ${plain(stage.title)}`,
        ...map.steps.filter((step) => step.stageId === stage.id).map((step) => stepSection(map, index, step)),
      ].join('\n\n'),
    ),
    tray(map),
    numbers(map, index),
    plans(map, index),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

/** Text of people is text, not mark-up. */
const plain = (text: string): string =>
  text
    .trim()
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ');

const paragraph = (text: string): string =>
  text
    .split(/\n+/)
    .map(plain)
    .filter((line) => line !== '')
    .join('\n\n');

function scope(map: JourneyMap): string {
  const say = reportTexts[map.language];
  const { scenario, goal, startTrigger, endTrigger, ownerName } = map.scope;
  const lines = [
    [say.goal, goal],
    [say.start, startTrigger],
    [say.end, endTrigger],
    [say.owner, ownerName],
  ].flatMap(([label = '', text = '']) => (text.trim() === '' ? [] : [`- **${label}** ${plain(text)}`]));
  return [paragraph(scenario), lines.join('\n')].filter((part) => part !== '').join('\n\n');
}

function personas(map: JourneyMap): string {
  if (map.personas.length === 0) return '';
  const lines = map.personas.map((persona) =>
    [
      `- **${plain(persona.name)}**`,
      plain(persona.goals),
      persona.quote.trim() === '' ? '' : `> ${plain(persona.quote)}`,
    ]
      .filter((part) => part !== '')
      .join('\n  '),
  );
  return [`## ${reportTexts[map.language].personas}`, lines.join('\n')].join('\n\n');
}

function stepSection(map: JourneyMap, index: MapIndex, step: JourneyMap['steps'][number]): string {
  const number = map.steps.indexOf(step) + 1;
  const lines = map.lanes.flatMap((lane) => {
    const felt = map.emotions
      .filter((emotion) => emotion.laneId === lane.id && emotion.stepId === step.id)
      .map((emotion) => {
        const value = Math.round(emotion.value * 20) / 10;
        const quote = emotion.quote === undefined ? '' : ` “${plain(emotion.quote)}”`;
        return `${plain(index.personasById.get(emotion.personaId)?.name ?? '')} ${value > 0 ? '+' : ''}${value}${quote}`;
      });
    const said = index.cardsInCell(lane.id, step.id).flatMap((card) => cardText(map, card));
    const parts = [...felt, ...said];
    return parts.length === 0 ? [] : [`- **${plain(lane.title)}** ${parts.join(' · ')}`];
  });
  return [`### ${number}. ${plain(step.title)}`, lines.join('\n')].filter((part) => part !== '').join('\n\n');
}

function cardText(map: JourneyMap, card: Card): readonly string[] {
  if (card.text.trim() === '') return [];
  const say = reportTexts[map.language];
  const { painPoint, opportunity } = card;
  const notes = [
    ...(painPoint === undefined ? [] : [`${say.severity} ${painPoint.severity}/5`]),
    ...(opportunity === undefined
      ? []
      : [`${say.impact} ${opportunity.impact}/5`, `${say.effort} ${opportunity.effort}/5`]),
  ];
  return [`${plain(card.text)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`];
}

function tray(map: JourneyMap): string {
  const cards = map.cards.filter((card) => card.stepId === undefined && card.text.trim() !== '');
  if (cards.length === 0) return '';
  const lines = cards.map((card) => `- ${plain(card.text)}`);
  return [`## ${reportTexts[map.language].tray}`, lines.join('\n')].join('\n\n');
}

function numbers(map: JourneyMap, index: MapIndex): string {
  if (map.measurements.length === 0) return '';
  const say = reportTexts[map.language];
  const rows = map.measurements.map(({ metric, on, value, likely, low, high, unit, n, source }) => {
    const title =
      map.metrics.find((each) => each.id === metric)?.title ??
      catalogueMetric(metric)?.title[map.language] ??
      metric;
    const place =
      'stepId' in on
        ? (index.stepsById.get(on.stepId)?.title ?? '')
        : 'nodeId' in on
          ? (index.nodesById.get(on.nodeId)?.title ?? '')
          : 'poolId' in on
            ? (index.poolsById.get(on.poolId)?.title ?? '')
            : say.wholeMap;
    const range = low === undefined || high === undefined ? '' : ` (${low}–${high})`;
    const count = n === undefined ? '' : `, n = ${n}`;
    const reference = source.reference === '' ? '' : `: ${source.reference}`;
    return [
      title,
      place,
      `${value ?? likely ?? '–'}${unit === undefined ? '' : ` ${unit}`}${range}${count}`,
      `${sourceKindNames[source.kind][map.language]}${reference}`,
    ];
  });
  const table = [
    [say.metric, say.place, say.value, say.source],
    ['---', '---', '---', '---'],
  ];
  const lines = [...table, ...rows.map((row) => row.map(plain))].map((row) => `| ${row.join(' | ')} |`);
  return [`## ${say.numbers}`, lines.join('\n')].join('\n\n');
}

function plans(map: JourneyMap, index: MapIndex): string {
  if (map.plans.length === 0) return '';
  const parts = map.plans.map((plan) => {
    const levers = plan.levers
      .filter((use) => use.on)
      .map((use) => index.leversById.get(use.leverId)?.title ?? '');
    return `- **${plain(plan.title)}** ${levers.map(plain).join(' · ')}`;
  });
  return [`## ${reportTexts[map.language].plans}`, parts.join('\n')].join('\n\n');
}
