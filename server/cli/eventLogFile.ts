import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readDelimited } from '../../model/formats/delimited.ts';
import type { EventLog } from '../../model/formats/eventLog.ts';
import { type AskedColumns, eventLogFromTable } from '../../model/formats/eventLogFromTable.ts';
import { eventLogFromXes } from '../../model/formats/eventLogFromXes.ts';
import { encodingOf } from '../../model/formats/textEncoding.ts';
import type { Language } from '../../model/map/language.ts';
import { err, ok, type Result } from '../../model/result.ts';
import { eventLogErrorText } from '../../model/text/eventLogErrorText.ts';
import { cliText } from './cliText.ts';
import { readBytes } from './files.ts';

/** An event log from a file: XES (also compressed) or a table, by the ending. */
export async function readEventLog(
  path: string,
  columns: AskedColumns,
  language: Language,
): Promise<Result<EventLog, string>> {
  const bytes = await readBytes(path, language);
  if (!bytes.ok) return bytes;
  const log = eventLogOf(bytes.value, basename(path), columns, language);
  return log.ok ? log : err(`${path}: ${log.error}`);
}

export function eventLogOf(
  bytes: Uint8Array,
  fileName: string,
  columns: AskedColumns,
  language: Language,
): Result<EventLog, string> {
  const say = cliText[language];
  let plain = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      plain = gunzipSync(bytes);
    } catch {
      return err(say.brokenArchive());
    }
  }
  const text = new TextDecoder(encodingOf(plain)).decode(plain);
  const name = fileName.replace(/(\.xes)?\.(gz|xes|csv)$/i, '');
  const isTable = /\.csv(\.gz)?$/i.test(fileName);
  const log = isTable ? eventLogFromTable(readDelimited(text), columns, name) : eventLogFromXes(text, name);
  return log.ok ? ok(log.value) : err(eventLogErrorText(log.error, language));
}
