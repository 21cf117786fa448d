import { Trans, useLingui } from '@lingui/react/macro';
import { TriangleAlert } from 'lucide-react';
import { type CSSProperties, useMemo } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { indicatorOwnership } from '../../model/quality/ownership.ts';
import type { Scorecard } from '../../model/quality/scoreMap.ts';
import { classNames } from '../design/classNames.ts';
import { comma } from '../language/comma.ts';
import { useLanguage } from '../language/useLanguage.ts';
import styles from './OwnershipGrid.module.css';

export interface OwnershipGridProps {
  readonly map: JourneyMap;
  readonly card: Scorecard;
}

/** Indicators by steps: the darker, the better the score; and who answers for it. */
export function OwnershipGrid({ map, card }: OwnershipGridProps) {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const indicators = useMemo(() => indicatorOwnership(map, card), [map, card]);
  const places = [...map.steps.map(({ id }) => id), 'map' as const];
  return (
    <section aria-labelledby="quality-owners">
      <h3 id="quality-owners" className={styles['heading']}>
        <Trans>Indicators by step, and who owns them</Trans>
      </h3>
      <div className={styles['scroll']}>
        <table className={classNames(styles['grid'], 'numbers')}>
          <thead>
            <tr>
              <td />
              {map.steps.map((step, s) => (
                <th key={step.id} scope="col" title={step.title}>
                  {s + 1}
                </th>
              ))}
              <th scope="col">
                <Trans>Map</Trans>
              </th>
              <th scope="col" className={styles['owner']}>
                <Trans>Who answers for it</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {indicators.map(({ id, title, cells, unowned }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                {places.map((place) => {
                  const cell = cells.find((each) => each.place === place);
                  return cell === undefined ? (
                    <td key={place} className={styles['empty']} />
                  ) : (
                    <td
                      key={place}
                      title={cell.owners.join(comma(language))}
                      style={strength(cell.score)}
                      className={styles['cell']}
                    >
                      {i18n.number(cell.score, { maximumFractionDigits: 0 })}
                    </td>
                  );
                })}
                <td className={styles['owner']}>
                  {unowned ? (
                    <span className={styles['nobody']}>
                      <TriangleAlert aria-hidden />
                      {cells.length === 0 ? t`nobody measures it` : t`nobody`}
                    </span>
                  ) : (
                    [...new Set(cells.flatMap(({ owners }) => owners))].join(comma(language))
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** React's type knows no custom properties. */
const strength = (score: number): CSSProperties =>
  ({ '--strength': `${Math.round(score * 0.45)}%` }) as CSSProperties;
