import { Trans, useLingui } from '@lingui/react/macro';
import { Check, Trash2, X } from 'lucide-react';
import type { Forecast } from '../../model/map/forecast.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { IconButton } from '../design/parts/IconButton.tsx';
import { NumberField } from '../design/parts/NumberField.tsx';
import styles from './LedgerDialog.module.css';

export interface LedgerEntryProps {
  readonly map: JourneyMap;
  readonly entry: Forecast;
  /** Made of the numbers that the map has now. */
  readonly isOfToday: boolean;
  readonly readOnly: boolean;
  readonly onActual: (metric: string, value: number | undefined) => void;
  readonly onDelete: () => void;
}

/** One frozen forecast: each value with its band, and a place for what came. */
export function LedgerEntry({ map, entry, isOfToday, readOnly, onActual, onDelete }: LedgerEntryProps) {
  const { t, i18n } = useLingui();
  const plan = map.plans.find(({ id }) => id === entry.planId)?.title ?? t`a plan that was deleted since`;
  const came = (metric: string) =>
    entry.actuals
      .filter((actual) => actual.metric === metric)
      .toSorted((a, b) => a.date.localeCompare(b.date))
      .at(-1)?.value;
  return (
    <li className={styles['entry']}>
      <div className={styles['head']}>
        <div>
          <strong>{plan}</strong>
          <span className={styles['note']}>
            {i18n.date(new Date(entry.frozenAt), { dateStyle: 'medium', timeStyle: 'short' })}
            {' · '}
            {isOfToday ? (
              <Trans>made of today’s numbers</Trans>
            ) : (
              <Trans>the map’s numbers have changed since</Trans>
            )}
          </span>
        </div>
        {!readOnly && (
          <IconButton label={t`Delete the forecast of ${plan}`} icon={<Trash2 />} onClick={onDelete} />
        )}
      </div>
      <table className={styles['results']}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Value</Trans>
            </th>
            <th scope="col">
              <Trans>Forecast</Trans>
            </th>
            <th scope="col">
              <Trans>What came</Trans>
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {entry.results.map(({ metric, value, low, high }) => {
            const actual = came(metric);
            const shown = (number: number) => i18n.number(number, { maximumFractionDigits: 0 });
            const name = nameOf(map, metric) ?? (metric === 'index' ? t`Index` : t`Satisfied customers, %`);
            return (
              <tr key={metric}>
                <th scope="row">{name}</th>
                <td className="numbers">
                  {shown(value)}{' '}
                  <span className={styles['band']}>
                    {shown(low)} – {shown(high)}
                  </span>
                </td>
                <td className={styles['came']}>
                  {readOnly ? (
                    (actual ?? '–')
                  ) : (
                    <NumberField
                      label={t`What came for ${name}`}
                      hiddenLabel
                      mayBeEmpty
                      most={100}
                      value={actual}
                      onChange={(next) => onActual(metric, next)}
                    />
                  )}
                </td>
                <td>{actual !== undefined && <Verdict isInside={actual >= low && actual <= high} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </li>
  );
}

const nameOf = (map: JourneyMap, dimensionId: string): string | undefined =>
  map.qualityModels.flatMap((model) => model.dimensions).find(({ id }) => id === dimensionId)?.title;

function Verdict({ isInside }: { readonly isInside: boolean }) {
  return isInside ? (
    <span className={styles['inside']}>
      <Check aria-hidden />
      <Trans>inside</Trans>
    </span>
  ) : (
    <span className={styles['outside']}>
      <X aria-hidden />
      <Trans>outside</Trans>
    </span>
  );
}
