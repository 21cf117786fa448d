import { Trans, useLingui } from '@lingui/react/macro';
import { scaleLinear } from 'd3-scale';
import { useMemo, useState } from 'react';
import {
  importancePerformance,
  type PlacedIndicator,
  type Quadrant,
} from '../../model/quality/importancePerformance.ts';
import type { Scorecard } from '../../model/quality/scoreMap.ts';
import styles from './ImportanceChart.module.css';
import pageStyles from './QualityPage.module.css';

const width = 460;
const height = 300;
const margin = { top: 14, right: 14, bottom: 34, left: 44 };

export interface ImportanceChartProps {
  readonly card: Scorecard;
  /** The index once every target is reached; undefined when there are no targets. */
  readonly targetScore: number | undefined;
}

/** What matters against how well it goes; the words beside say what to do. Points are numbered, hollow where uncertain. */
export function ImportanceChart({ card, targetScore }: ImportanceChartProps) {
  const { t, i18n } = useLingui();
  const [againstTarget, setAgainstTarget] = useState(false);
  const line = againstTarget ? targetScore : undefined;
  const placed = useMemo(
    () => importancePerformance(card, line === undefined ? {} : { targetScore: line }),
    [card, line],
  );
  if (placed === undefined) return null;
  const { indicators, performanceLine, importanceLine } = placed;
  const x = scaleLinear([0, 100], [margin.left, width - margin.right]);
  const most = Math.max(...indicators.map((each) => each.importanceBand.high)) * 1.15;
  const y = scaleLinear([0, most], [height - margin.bottom, margin.top]);
  const names: Readonly<Record<Quadrant, string>> = {
    concentrate: t`Work on these`,
    keepUp: t`Keep up`,
    lowPriority: t`Low priority`,
    overkill: t`Possibly overdone`,
  };
  const order: readonly Quadrant[] = ['concentrate', 'keepUp', 'lowPriority', 'overkill'];
  const number = (indicator: PlacedIndicator) => indicators.indexOf(indicator) + 1;
  return (
    <section aria-labelledby="quality-importance">
      <h3 id="quality-importance" className={styles['heading']}>
        <Trans>Importance against performance</Trans>
      </h3>
      {targetScore !== undefined && (
        <label className={styles['line']}>
          <Trans>Good from</Trans>
          <select
            className={pageStyles['select']}
            value={line === undefined ? 'mean' : 'target'}
            onChange={(event) => setAgainstTarget(event.currentTarget.value === 'target')}
          >
            <option value="mean">{t`the mean of the scores`}</option>
            <option value="target">
              {t`the index on target, ${i18n.number(targetScore, { maximumFractionDigits: 0 })}`}
            </option>
          </select>
        </label>
      )}
      <div className={styles['columns']}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          className={styles['chart']}
          role="img"
          aria-label={t`Importance of each indicator against its score; the list beside says the same.`}
        >
          <rect
            className={styles['work']}
            x={x(0)}
            y={y(most)}
            width={x(performanceLine) - x(0)}
            height={y(importanceLine) - y(most)}
          />
          <line className={styles['axis']} x1={x(0)} x2={x(100)} y1={y(0)} y2={y(0)} />
          <line className={styles['axis']} x1={x(0)} x2={x(0)} y1={y(0)} y2={y(most)} />
          <line
            className={styles['cross']}
            x1={x(performanceLine)}
            x2={x(performanceLine)}
            y1={y(0)}
            y2={y(most)}
          />
          <line
            className={styles['cross']}
            x1={x(0)}
            x2={x(100)}
            y1={y(importanceLine)}
            y2={y(importanceLine)}
          />
          {[0, 25, 50, 75, 100].map((tick) => (
            <text key={tick} className={styles['tick']} x={x(tick)} y={height - 20} textAnchor="middle">
              {tick}
            </text>
          ))}
          <text className={styles['tick']} x={x(50)} y={height - 4} textAnchor="middle">
            {t`Score`}
          </text>
          <text
            className={styles['tick']}
            transform={`translate(12 ${y(most / 2)}) rotate(-90)`}
            textAnchor="middle"
          >
            {t`Importance`}
          </text>
          {y.ticks(3).map((tick) => (
            <text key={tick} className={styles['tick']} x={x(0) - 5} y={y(tick) + 4} textAnchor="end">
              {i18n.number(tick, { style: 'percent', maximumFractionDigits: 0 })}
            </text>
          ))}
          {indicators.map((indicator) => (
            <g key={indicator.id}>
              <ellipse
                className={styles['band']}
                cx={x((indicator.performanceBand.low + indicator.performanceBand.high) / 2)}
                cy={y((indicator.importanceBand.low + indicator.importanceBand.high) / 2)}
                rx={(x(indicator.performanceBand.high) - x(indicator.performanceBand.low)) / 2}
                ry={Math.max(3, (y(indicator.importanceBand.low) - y(indicator.importanceBand.high)) / 2)}
              />
              <circle
                className={indicator.ambiguous ? styles['unsure'] : styles['point']}
                cx={x(indicator.performance)}
                cy={y(indicator.importance)}
                r={3.5}
              />
              <text
                className={styles['number']}
                x={x(indicator.performance) + 6}
                y={y(indicator.importance) - 4}
              >
                {number(indicator)}
              </text>
            </g>
          ))}
        </svg>
        <div className={styles['lists']}>
          {order.map((quadrant) => {
            const here = indicators.filter((each) => each.quadrant === quadrant);
            return (
              here.length > 0 && (
                <div key={quadrant}>
                  <h4 className={styles['quadrant']}>{names[quadrant]}</h4>
                  <ul className={styles['list']}>
                    {here.map((indicator) => (
                      <li key={indicator.id}>
                        <span className={styles['mark']}>{number(indicator)}</span> {indicator.title}
                        {indicator.ambiguous && (
                          <span className={styles['note']}>
                            {' '}
                            <Trans>(not certain)</Trans>
                          </span>
                        )}
                      </li>
                    ))}
                  </ul>
                </div>
              )
            );
          })}
        </div>
      </div>
    </section>
  );
}
