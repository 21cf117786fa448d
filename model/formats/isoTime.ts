/** A moment as seconds since 1970-01-01T00:00:00Z, from the ways event logs write it; without a zone it is taken as UTC. */
export function secondsOfTime(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  const yearFirst =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(.+))?$/.exec(plain) ??
    /^(\d{4})(\d\d)(\d\d)(?:T(.+))?$/.exec(plain);
  const dayFirst = /^(\d{1,2})[-.](\d{1,2})[-.](\d{4})(?:[T :]+(.+))?$/.exec(plain);
  if (yearFirst !== null) return moment(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!, yearFirst[4]);
  if (dayFirst !== null) return moment(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!, dayFirst[4]);
  // Seconds or milliseconds since 1970.
  if (/^\d{9,10}(\.\d+)?$/.test(plain)) return Number(plain);
  return /^\d{12,13}$/.test(plain) ? Number(plain) / 1_000 : undefined;
}

const clock =
  /^(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,](\d+))?)?\s*(am|pm)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;

function moment(year: string, month: string, day: string, time: string | undefined): number | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  const midnight = daysSince1970(y, m, d) * 86_400;
  if (time === undefined) return midnight;
  const match = clock.exec(time.trim());
  if (match === null) return undefined;
  const [, hour, minute, second = '0', fraction = '0', half, zone] = match;
  const pm = half?.toLowerCase();
  const hours = pm === undefined ? Number(hour) : (Number(hour) % 12) + (pm === 'pm' ? 12 : 0);
  if (hours > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  return midnight + hours * 3_600 + Number(minute) * 60 + Number(`${second}.${fraction}`) - zoneSeconds(zone);
}

function zoneSeconds(zone: string | undefined): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '');
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3_600 + Number(match[3] ?? 0) * 60);
}

/** Days of the Gregorian calendar; years are counted from March, so that leap days come last. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day of a moment, in UTC: 2026-11-22. */
export function dayOfSeconds(seconds: number): string {
  const days = Math.floor(seconds / 86_400) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
