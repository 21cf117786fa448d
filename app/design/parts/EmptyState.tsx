import type { ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  /** What could stand here, and how to bring it here. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** A problem is told in the same place, with its own icon and colour. */
  readonly problem?: boolean;
}

export function EmptyState({ icon, title, children, action, problem = false }: EmptyStateProps) {
  return (
    <div
      className={classNames(styles['state'], problem && styles['problem'])}
      role={problem ? 'alert' : undefined}
    >
      {icon !== undefined && <div className={styles['icon']}>{icon}</div>}
      <p className={styles['title']}>{title}</p>
      {children !== undefined && <div className={styles['text']}>{children}</div>}
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  );
}
