import type { ExportSettings } from '../../model/drawing/exportSettings.ts';
import { z } from 'zod';
import { type Comment, commentSchema } from '../../model/protocol/talk.ts';
import { documentLayouts } from '../../model/drawing/mapDocument.ts';
import { languages } from '../../model/map/language.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type { ExportError } from '../../model/text/exportErrorText.ts';

/** The options of `convert` as they were typed. */
export type TypedOptions = Readonly<Record<string, string | boolean | undefined>>;

/** Typed options as settings; whether they fit the map is decided there. */
export function readExportSettings(typed: TypedOptions): Result<ExportSettings, ExportError> {
  const text = (name: string): string | undefined => {
    const value = typed[name];
    return typeof value === 'string' ? value : undefined;
  };
  const margin = lengthOf('--margin', text('margin'), 100);
  if (!margin.ok) return margin;
  const overlap = lengthOf('--overlap', text('overlap'), 50);
  if (!overlap.ok) return overlap;
  const theme = choiceOf('--theme', text('theme'), ['colour', 'grey'] as const);
  if (!theme.ok) return theme;
  const layout = choiceOf('--layout', text('layout'), documentLayouts);
  if (!layout.ok) return layout;
  const language = choiceOf('--language', text('language'), languages);
  if (!language.ok) return language;
  const paper = text('paper');
  const planId = text('plan');
  const comments = commentsOf(text('comments'));
  if (!comments.ok) return comments;
  const lists = {
    laneIds: listOf(text('lanes')),
    stageIds: listOf(text('stages')),
    personaIds: listOf(text('personas')),
  };
  return ok({
    ...(layout.value === undefined ? {} : { layout: layout.value }),
    ...(paper === undefined ? {} : { paper }),
    evidence: typed['evidence'] === true,
    ...(comments.value === undefined ? {} : { comments: comments.value }),
    ...(margin.value === undefined ? {} : { marginMm: margin.value }),
    ...(overlap.value === undefined ? {} : { overlapMm: overlap.value }),
    ...(lists.laneIds === undefined ? {} : { laneIds: lists.laneIds }),
    ...(lists.stageIds === undefined ? {} : { stageIds: lists.stageIds }),
    ...(lists.personaIds === undefined ? {} : { personaIds: lists.personaIds }),
    ...(planId === undefined ? {} : { planId }),
    ...(theme.value === undefined ? {} : { theme: theme.value }),
    ...(language.value === undefined ? {} : { language: language.value }),
  });
}

/** `10` or `10mm`. */
function lengthOf(
  option: string,
  text: string | undefined,
  most: number,
): Result<number | undefined, ExportError> {
  if (text === undefined) return ok(undefined);
  const mm = Number(/^(\d+(?:\.\d+)?)\s*(?:mm)?$/.exec(text.trim())?.[1]);
  return mm <= most ? ok(mm) : err({ type: 'BadLength', option, found: text, most });
}

/** The content of a file of comments. */
function commentsOf(text: string | undefined): Result<readonly Comment[] | undefined, ExportError> {
  if (text === undefined) return ok(undefined);
  try {
    const read = z.array(commentSchema).safeParse(JSON.parse(text));
    if (read.success) return ok(read.data);
    const issue = read.error.issues[0]!;
    return err({
      type: 'BadComments',
      detail: ['it says', ...issue.path.map(String), issue.message].join(' '),
    });
  } catch {
    return err({ type: 'BadComments', detail: 'it is no JSON' });
  }
}

const listOf = (text: string | undefined): readonly string[] | undefined =>
  text?.split(',').map((each) => each.trim());

function choiceOf<Choice extends string>(
  option: string,
  text: string | undefined,
  known: readonly Choice[],
): Result<Choice | undefined, ExportError> {
  const choice = known.find((each) => each === text);
  return text === undefined || choice !== undefined
    ? ok(choice)
    : err({ type: 'UnknownChoice', option, found: text, known });
}
