import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { PreferencesMenu } from '../settings/PreferencesMenu.tsx';
import { Mark } from '../shell/Mark.tsx';
import styles from './LibraryScreen.module.css';

/** The home of the application: the maps of this device and of the server. */
export function LibraryScreen() {
  const { t } = useLingui();
  useEffect(() => {
    document.title = t`Your maps · Throughline`;
  }, [t]);
  return (
    <div className={styles['page']}>
      <header className={styles['bar']}>
        <Mark size={28} />
        <span className={styles['name']}>Throughline</span>
        <PreferencesMenu />
      </header>
      <main className={styles['main']}>
        <h1 className={styles['title']}>
          <Trans>Your maps</Trans>
        </h1>
      </main>
    </div>
  );
}
