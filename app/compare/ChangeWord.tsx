import { useLingui } from '@lingui/react/macro';
import { ArrowRight, Minus, PenLine, Plus, Undo2 } from 'lucide-react';
import type { CardChange } from '../../model/map/compareGrid.ts';
import { classNames } from '../design/classNames.ts';
import { IconButton } from '../design/parts/IconButton.tsx';
import styles from './ChangeWord.module.css';

export interface ChangeWordProps {
  readonly change: Exclude<CardChange, 'same'>;
  /** Undefined where nothing may be changed. */
  readonly take: { readonly label: string; readonly onTake: () => void } | undefined;
}

/** What happened to a card, an emotion or a number, with its sign, and the way to have it as on the other side. */
export function ChangeWord({ change, take }: ChangeWordProps) {
  const { t } = useLingui();
  const words: Readonly<Record<ChangeWordProps['change'], string>> = {
    added: t`added`,
    removed: t`removed`,
    changed: t`changed`,
    moved: t`moved here`,
    movedOut: t`moved away`,
  };
  return (
    <span className={classNames(styles['word'], styles[change])}>
      <Sign change={change} />
      {words[change]}
      {take !== undefined && (
        <IconButton
          className={styles['take']}
          size="small"
          label={take.label}
          icon={<Undo2 />}
          onClick={take.onTake}
        />
      )}
    </span>
  );
}

function Sign({ change }: Pick<ChangeWordProps, 'change'>) {
  switch (change) {
    case 'added':
      return <Plus aria-hidden />;
    case 'removed':
      return <Minus aria-hidden />;
    case 'changed':
      return <PenLine aria-hidden />;
    default:
      return <ArrowRight aria-hidden />;
  }
}
