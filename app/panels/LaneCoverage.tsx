import { Trans, useLingui } from '@lingui/react/macro';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { laneEvidence } from '../../model/quality/laneEvidence.ts';
import styles from './EvidenceTab.module.css';

/** How much of each lane rests on evidence. */
export function LaneCoverage({ map }: { readonly map: JourneyMap }) {
  const { t } = useLingui();
  const lanes = laneEvidence(map);
  if (lanes.length === 0) return null;
  return (
    <details className={styles['coverage']}>
      <summary>
        <Trans>How much of each lane rests on evidence</Trans>
      </summary>
      <ul>
        {lanes.map(({ lane, all, backed }) => (
          <li key={lane.id}>
            <span>{lane.title}</span>
            <meter min={0} max={all} value={backed} aria-label={lane.title} />
            <span className="numbers">{t`${backed} of ${all}`}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
