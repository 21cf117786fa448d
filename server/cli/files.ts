import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Language } from '../../model/map/language.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { cliText } from './cliText.ts';

/** Reading and writing files for commands: what goes wrong comes back as one sentence in the reader's language. */

export async function readBytes(path: string, language: Language): Promise<Result<Uint8Array, string>> {
  try {
    return ok(await readFile(path));
  } catch (error) {
    const code = codeOf(error);
    const say = cliText[language];
    return err(code === 'ENOENT' ? say.noFile(path) : say.unreadable(path, code));
  }
}

/** Writes whole or not at all: into a file beside it first, then under its name. */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  language: Language,
): Promise<Result<undefined, string>> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
    return ok(undefined);
  } catch (error) {
    await rm(draft, { force: true });
    return err(cliText[language].unwritable(path, codeOf(error)));
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
