import type { ExportSettings } from '../../model/drawing/exportSettings.ts';
import { documentLayouts } from '../../model/drawing/mapDocument.ts';
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
  const margin = text('margin');
  const marginMm = margin === undefined ? undefined : lengthOf(margin);
  if (Number.isNaN(marginMm))
    return err({ type: 'BadLength', option: '--margin', found: margin ?? '', most: 100 });
  const theme = choiceOf('--theme', text('theme'), ['colour', 'grey'] as const);
  if (!theme.ok) return theme;
  const layout = choiceOf('--layout', text('layout'), documentLayouts);
  if (!layout.ok) return layout;
  const paper = text('paper');
  const planId = text('plan');
  const lists = {
    laneIds: listOf(text('lanes')),
    stageIds: listOf(text('stages')),
    personaIds: listOf(text('personas')),
  };
  return ok({
    ...(layout.value === undefined ? {} : { layout: layout.value }),
    ...(paper === undefined ? {} : { paper }),
    evidence: typed['evidence'] === true,
    ...(marginMm === undefined ? {} : { marginMm }),
    ...(lists.laneIds === undefined ? {} : { laneIds: lists.laneIds }),
    ...(lists.stageIds === undefined ? {} : { stageIds: lists.stageIds }),
    ...(lists.personaIds === undefined ? {} : { personaIds: lists.personaIds }),
    ...(planId === undefined ? {} : { planId }),
    ...(theme.value === undefined ? {} : { theme: theme.value }),
  });
}

/** `10` or `10mm`. */
const lengthOf = (text: string): number => Number(/^(\d+(?:\.\d+)?)\s*(?:mm)?$/.exec(text.trim())?.[1]);

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
