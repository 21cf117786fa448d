import type { JourneyMap } from '../map/journeyMap.ts';
import type { Comment } from '../protocol/talk.ts';
import { threadsOf } from '../protocol/threads.ts';
import { anchorName } from '../text/anchorName.ts';
import { documentWords } from '../text/documentWords.ts';
import type { FlowBlock } from './textFlow.ts';

/** What people said about a map, thread by thread in the reading order of the map: stage, step, lane. */
export function commentBlocks(map: JourneyMap, comments: readonly Comment[]): readonly FlowBlock[] {
  const words = documentWords[map.language];
  const placeOf = placesIn(map);
  const threads = threadsOf(comments)
    .map((thread) => ({ ...thread, place: placeOf(thread.first) }))
    .sort((a, b) => a.place - b.place || a.first.at - b.first.at || (a.first.id < b.first.id ? -1 : 1));
  const said = ({ personName, at }: Comment) => `${personName}, ${day.format(at)}`;
  const heading: FlowBlock = { type: 'heading', level: 2, text: words.comments };
  if (threads.length === 0)
    return [heading, { type: 'paragraph', text: words.noComments, colour: 'ink-secondary' }];
  return [
    heading,
    {
      type: 'table',
      head: [words.about, words.saidBy, words.comment],
      widths: [0.24, 0.2, 0.56],
      rows: threads.flatMap(({ first, answers }) => [
        [
          (first.anchor === null ? map.title : anchorName(map, first.anchor, map.language)) ?? words.gone,
          said(first),
          first.resolved === null ? first.text : `${first.text} (${words.resolved})`,
        ],
        ...answers.map((answer) => ['', said(answer), answer.text]),
      ]),
    },
  ];
}

/** 2026-11-27, wherever it is printed. */
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short' });

/** Where the comment's record stands in reading order; the map itself first, then the grid, plans, and what is gone. */
function placesIn(map: JourneyMap): (comment: Comment) => number {
  const lanes = new Map(map.lanes.map(({ id }, i) => [id as string, i]));
  const perStep = map.lanes.length + 2;
  const steps = new Map(map.steps.map(({ id }, i) => [id as string, (i + 1) * perStep]));
  const firstOf = new Map(
    map.steps.toReversed().map(({ id, stageId }) => [stageId as string, steps.get(id)! - 1]),
  );
  const cards = new Map(
    map.cards.flatMap(({ id, laneId, stepId }) =>
      laneId === undefined || stepId === undefined
        ? []
        : [[id as string, (steps.get(stepId) ?? 0) + (lanes.get(laneId) ?? 0) + 1]],
    ),
  );
  const numbers = new Map(
    map.measurements.map(({ id, on }) => [id as string, 'stepId' in on ? steps.get(on.stepId) : undefined]),
  );
  const others = new Set<string>([...map.measurements, ...map.evidence, ...map.plans].map(({ id }) => id));
  return ({ anchor }) => {
    if (anchor === null) return 0;
    const id = anchor.recordId;
    const onGrid = steps.get(id) ?? firstOf.get(id) ?? cards.get(id) ?? numbers.get(id) ?? lanes.get(id);
    return onGrid ?? (others.has(id) ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER);
  };
}
