import { ChevronRight } from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../../design/classNames.ts';
import menu from '../../design/parts/Menu.module.css';
import styles from './CanvasMenu.module.css';

export interface ItemProps {
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly danger?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export const Item = ({ icon, shortcut, danger = false, onSelect, children }: ItemProps) => (
  <ContextMenu.Item className={classNames(menu['item'], danger && menu['danger'])} onSelect={onSelect}>
    <span className={menu['icon']}>{icon}</span>
    <span className={menu['text']}>{children}</span>
    {shortcut !== undefined && <kbd className={menu['shortcut']}>{shortcut}</kbd>}
  </ContextMenu.Item>
);

export const Submenu = ({
  icon,
  title,
  children,
}: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}) => (
  <ContextMenu.Sub>
    <ContextMenu.SubTrigger className={menu['item']}>
      <span className={menu['icon']}>{icon}</span>
      <span className={menu['text']}>{title}</span>
      <ChevronRight className={styles['more']} />
    </ContextMenu.SubTrigger>
    <ContextMenu.Portal>
      <ContextMenu.SubContent className={classNames(menu['menu'], styles['scroll'])} collisionPadding={8}>
        {children}
      </ContextMenu.SubContent>
    </ContextMenu.Portal>
  </ContextMenu.Sub>
);

/** After the menu has closed and given the keyboard back, so that an editor that opens keeps it. */
export function later(action: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(action));
}

/** Between what changes a thing and what takes it away. */
export const MenuRule = () => <ContextMenu.Separator className={menu['line']} />;

/** The browser then asks the canvas what to copy, as for the keys. Paste has its key alone: a page may not read the clipboard by itself. */
export const copyByMenu = (command: 'copy' | 'cut') => later(() => document.execCommand(command));
