import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import styles from './OpeningMap.module.css';

/** The editor's shape while a map is on its way. */
export function OpeningMap() {
  const { t } = useLingui();
  return (
    <div className={styles['screen']} role="status" aria-busy aria-label={t`Opening the map`}>
      <div className={styles['bar']}>
        <Skeleton width={24} height={24} />
        <Skeleton width={220} />
      </div>
      <div className={styles['grid']}>
        {Array.from({ length: 24 }, (_, cell) => (
          <Skeleton key={cell} height={cell < 6 ? 32 : 74} />
        ))}
      </div>
    </div>
  );
}
