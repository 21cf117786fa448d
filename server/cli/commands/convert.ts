import { join, parse } from 'node:path';
import { cliText } from '../cliText.ts';
import type { Command } from '../command.ts';
import { readBytes, writeWhole } from '../files.ts';
import { languages } from '../../../model/map/language.ts';
import { ok } from '../../../model/result.ts';
import type { FileContent } from '../../export/exportFormats.ts';
import { endingsThatCan, formatOf } from '../mapFormats.ts';
import { readArguments } from '../readArguments.ts';
import { readMapFile } from '../readMapFile.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** `throughline convert`: a map from one format into another, by the endings of the two names. */
export const convert: Command = {
  name: 'convert',
  summary: {
    en: 'Converts a map into another format, by the endings of the file names.',
    'zh-Hans': '按文件名结尾把地图转换为另一种格式。',
    'zh-Hant': '依檔名結尾將地圖轉換為另一種格式。',
  },
  usage:
    'INPUT OUTPUT [--layout page|booklet|poster|memo] [--paper A4..A0|WxHmm] [--overlap 10mm] [--language ..] [--plan ID] [--lanes IDS] [--stages IDS] [--personas IDS] [--theme colour|grey] [--comments FILE] [--evidence] [--margin 10mm]',
  async run(args, output) {
    const say = cliText[output.language];
    const flags = {
      layout: text,
      paper: text,
      overlap: text,
      language: text,
      plan: text,
      lanes: text,
      stages: text,
      personas: text,
      theme: text,
      comments: text,
      evidence: flag,
      margin: text,
    };
    const asked = readArguments(convert, args, flags, { least: 2, most: 2 }, output);
    if (!asked.ok) return asked.error;
    const { values, positionals } = asked.value;
    const language = languages.find((each) => each === (values.language ?? output.language));
    if (language === undefined) {
      output.tell(say.badChoice('--language', languages, values.language ?? ''));
      return 2;
    }
    const [from, to] = positionals as [string, string];
    const target = formatOf(to, 'write');
    if (target?.write === undefined) {
      output.tell(say.unwrittenFormat(to, endingsThatCan('write')));
      return 2;
    }
    const read = await readMapFile(from, output.language);
    if (!read.ok) {
      output.tell(read.error);
      return 1;
    }
    for (const note of read.value.notes) output.tell(note);
    const comments =
      values.comments === undefined ? ok(undefined) : await readBytes(values.comments, output.language);
    if (!comments.ok) {
      output.tell(comments.error);
      return 1;
    }
    const withComments =
      comments.value === undefined ? {} : { comments: new TextDecoder().decode(comments.value) };
    const content = await target.write(read.value.map, {
      language,
      options: { ...values, ...withComments },
      note: (sentence) => output.tell(sentence),
    });
    if (!content.ok) {
      output.tell(content.error);
      return 1;
    }
    for (const { path, bytes } of filesOf(to, content.value)) {
      const written = await writeWhole(path, bytes, output.language);
      output.tell(written.ok ? say.wrote(path) : written.error);
      if (!written.ok) return 1;
    }
    return 0;
  },
};

/** `map.png`, or `map-A1.png`, `map-A2.png` and so on for a picture in parts. */
function filesOf(
  path: string,
  content: FileContent,
): readonly { readonly path: string; readonly bytes: string | Uint8Array }[] {
  if (typeof content === 'string' || content instanceof Uint8Array) return [{ path, bytes: content }];
  const { dir, name, ext } = parse(path);
  return content.map((part) => ({ path: join(dir, `${name}-${part.name}${ext}`), bytes: part.content }));
}
