import type { Emotion } from '../map/emotion.ts';
import type { LaneId, PersonaId, StageId, StepId } from '../map/ids.ts';
import { emptyMap, type JourneyMap } from '../map/journeyMap.ts';
import type { Language } from '../map/language.ts';
import { newId, type RandomSource } from '../map/newId.ts';
import { err, ok, type Result } from '../result.ts';
import { laneKindNames } from '../text/laneNames.ts';
import { languageOfText } from '../text/languageOfText.ts';
import { importedNames } from '../text/importedNames.ts';
import type { ImportNote } from './importNote.ts';
import { type JourneyTask, repairJourney } from './repairJourney.ts';

/**
 * A Mermaid `journey` as a map: sections become stages, tasks become steps, scores become emotions of the actors, who
 * become personas and stand in a lane of their own. What Mermaid itself would refuse or misread is repaired and noted.
 */
export function mapFromMermaid(
  source: string,
  context: { readonly language: Language; readonly name: string; readonly random: RandomSource },
): Result<ImportedMap, MermaidError> {
  const journey = repairJourney(source);
  if (!journey.isJourney) return err({ type: 'NotAJourney', found: journey.firstWord });
  const tasks = journey.sections.flatMap((section) => section.tasks);
  if (tasks.length > mostSteps) return err({ type: 'TooManySteps', found: tasks.length, most: mostSteps });

  const { random } = context;
  const language = languageOfText(source, context.language);
  const notes = [...journey.notes];
  const oneLine = limited(notes);
  const title = journey.title === undefined ? context.name : oneLine(journey.title, 1);
  const start = emptyMap(newId('map', random), language, title);

  const stages = journey.sections.map((section, i) => ({
    id: newId('stage', random),
    title: oneLine(section.name, section.line),
    hue: i % 8,
  }));
  const steps = journey.sections.flatMap((section, i) =>
    section.tasks.map((task) => ({
      id: newId('step', random),
      stageId: stages[i]!.id satisfies StageId,
      title: oneLine(task.name, task.line),
    })),
  );
  const felt = tasks.some((task) => task.score !== undefined);
  const names = [...new Set(tasks.flatMap((task) => task.actors))];
  if (names.length === 0 && felt) names.push(importedNames.customer[language]);
  const personas = names.map((name, i) => ({
    id: newId('persona', random),
    name: oneLine(name, 1),
    share: 1,
    quote: '',
    goals: '',
    styleIndex: i % 8,
  }));
  const personaByName = new Map(names.map((name, i) => [name, personas[i]!.id]));

  const emotionLane: LaneId = newId('lane', random);
  const whoLane: LaneId = newId('lane', random);
  const lane = { role: 'none' as const, collapsed: false };
  const anyActor = tasks.some((task) => task.actors.length > 0);
  const card = (laneId: LaneId, stepId: StepId, text: string): JourneyMap['cards'][number] => ({
    id: newId('card', random),
    laneId,
    stepId,
    span: 1,
    text,
    tags: [],
    evidenceIds: [],
  });
  const toEmotion = emotionScale(tasks, notes);

  return ok({
    map: {
      ...start,
      kind: 'journey',
      description: journey.description,
      stages,
      steps,
      lanes: [
        { ...lane, id: emotionLane, kind: 'emotion', title: laneKindNames.emotion[language] },
        ...(anyActor
          ? [{ ...lane, id: whoLane, kind: 'text' as const, title: importedNames.who[language] }]
          : []),
      ],
      personas,
      cards: tasks.flatMap((task, i) => [
        ...task.remarks.map((remark) => card(emotionLane, steps[i]!.id, remark)),
        ...(task.actors.length === 0 ? [] : [card(whoLane, steps[i]!.id, task.actors.join(', '))]),
      ]),
      emotions: tasks.flatMap((task, i): readonly Emotion[] => {
        const value = toEmotion(task);
        if (value === undefined) return [];
        const feeling = task.actors.length === 0 ? names.slice(0, 1) : task.actors;
        return feeling.map((name) => ({
          id: newId('emotion', random),
          laneId: emotionLane,
          personaId: personaByName.get(name)! satisfies PersonaId,
          stepId: steps[i]!.id,
          value,
        }));
      }),
    },
    notes: notes.sort((a, b) => a.line - b.line),
  });
}

export interface ImportedMap {
  readonly map: JourneyMap;
  readonly notes: readonly ImportNote[];
}

export type MermaidError =
  | { readonly type: 'NotAJourney'; readonly found: string }
  | { readonly type: 'TooManySteps'; readonly found: number; readonly most: number };

const mostSteps = 2_000;

/** Titles hold 1,000 characters; what is longer is cut, with a note. */
const limited =
  (notes: ImportNote[]) =>
  (text: string, line: number): string => {
    const most = 1_000;
    if (text.length <= most) return text;
    notes.push({ type: 'Shortened', line, most });
    return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  };

/** 1..5 is Mermaid's nominal scale, centred on 3; a file with a greater score is read as 1..10 throughout. */
function emotionScale(
  tasks: readonly JourneyTask[],
  notes: ImportNote[],
): (task: JourneyTask) => number | undefined {
  const firstAboveFive = tasks.find((task) => task.score !== undefined && task.score > 5);
  const most = firstAboveFive === undefined ? 5 : 10;
  if (firstAboveFive !== undefined) notes.push({ type: 'ScaleOfTen', line: firstAboveFive.line });
  return ({ score, line, name }) => {
    if (score === undefined) return undefined;
    const taken = Math.min(most, Math.max(1, score));
    if (taken !== score) notes.push({ type: 'ScoreOutside', line, name, found: score, taken });
    return Math.round((((taken - 1) / (most - 1)) * 2 - 1) * 1e7) / 1e7;
  };
}
