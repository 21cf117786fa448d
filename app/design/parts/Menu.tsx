import { Check, ChevronRight } from 'lucide-react';
import {
  cloneElement,
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  use,
  useCallback,
  useRef,
  useState,
} from 'react';
import { classNames } from '../classNames.ts';
import { lazyPart } from '../lazyPart.tsx';
import styles from './Menu.module.css';
import { useMenuParts } from './menuParts.ts';

/** Comes with the first menu that is opened. */
const OpenMenu = lazyPart(async () => (await import('./OpenMenu.tsx')).OpenMenu);

export interface MenuProps {
  /** A button that hands on what it is given. */
  readonly trigger: ReactElement<ComponentProps<'button'>>;
  readonly children: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
}

/**
 * When the chosen action is carried out: once the keyboard is back at the button, so that a field or a dialog that the
 * action shows can take it from there. A menu without a button of its own does it at once.
 */
const OnceClosed = createContext((action: () => void): void => action());

/** A list of actions that opens from a button. */
export function Menu({ trigger, children, align = 'start' }: MenuProps) {
  const [opened, setOpened] = useState<{ readonly button: HTMLElement; readonly byKeyboard: boolean }>();
  const chosen = useRef<() => void>(undefined);
  const doOnceClosed = useCallback((action: () => void) => {
    chosen.current = action;
  }, []);
  return (
    <>
      {cloneElement(trigger, {
        'aria-haspopup': 'menu',
        'aria-expanded': opened !== undefined,
        onClick: (event: MouseEvent<HTMLButtonElement>) =>
          setOpened({ button: event.currentTarget, byKeyboard: event.detail === 0 }),
        onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpened({ button: event.currentTarget, byKeyboard: true });
        },
      })}
      {opened !== undefined && (
        <OpenMenu
          at={opened.button.getBoundingClientRect()}
          align={align}
          label={opened.button.ariaLabel ?? opened.button.textContent}
          byKeyboard={opened.byKeyboard}
          onClose={() => setOpened(undefined)}
          onClosed={() => {
            opened.button.focus();
            chosen.current?.();
            chosen.current = undefined;
          }}
        >
          <OnceClosed value={doOnceClosed}>{children}</OnceClosed>
        </OpenMenu>
      )}
    </>
  );
}

export interface MenuItemProps {
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function MenuItem({
  icon,
  shortcut,
  danger = false,
  disabled = false,
  onSelect,
  children,
}: MenuItemProps) {
  const { Item } = useMenuParts();
  const onceClosed = use(OnceClosed);
  return (
    <Item
      className={classNames(styles['item'], danger && styles['danger'])}
      disabled={disabled}
      onSelect={() => onceClosed(onSelect)}
    >
      <span className={styles['icon']}>{icon}</span>
      <span className={styles['text']}>{children}</span>
      {shortcut !== undefined && <kbd className={styles['shortcut']}>{shortcut}</kbd>}
    </Item>
  );
}

export interface SubmenuProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}

/** A menu beside an item. */
export function Submenu({ icon, title, children }: SubmenuProps) {
  const { Sub, SubTrigger, Portal, SubContent } = useMenuParts();
  return (
    <Sub>
      <SubTrigger className={styles['item']}>
        <span className={styles['icon']}>{icon}</span>
        <span className={styles['text']}>{title}</span>
        <ChevronRight className={styles['more']} />
      </SubTrigger>
      <Portal>
        <SubContent className={styles['menu']} collisionPadding={8}>
          {children}
        </SubContent>
      </Portal>
    </Sub>
  );
}

export interface MenuChoiceProps<Value extends string> {
  readonly title: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few values, with a tick at the present one. */
export function MenuChoice<Value extends string>({
  title,
  value,
  options,
  onChange,
}: MenuChoiceProps<Value>) {
  const { Label, RadioGroup, RadioItem, ItemIndicator } = useMenuParts();
  return (
    <>
      <Label className={styles['title']}>{title}</Label>
      <RadioGroup value={value} onValueChange={(next) => onChange(next as Value)}>
        {options.map((option) => (
          <RadioItem key={option.value} value={option.value} className={styles['item']}>
            <span className={styles['icon']}>
              <ItemIndicator>
                <Check />
              </ItemIndicator>
            </span>
            <span className={styles['text']}>{option.label}</span>
          </RadioItem>
        ))}
      </RadioGroup>
    </>
  );
}

/** Between what changes a thing and what takes it away. */
export function MenuLine() {
  const { Separator } = useMenuParts();
  return <Separator className={styles['line']} />;
}
