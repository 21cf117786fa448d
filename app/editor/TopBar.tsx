import { useLingui } from '@lingui/react/macro';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Mark } from '../shell/Mark.tsx';
import { MapTitle } from './MapTitle.tsx';
import styles from './TopBar.module.css';

export interface TopBarProps {
  readonly title: string;
  readonly onRename: ((title: string) => void) | undefined;
  readonly onHome: () => void;
  /** The way to the map of the other side. */
  readonly other: ReactNode;
  /** Whether what is seen is stored. */
  readonly saved: ReactNode;
  readonly views: ReactNode;
  readonly people: ReactNode;
  readonly actions: ReactNode;
}

/** Where one is, whether it is saved, how the map is looked at, who is here, and where it can go from here. */
export function TopBar({ title, onRename, onHome, other, saved, views, people, actions }: TopBarProps) {
  const { t } = useLingui();
  return (
    <header className={styles['bar']} data-region>
      <div className={styles['where']}>
        <a
          className={styles['home']}
          href="/"
          aria-label={t`Your maps`}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onHome();
          }}
        >
          <Mark />
          <span className={styles['crumb']}>{t`Maps`}</span>
          <ChevronRight aria-hidden className={styles['chevron']} />
        </a>
        <MapTitle title={title} onRename={onRename} />
        {other}
        {saved}
      </div>
      <div className={styles['views']}>{views}</div>
      <div className={styles['right']}>
        {people}
        {actions}
      </div>
    </header>
  );
}
