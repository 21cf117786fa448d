import { err, ok, type Result } from '../result.ts';
import type { Row } from './delimited.ts';
import { type EventLog, type EventRecord, loggedCase } from './eventLog.ts';
import { secondsOfTime } from './isoTime.ts';

export const logColumns = ['case', 'activity', 'time', 'start', 'resource'] as const;
export type LogColumn = (typeof logColumns)[number];

/** The heads of columns as the caller named them; the rest is found by the usual names. */
export type AskedColumns = Readonly<Partial<Record<LogColumn, string>>>;

export type LogTableError =
  | {
      readonly type: 'NoColumn';
      readonly role: LogColumn;
      readonly asked: string | undefined;
      readonly found: Row;
    }
  | { readonly type: 'EmptyLog' };

const usualHeads: Readonly<Record<LogColumn, readonly string[]>> = {
  case: [
    'case:concept:name',
    'case_id',
    'case id',
    'caseid',
    'case',
    '案例',
    '案例编号',
    '案例編號',
    '工单号',
    '工單號',
  ],
  activity: ['concept:name', 'activity', 'activity name', 'event', 'task', '活动', '活動', '环节', '環節'],
  time: [
    'time:timestamp',
    'timestamp',
    'complete timestamp',
    'end_timestamp',
    'time',
    '时间',
    '時間',
    '完成时间',
    '完成時間',
  ],
  start: ['start_timestamp', 'start timestamp', 'start', '开始时间', '開始時間'],
  resource: ['org:resource', 'resource', 'user', 'agent', '人员', '人員', '处理人', '處理人'],
};

/** The column of a log that a head names. */
export const logColumnOfHead = (head: string): LogColumn | undefined =>
  logColumns.find((role) => usualHeads[role].includes(head.trim().toLowerCase()));

/** An event log from a table with a row for each event; rows without a case or an activity are passed over. */
export function eventLogFromTable(
  rows: readonly Row[],
  asked: AskedColumns,
  name: string,
): Result<EventLog, LogTableError> {
  const heads = (rows[0] ?? []).map((head) => head.trim());
  const columns = new Map<LogColumn, number>();
  for (const role of logColumns) {
    const wanted = asked[role];
    const place =
      wanted === undefined
        ? usualHeads[role]
            .map((head) => heads.findIndex((each) => each.toLowerCase() === head))
            .find((i) => i >= 0)
        : heads.indexOf(wanted);
    if (place !== undefined && place >= 0) columns.set(role, place);
    else if (wanted !== undefined || role === 'case' || role === 'activity')
      return err({ type: 'NoColumn', role, asked: wanted, found: heads });
  }
  const byCase = new Map<string, EventRecord[]>();
  let events = 0;
  for (const row of rows.slice(1)) {
    const field = (role: LogColumn): string => row[columns.get(role) ?? -1]?.trim() ?? '';
    const id = field('case');
    const activity = field('activity');
    if (id === '' || activity === '') continue;
    events++;
    const record: EventRecord = {
      activity,
      seconds: secondsOfTime(field('time')),
      startSeconds: secondsOfTime(field('start')),
      resource: field('resource') === '' ? undefined : field('resource'),
      transition: undefined,
      instance: undefined,
    };
    const known = byCase.get(id);
    if (known === undefined) byCase.set(id, [record]);
    else known.push(record);
  }
  if (events === 0) return err({ type: 'EmptyLog' });
  return ok({ name, cases: [...byCase].map(([id, records]) => loggedCase(id, records)), events });
}
