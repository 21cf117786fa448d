import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '../result.ts';
import { type EventLog, type EventRecord, loggedCase, type LoggedCase } from './eventLog.ts';
import { secondsOfTime } from './isoTime.ts';

export type XesError =
  | { readonly type: 'BrokenXml'; readonly line: number; readonly detail: string }
  | { readonly type: 'NotALog'; readonly found: string }
  | { readonly type: 'EmptyLog' };

const slice = 1_000_000;

/**
 * An event log in XES (IEEE 1849). Real logs seldom keep to the schema: with or without the namespace, attributes nested
 * in each other, missing extensions. Only direct attributes of traces and events are read, by their keys.
 */
export function eventLogFromXes(
  source: string,
  name: string,
  /** Told the share of the text that was read, 0..1, every million characters. */
  onProgress: (share: number) => void = () => {},
): Result<EventLog, XesError> {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  const cases: LoggedCase[] = [];
  const path: string[] = [];
  let root = '';
  let logName = '';
  let caseId: string | undefined;
  let records: EventRecord[] = [];
  let fields = new Map<string, string>();
  let events = 0;
  let broken: XesError | undefined;

  parser.on('error', (error) => {
    broken ??= { type: 'BrokenXml', line: parser.line, detail: error.message.replace(/^\d+:\d+: /, '') };
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    const element = tag.replace(/^.*:/, '');
    const parent = path.at(-1);
    path.push(element);
    if (path.length === 1) root = element;
    else if (element === 'trace') {
      caseId = undefined;
      records = [];
    } else if (element === 'event') fields = new Map();
    else {
      const { key, value } = attributes as Readonly<Record<string, string>>;
      if (key === undefined || value === undefined) return;
      if (parent === 'event') fields.set(key, value);
      else if (parent === 'trace' && key === 'concept:name') caseId = value;
      else if (path.length === 2 && key === 'concept:name') logName = value;
    }
  });
  parser.on('closetag', ({ name: tag }) => {
    const element = tag.replace(/^.*:/, '');
    path.pop();
    if (element === 'trace' && path.length === 1)
      cases.push(loggedCase(caseId ?? String(cases.length + 1), records));
    if (element !== 'event' || path.at(-1) !== 'trace') return;
    events++;
    const activity = fields.get('concept:name');
    if (activity === undefined) return;
    records.push({
      activity,
      seconds: secondsOfTime(fields.get('time:timestamp') ?? ''),
      startSeconds: secondsOfTime(fields.get('start_timestamp') ?? ''),
      resource: fields.get('org:resource'),
      transition: fields.get('lifecycle:transition'),
      instance: fields.get('concept:instance'),
    });
  });
  try {
    const text = source.replace(/^\uFEFF/, '');
    for (let from = 0; from < text.length; from += slice) {
      parser.write(text.slice(from, from + slice));
      onProgress(Math.min(1, (from + slice) / text.length));
    }
    parser.close();
  } catch (error) {
    broken ??= { type: 'BrokenXml', line: parser.line, detail: String(error) };
  }
  if (broken !== undefined) return err(broken);
  if (root !== 'log') return err({ type: 'NotALog', found: root });
  if (cases.every((each) => each.activities.length === 0)) return err({ type: 'EmptyLog' });
  return ok({ name: logName === '' ? name : logName, cases, events });
}
