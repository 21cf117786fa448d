import { Trans, useLingui } from '@lingui/react/macro';
import type { MapChange } from '../../model/map/compareMaps.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { changeText } from './changeText.ts';
import styles from './HistoryDialog.module.css';

export interface ChangeListProps {
  readonly changes: readonly MapChange[];
  readonly earlier: JourneyMap;
  readonly now: JourneyMap;
}

const mostShown = 200;

/** Place by place what was and what is. */
export function ChangeList({ changes, earlier, now }: ChangeListProps) {
  const { t, i18n } = useLingui();
  const signs = { added: t`added`, removed: t`removed`, changed: t`changed` };
  return (
    <ul>
      {changes.slice(0, mostShown).map((change) => {
        const { place, before, after } = changeText(change, earlier, now, i18n);
        return (
          <li key={`${change.collection} ${change.id}`} className={styles['change']}>
            <p className={styles['place']}>
              {place} <span className={styles[change.type]}>{signs[change.type]}</span>
            </p>
            {before !== undefined && before !== after && <del className={styles['before']}>{before}</del>}
            {after !== undefined && <ins className={styles['after']}>{after}</ins>}
          </li>
        );
      })}
      {changes.length > mostShown && (
        <li className={styles['place']}>
          <Trans>and {i18n.number(changes.length - mostShown)} more</Trans>
        </li>
      )}
    </ul>
  );
}
