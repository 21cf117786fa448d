import { cloneElement, type HTMLAttributes, type ReactElement } from 'react';

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly side?: TooltipSide;
  readonly children: ReactElement<HTMLAttributes<Element>>;
}

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left';

/**
 * Explains what is pointed at or focused; TooltipLayer shows it. Never the only place of a fact: it does not exist on
 * touch screens.
 */
export const Tooltip = ({ text, shortcut, side = 'bottom', children }: TooltipProps) =>
  cloneElement(children, {
    'data-tip': text,
    'data-tip-keys': shortcut,
    'data-tip-side': side,
  } as HTMLAttributes<Element>);
