import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronRight } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { DimensionScore, IndicatorScore, Scorecard } from '../../model/quality/scoreMap.ts';
import { weakestSource } from '../../model/quality/scoreReport.ts';
import { sourceKindNames } from '../../model/text/mapNames.ts';
import { missingReasons } from '../../model/text/qualityText.ts';
import { classNames } from '../design/classNames.ts';
import styles from './DimensionTable.module.css';
import { ScoreBar } from './ScoreBar.tsx';
import { shownBand, shownScore } from './shownScore.ts';

export interface DimensionTableProps {
  readonly map: JourneyMap;
  readonly card: Scorecard;
  readonly onTarget: Scorecard | undefined;
}

/** Each dimension with weight, score, band and coverage; opened, its indicators and what stands behind them. */
export function DimensionTable({ map, card, onTarget }: DimensionTableProps) {
  return (
    <table className={classNames(styles['table'], 'numbers')}>
      {onTarget !== undefined && (
        <caption className={styles['legend']}>
          <span className={styles['diamond']} aria-hidden /> <Trans>where the targets are reached</Trans>
        </caption>
      )}
      <thead>
        <tr>
          <th>
            <Trans>Dimension</Trans>
          </th>
          <th className={styles['weight']}>
            <Trans>Weight</Trans>
          </th>
          <th aria-hidden className={styles['track']} />
          <th className={styles['number']}>
            <Trans>Score</Trans>
          </th>
          <th className={styles['band']}>
            <Trans>Likely between</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {card.dimensions.map((dimension, d) => (
          <DimensionRows
            key={dimension.id}
            map={map}
            dimension={dimension}
            onTarget={onTarget?.dimensions[d]}
          />
        ))}
      </tbody>
    </table>
  );
}

interface DimensionRowsProps {
  readonly map: JourneyMap;
  readonly dimension: DimensionScore;
  readonly onTarget: DimensionScore | undefined;
}

function DimensionRows({ map, dimension, onTarget }: DimensionRowsProps) {
  const { i18n } = useLingui();
  const language = i18n.locale as Language;
  const [open, setOpen] = useState(false);
  const percent = (share: number) => i18n.number(share, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Fragment>
      <tr className={styles['dimension']}>
        <th scope="row">
          <button
            type="button"
            className={styles['open']}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <ChevronRight aria-hidden />
            {dimension.title}
          </button>
        </th>
        <td className={styles['weight']}>{percent(dimension.weight)}</td>
        <td className={styles['track']}>
          <ScoreBar score={dimension} target={onTarget?.value} />
        </td>
        {dimension.sufficient ? (
          <>
            <td className={styles['number']}>{shownScore(dimension, language)}</td>
            <td className={styles['band']}>{shownBand(dimension, language)}</td>
          </>
        ) : (
          <td colSpan={2} className={styles['missing']}>
            <Trans>too little data ({percent(dimension.coverage)} covered)</Trans>
          </td>
        )}
      </tr>
      {open &&
        dimension.indicators.map((indicator, i) => (
          <IndicatorRow
            key={indicator.id}
            map={map}
            indicator={indicator}
            target={onTarget?.indicators[i]?.value}
          />
        ))}
    </Fragment>
  );
}

interface IndicatorRowProps {
  readonly map: JourneyMap;
  readonly indicator: IndicatorScore;
  readonly target: number | null | undefined;
}

function IndicatorRow({ map, indicator, target }: IndicatorRowProps) {
  const { i18n } = useLingui();
  const language = i18n.locale as Language;
  const source = weakestSource(map, indicator);
  return (
    <tr className={styles['indicator']}>
      <th scope="row">
        {indicator.title}
        {source !== null && <span className={styles['source']}>{sourceKindNames[source][language]}</span>}
      </th>
      <td className={styles['weight']}>
        {i18n.number(indicator.weight, { style: 'percent', maximumFractionDigits: 0 })}
      </td>
      <td className={styles['track']}>
        <ScoreBar
          score={indicator}
          target={indicator.value === null ? null : target}
          estimated={source === 'estimate'}
        />
      </td>
      {indicator.missing === undefined ? (
        <>
          <td className={styles['number']}>{shownScore(indicator, language)}</td>
          <td className={styles['band']}>{shownBand(indicator, language)}</td>
        </>
      ) : (
        <td colSpan={2} className={styles['missing']}>
          {missingReasons[indicator.missing][language]}
        </td>
      )}
    </tr>
  );
}
