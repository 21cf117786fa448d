import type { EventLog, LoggedActivity } from './eventLog.ts';

/** What a log shows: how often each activity happens, how long until the next, how often again, and the common paths. */
export interface DiscoveredJourney {
  readonly cases: number;
  readonly events: number;
  readonly variants: number;
  /** In the order in which cases usually pass through them. */
  readonly activities: readonly DiscoveredActivity[];
  /** The ten most common, most common first. */
  readonly topVariants: readonly { readonly count: number; readonly path: readonly string[] }[];
  /** From the first to the last moment of a case; null without times. */
  readonly caseSeconds: { readonly median: number | null; readonly mean: number | null };
  /** First and last moment of the log; null without times. */
  readonly period: { readonly fromSeconds: number; readonly toSeconds: number } | null;
}

export interface DiscoveredActivity {
  readonly name: string;
  readonly events: number;
  readonly cases: number;
  readonly resources: number;
  /** From its end to the beginning of what comes next (to its end where the log has no beginnings). */
  readonly medianSecondsToNext: number | null;
  readonly p90SecondsToNext: number | null;
  /** Of those whose beginning is known. */
  readonly medianServiceSeconds: number | null;
  readonly p90ServiceSeconds: number | null;
  /** Share of its cases in which it happens more than once. */
  readonly reworkRate: number;
  /** Share of its cases that end here although cases seldom end here (fewer than one in ten). */
  readonly dropOffRate: number;
}

export function discoverJourney(log: EventLog): DiscoveredJourney {
  const cases = log.cases.filter((each) => each.activities.length > 0);
  const byName = new Map<string, Tally>();
  const variants = new Map<string, { count: number; readonly path: readonly string[] }>();
  const durations: number[] = [];
  let fromSeconds = Infinity;
  let toSeconds = -Infinity;

  for (const { activities } of cases) {
    const path = activities.map((activity) => activity.name);
    const variant = variants.get(path.join('\u0000'));
    if (variant === undefined) variants.set(path.join('\u0000'), { count: 1, path });
    else variant.count++;
    const moments = activities.flatMap(({ startSeconds, endSeconds }) =>
      [startSeconds, endSeconds].filter((seconds) => seconds !== undefined),
    );
    if (moments.length > 0) {
      const [first, last] = [least(moments), greatest(moments)];
      durations.push(last - first);
      fromSeconds = Math.min(fromSeconds, first);
      toSeconds = Math.max(toSeconds, last);
    }
    const times = new Map<string, number>();
    activities.forEach((activity, i) => {
      const tally = tallyOf(byName, activity.name);
      tally.events++;
      tally.positions.push(activities.length === 1 ? 0 : i / (activities.length - 1));
      if (activity.resource !== undefined) tally.resources.add(activity.resource);
      if (activity.startSeconds !== undefined && activity.endSeconds !== undefined)
        tally.service.push(activity.endSeconds - activity.startSeconds);
      const toNext = secondsToNext(activity, activities[i + 1]);
      if (toNext !== undefined) tally.toNext.push(toNext);
      times.set(activity.name, (times.get(activity.name) ?? 0) + 1);
    });
    for (const [name, count] of times) {
      const tally = byName.get(name)!;
      tally.cases++;
      if (count > 1) tally.repeated++;
    }
    byName.get(path.at(-1)!)!.ends++;
  }

  const activities = [...byName]
    .map(([name, tally], i) => ({ name, tally, i, place: quantile(tally.positions, 0.5) ?? 0 }))
    .sort((a, b) => a.place - b.place || a.i - b.i)
    .map(({ name, tally }): DiscoveredActivity => ({
      name,
      events: tally.events,
      cases: tally.cases,
      resources: tally.resources.size,
      medianSecondsToNext: quantile(tally.toNext, 0.5),
      p90SecondsToNext: quantile(tally.toNext, 0.9),
      medianServiceSeconds: quantile(tally.service, 0.5),
      p90ServiceSeconds: quantile(tally.service, 0.9),
      reworkRate: tally.repeated / tally.cases,
      dropOffRate: tally.ends * 10 >= cases.length ? 0 : tally.ends / tally.cases,
    }));
  return {
    cases: cases.length,
    events: log.events,
    variants: variants.size,
    activities,
    topVariants: [...variants.values()]
      .sort((a, b) => b.count - a.count || (a.path.join('\u0000') < b.path.join('\u0000') ? -1 : 1))
      .slice(0, 10),
    caseSeconds: {
      median: quantile(durations, 0.5),
      mean: durations.length === 0 ? null : durations.reduce((sum, each) => sum + each, 0) / durations.length,
    },
    period: durations.length === 0 ? null : { fromSeconds, toSeconds },
  };
}

interface Tally {
  events: number;
  cases: number;
  repeated: number;
  ends: number;
  readonly resources: Set<string>;
  readonly positions: number[];
  readonly toNext: number[];
  readonly service: number[];
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  const known = tallies.get(name);
  if (known !== undefined) return known;
  const fresh = {
    events: 0,
    cases: 0,
    repeated: 0,
    ends: 0,
    resources: new Set<string>(),
    positions: [],
    toNext: [],
    service: [],
  };
  tallies.set(name, fresh);
  return fresh;
}

function secondsToNext(activity: LoggedActivity, next: LoggedActivity | undefined): number | undefined {
  const until = next?.startSeconds ?? next?.endSeconds;
  return until === undefined || activity.endSeconds === undefined
    ? undefined
    : Math.max(0, until - activity.endSeconds);
}

/** By straight lines between the sorted values, as spreadsheets do; null of nothing. */
function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (place - below);
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const greatest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
