import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** What it does: the tooltip, and the name for who does not see the icon. */
  readonly label: string;
  /** Keys that do the same, as shown in the tooltip: `V` or `Ctrl+K`. */
  readonly shortcut?: string;
  readonly icon: ReactNode;
  /** For a tool that stays on: pressed or not. Left out: an ordinary button. */
  readonly pressed?: boolean;
  readonly size?: 'usual' | 'small';
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
}

export function IconButton({
  label,
  shortcut,
  icon,
  pressed,
  size = 'usual',
  tooltipSide = 'bottom',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={classNames(styles['button'], size === 'small' && styles['small'], className)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
