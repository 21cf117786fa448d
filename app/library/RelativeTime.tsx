import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';

const minuteMs = 60_000;
const units = [
  ['minute', minuteMs, 60],
  ['hour', 60 * minuteMs, 24],
  ['day', 24 * 60 * minuteMs, 14],
] as const;

/** "3 minutes ago", and the exact time on hover; a date once it is older than two weeks. */
export function RelativeTime({ at }: { readonly at: number }) {
  const { i18n } = useLingui();
  const [now] = useState(() => Date.now());
  const exact = i18n.date(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <time dateTime={new Date(at).toISOString()} title={exact}>
      {relative(at, now, i18n.locale)}
    </time>
  );
}

export function relative(at: number, now: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const age = Math.max(0, now - at);
  if (age < minuteMs) return words.format(0, 'second');
  for (const [unit, size, most] of units)
    if (age < size * most) return words.format(-Math.floor(age / size), unit);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at);
}
