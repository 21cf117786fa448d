/** What a process log tells: cases (customers, orders, tickets), each a sequence of things that were done. */
export interface EventLog {
  readonly name: string;
  readonly cases: readonly LoggedCase[];
  /** Event records in the file; starts and completions count singly. */
  readonly events: number;
}

export interface LoggedCase {
  readonly id: string;
  /** In the order of time; in that of the file where times are missing. */
  readonly activities: readonly LoggedActivity[];
}

export interface LoggedActivity {
  readonly name: string;
  /** Seconds since 1970; unknown where the log has no (readable) time. */
  readonly startSeconds: number | undefined;
  readonly endSeconds: number | undefined;
  readonly resource: string | undefined;
}

/** One event as the file has it. */
export interface EventRecord {
  readonly activity: string;
  readonly seconds: number | undefined;
  /** When it began, where the record says both. */
  readonly startSeconds: number | undefined;
  readonly resource: string | undefined;
  /** `start`, `complete` or something in between; left out: complete. */
  readonly transition: string | undefined;
  readonly instance: string | undefined;
}

/** Joins starts with their completions (of the same activity and instance, the oldest first) and brings a case into its order. */
export function loggedCase(id: string, records: readonly EventRecord[]): LoggedCase {
  const timed = records.every((record) => record.seconds !== undefined);
  const ordered = timed ? [...records].sort((a, b) => a.seconds! - b.seconds!) : records;
  const anyComplete = ordered.some((record) => transitionOf(record) === 'complete');
  const open = new Map<string, (number | undefined)[]>();
  const activities: LoggedActivity[] = [];
  for (const record of ordered) {
    const { activity: name, seconds, startSeconds, resource } = record;
    const transition = transitionOf(record);
    const key = `${name}\u0000${record.instance ?? ''}`;
    if (anyComplete && transition === 'start') {
      const waiting = open.get(key);
      if (waiting === undefined) open.set(key, [seconds]);
      else waiting.push(seconds);
    } else if (!anyComplete || transition === 'complete') {
      const began = startSeconds ?? open.get(key)?.shift();
      activities.push({ name, startSeconds: began, endSeconds: seconds, resource });
    }
  }
  return { id, activities };
}

const transitionOf = ({ transition }: EventRecord): string => transition?.toLowerCase() ?? 'complete';
