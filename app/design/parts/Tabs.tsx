import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './Tabs.module.css';

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly content: ReactNode;
}

export interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly value: Name;
  readonly onChange: (name: Name) => void;
  /** Stands right of the tabs. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
}

/** A few equal sides of one thing, one shown at a time. */
export function Tabs<Name extends string>({
  label,
  tabs,
  value,
  onChange,
  aside,
  className,
}: TabsProps<Name>) {
  return (
    <Radix.Root
      className={classNames(styles['root'], className)}
      value={value}
      onValueChange={(name) => onChange(name as Name)}
    >
      <div className={styles['head']}>
        <Radix.List aria-label={label} className={styles['list']}>
          {tabs.map((tab) => (
            <Radix.Trigger key={tab.name} value={tab.name} className={styles['tab']}>
              {tab.label}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.name} value={tab.name} className={styles['content']}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
