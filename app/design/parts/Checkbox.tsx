import type { ReactNode } from 'react';
import styles from './Checkbox.module.css';

export interface CheckboxProps {
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
  /** What is in or out. */
  readonly children: ReactNode;
}

/** In or out, one of several or alone, with its words beside it. */
export const Checkbox = ({ checked, disabled = false, onChange, children }: CheckboxProps) => (
  <label className={styles['choice']}>
    <input
      type="checkbox"
      className={styles['box']}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span>{children}</span>
  </label>
);
