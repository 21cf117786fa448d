import { basename } from 'node:path';
import { checkInvariants } from '../../model/map/invariants.ts';
import type { Language } from '../../model/map/language.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { violationText } from '../../model/text/violationText.ts';
import { cliText } from './cliText.ts';
import { readBytes } from './files.ts';
import type { ReadMap } from './mapFormat.ts';
import { endingsThatCan, formatOf } from './mapFormats.ts';
import { randomOfSystem } from './randomOfSystem.ts';

/** A sound map from a file of any format that can be read, or the sentence that says why not. */
export async function readMapFile(path: string, language: Language): Promise<Result<ReadMap, string>> {
  const read = await readAnyMapFile(path, language);
  if (!read.ok) return read;
  const [first, ...others] = checkInvariants(read.value.map);
  if (first === undefined) return read;
  const sentence = `${first.path}: ${violationText(first, language)}`;
  return err(cliText[language].unsoundMap(path, others.length + 1, sentence));
}

/** The same without holding the map against the rules: for `check`, which lists them all. */
export async function readAnyMapFile(path: string, language: Language): Promise<Result<ReadMap, string>> {
  const format = formatOf(path, 'read');
  if (format?.read === undefined) return err(cliText[language].unreadFormat(path, endingsThatCan('read')));
  const bytes = await readBytes(path, language);
  if (!bytes.ok) return bytes;
  const name = basename(path).replace(/\.[^.]+$/, '');
  const read = await format.read(bytes.value, { language, name, random: randomOfSystem });
  return read.ok ? ok(read.value) : err(`${path}: ${read.error}`);
}
