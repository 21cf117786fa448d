import { classNames } from '../design/classNames.ts';
import { ChangeWord, type ChangeWordProps } from './ChangeWord.tsx';
import styles from './ComparedFigure.module.css';

export interface ComparedFigureProps {
  /** What it is a figure of; empty where the row says it. */
  readonly name: string;
  readonly change: 'same' | 'added' | 'removed' | 'changed';
  /** As it is read; undefined where a side has none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly take: ChangeWordProps['take'];
}

/** An emotion or a number of both sides: what was, and behind an arrow what is. */
export function ComparedFigure({ name, change, before, after, take }: ComparedFigureProps) {
  return (
    <div className={classNames(styles['figure'], 'numbers')}>
      {change !== 'same' && <ChangeWord change={change} take={take} />}
      {name !== '' && <span className={styles['name']}>{name}</span>}
      <span>
        {before !== undefined && before !== after && <del className={styles['was']}>{before}</del>}
        {before !== undefined && after !== undefined && before !== after && ' → '}
        {after !== undefined && <ins className={styles['is']}>{after}</ins>}
      </span>
    </div>
  );
}
