import { DropdownMenu } from 'radix-ui';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import styles from './Menu.module.css';
import { MenuParts } from './menuParts.ts';

export interface OpenMenuProps {
  /** Where it hangs, in pixels of the window: a button, or a point without size. */
  readonly at: Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>;
  readonly side?: 'bottom' | 'right';
  readonly align?: 'start' | 'center' | 'end';
  readonly label: string;
  /** The first item has the keyboard at once. */
  readonly byKeyboard: boolean;
  readonly onClose: () => void;
  /** After it has closed: gives the keyboard back. */
  readonly onClosed: () => void;
  readonly children: ReactNode;
}

/** A menu that is open; arrow keys move, letters jump, Escape and a press outside close it. */
export function OpenMenu({
  at,
  side = 'bottom',
  align = 'start',
  label,
  byKeyboard,
  onClose,
  onClosed,
  children,
}: OpenMenuProps) {
  const content = useRef<HTMLDivElement>(null);
  return (
    <MenuParts value={DropdownMenu}>
      <DropdownMenu.Root open onOpenChange={(open) => !open && onClose()}>
        <DropdownMenu.Trigger asChild>
          <span
            aria-hidden
            className={styles['anchor']}
            style={{ left: at.x, top: at.y, width: at.width, height: at.height }}
          />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            ref={content}
            className={styles['menu']}
            aria-label={label}
            aria-labelledby={undefined}
            side={side}
            align={align}
            sideOffset={side === 'bottom' ? 6 : 2}
            collisionPadding={8}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              onClosed();
            }}
          >
            {byKeyboard && <FocusFirst of={content} />}
            {children}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </MenuParts>
  );
}

/** The library knows of keys only while a menu is there; the key that opened this one came before. */
function FocusFirst({ of }: { readonly of: RefObject<HTMLElement | null> }) {
  useEffect(
    () => of.current?.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')?.focus(),
    [of],
  );
  return null;
}
