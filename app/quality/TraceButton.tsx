import { ListTree } from 'lucide-react';
import { IconButton } from '../design/parts/IconButton.tsx';
import styles from './TraceButton.module.css';

export interface TraceButtonProps {
  readonly label: string;
  readonly onClick: () => void;
}

/** Beside a score: opens the tree of what it comes from. */
export function TraceButton({ label, onClick }: TraceButtonProps) {
  return (
    <IconButton
      size="small"
      className={styles['button']}
      icon={<ListTree />}
      label={label}
      onClick={onClick}
    />
  );
}
