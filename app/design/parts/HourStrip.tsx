import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useRef, useState } from 'react';
import { classNames } from '../classNames.ts';
import { numberIn } from '../readNumber.ts';
import styles from './HourStrip.module.css';

export interface HourStripProps {
  /** What the numbers are: "People on duty". */
  readonly label: string;
  readonly values: readonly number[];
  readonly least?: number;
  readonly most: number;
  /** 0..1 and above: how full each hour is; undefined: nothing to show. */
  readonly levels?: readonly (number | undefined)[];
  /** What is said of an hour on hover and to who does not see the bar. */
  readonly describe?: (hour: number) => string | undefined;
  readonly onChange: (values: readonly number[]) => void;
}

/** From here on waits grow fast; from 1 on the queue grows without end. */
const busy = 0.85;
const overfull = 0.95;

/** One number for each hour of the day, with a bar above it. Arrow keys go from hour to hour, up and down count. */
export function HourStrip({ label, values, least = 0, most, levels, describe, onChange }: HourStripProps) {
  const { t } = useLingui();
  const inputs = useRef<(HTMLInputElement | null)[]>([]);
  const [typed, setTyped] = useState<{ readonly hour: number; readonly text: string }>();
  const highest = Math.max(1e-9, ...values);
  const set = (hour: number, value: number) => {
    const next = Math.min(most, Math.max(least, value));
    if (Number.isFinite(next) && next !== values[hour])
      onChange(values.map((each, i) => (i === hour ? next : each)));
  };
  const commit = () => {
    if (typed === undefined) return;
    setTyped(undefined);
    set(typed.hour, numberIn(typed.text));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, hour: number) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setTyped(undefined);
      set(hour, (values[hour] ?? 0) + step);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      commit();
      inputs.current[hour + 1]?.select();
    } else if (event.key === 'Escape' && typed !== undefined) {
      event.stopPropagation();
      setTyped(undefined);
    }
  };
  return (
    <div className={styles['strip']} role="group" aria-label={label}>
      {values.map((value, hour) => {
        const level = levels?.[hour];
        const said = describe?.(hour);
        return (
          // Hours have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={hour} className={styles['hour']} title={said}>
            <span className={styles['bar']} aria-hidden>
              <span
                className={classNames(
                  styles['fill'],
                  level !== undefined && level > busy && styles['busy'],
                  level !== undefined && level > overfull && styles['overfull'],
                )}
                style={{
                  height: `${Math.min(100, 100 * (levels === undefined ? Math.max(0, value) / highest : (level ?? 0)))}%`,
                }}
              />
            </span>
            <input
              ref={(element) => {
                inputs.current[hour] = element;
              }}
              className={classNames(styles['value'], value === 0 && styles['closed'], 'numbers')}
              inputMode="decimal"
              aria-label={said === undefined ? t`${label}, ${hour} h` : t`${label}, ${hour} h: ${said}`}
              value={typed?.hour === hour ? typed.text : String(Math.round(value * 100) / 100)}
              onFocus={(event) => event.currentTarget.select()}
              onChange={(event) => setTyped({ hour, text: event.currentTarget.value })}
              onBlur={commit}
              onKeyDown={(event) => onKeyDown(event, hour)}
            />
            <span className={classNames(styles['name'], 'numbers')} aria-hidden>
              {hour}
            </span>
          </div>
        );
      })}
    </div>
  );
}
