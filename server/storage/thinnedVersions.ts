/**
 * Which versions made by the clock may go (ids): all of the last 24 hours stay, then the last one of each day for 30
 * days, then the last one of each week. `at` and `now` are milliseconds since 1970; days are those of UTC, weeks start
 * on Monday.
 */
export function thinnedVersions(
  versions: readonly { readonly id: string; readonly at: number }[],
  now: number,
): string[] {
  const kept = new Set<string>();
  const newestFirst = [...versions].sort((a, b) => b.at - a.at);
  return newestFirst
    .filter(({ at }) => {
      const age = now - at;
      if (age <= dayMs) return false;
      const period = age <= 30 * dayMs ? `day ${dayOf(at)}` : `week ${weekOf(at)}`;
      if (kept.has(period)) return true;
      kept.add(period);
      return false;
    })
    .map(({ id }) => id);
}

const dayMs = 24 * 60 * 60 * 1000;
const dayOf = (at: number) => Math.floor(at / dayMs);
/** The first of January 1970 was a Thursday. */
const weekOf = (at: number) => Math.floor((dayOf(at) + 3) / 7);
