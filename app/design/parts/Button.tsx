import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './Button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `main` stands once on a screen: the thing most people came for. `quiet` has no border until pointed at. */
  readonly look?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'usual' | 'small';
  readonly icon?: ReactNode;
}

export function Button({ look = 'plain', size = 'usual', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles['button'], styles[look], size === 'small' && styles['small'], className)}
    >
      {icon}
      {children}
    </button>
  );
}
