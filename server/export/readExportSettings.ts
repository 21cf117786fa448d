import type { ExportSettings } from '../../model/drawing/exportSettings.ts';
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
  const theme = themeOf(text('theme'));
  if (!theme.ok) return theme;
  const paper = text('paper');
  const planId = text('plan');
  const lists = {
    laneIds: listOf(text('lanes')),
    stageIds: listOf(text('stages')),
    personaIds: listOf(text('personas')),
  };
  return ok({
    ...(paper === undefined ? {} : { paper }),
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

function themeOf(text: string | undefined): Result<ExportSettings['theme'], ExportError> {
  const known = ['colour', 'grey'] as const;
  const theme = known.find((each) => each === text);
  return text === undefined || theme !== undefined
    ? ok(theme)
    : err({ type: 'UnknownChoice', option: '--theme', found: text, known });
}
