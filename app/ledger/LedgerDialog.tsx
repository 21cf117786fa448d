import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { BookMarked, Snowflake } from 'lucide-react';
import { useMemo } from 'react';
import type { Forecast } from '../../model/map/forecast.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { newId } from '../../model/map/newId.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import { frozenForecast, inputsHash, ledgerScore } from '../../model/simulation/ledger.ts';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import { today } from '../design/today.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { tell } from '../design/parts/toasts.ts';
import styles from './LedgerDialog.module.css';
import { LedgerEntry } from './LedgerEntry.tsx';

export interface LedgerDialogProps {
  readonly map: JourneyMap;
  /** The forecast of the plan that is shown, when it has its bands. */
  readonly forecast: PlanForecast | undefined;
  readonly computing: boolean;
  readonly readOnly: boolean;
  readonly run: (command: Command) => void;
  readonly onClose: () => void;
}

/** What was forecast, frozen on its day, beside what came: the only way to know how far forecasts can be trusted. */
export function LedgerDialog({ map, forecast, computing, readOnly, run, onClose }: LedgerDialogProps) {
  const { t } = useLingui();
  const put = (record: Forecast) => run({ type: 'put', collection: 'forecasts', record });
  const freeze = () => {
    if (forecast === undefined) return;
    put(
      frozenForecast(map, forecast, {
        id: newId('forecast', Math.random),
        moment: new Date().toISOString(),
      }),
    );
  };
  const remove = (entry: Forecast) => {
    run({ type: 'delete', collection: 'forecasts', ids: [entry.id] });
    tell(t`The frozen forecast is deleted.`, () => put(entry));
  };
  const hash = useMemo(() => inputsHash(map), [map]);
  const entries = map.forecasts.toSorted((a, b) => b.frozenAt.localeCompare(a.frozenAt));
  return (
    <Dialog
      open
      width="wide"
      title={t`Prediction ledger`}
      description={t`Freeze a forecast before the plan begins, write down later what came, and see how honest the bands were.`}
      onClose={onClose}
    >
      {!readOnly && (
        <div className={styles['freeze']}>
          <Button icon={<Snowflake />} disabled={forecast === undefined} onClick={freeze}>
            <Trans>Freeze the shown forecast</Trans>
          </Button>
          {forecast === undefined && (
            <span className={styles['note']}>
              {computing ? (
                <Trans>The forecast is being worked out.</Trans>
              ) : (
                <Trans>Show a plan on the map first.</Trans>
              )}
            </span>
          )}
        </div>
      )}
      <Score forecasts={map.forecasts} />
      {entries.length === 0 ? (
        <EmptyState icon={<BookMarked />} title={<Trans>No forecast is frozen yet</Trans>}>
          <Trans>
            A frozen forecast keeps its numbers, its seed and its day, whatever changes in the map.
          </Trans>
        </EmptyState>
      ) : (
        <ul className={styles['entries']}>
          {entries.map((entry) => (
            <LedgerEntry
              key={entry.id}
              map={map}
              entry={entry}
              isOfToday={entry.inputsHash === hash}
              readOnly={readOnly}
              onActual={(metric, value) =>
                run({
                  type: 'setActual',
                  forecastId: entry.id,
                  metric,
                  ...(value === undefined ? {} : { actual: { value, date: today() } }),
                })
              }
              onDelete={() => remove(entry)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** How good the forecasts were, once something came. */
function Score({ forecasts }: { readonly forecasts: readonly Forecast[] }) {
  const { i18n } = useLingui();
  const score = ledgerScore(forecasts);
  if (score === undefined) return null;
  const inside = i18n.number(score.insideBand, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <p className={styles['score']} role="status">
      <Plural value={score.compared} one="# value compared" other="# values compared" />
      {' · '}
      <Trans>{inside} inside their bands, 90 % expected</Trans>
    </p>
  );
}
