import { useLingui } from '@lingui/react/macro';
import { ToggleGroup } from 'radix-ui';
import { memo } from 'react';
import styles from './ViewSwitch.module.css';

/** The ways to look at one and the same map. */
export const views = ['journey', 'blueprint', 'metrics', 'quality', 'plans', 'outline', 'compare'] as const;
export type View = (typeof views)[number];

/** These are pages: no tools and no panel beside them. */
export const isPage = (view: View): boolean => view === 'quality' || view === 'plans' || view === 'compare';

export interface ViewSwitchProps {
  readonly view: View;
  readonly onChange: (view: View) => void;
}

export const ViewSwitch = memo(({ view, onChange }: ViewSwitchProps) => {
  const { t } = useLingui();
  const names: Readonly<Record<View, string>> = {
    journey: t`Journey`,
    blueprint: t`Blueprint`,
    metrics: t`Metrics`,
    quality: t`Quality`,
    plans: t`Plans`,
    outline: t`Outline`,
    compare: t`Compare`,
  };
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={t`View`}
      className={styles['switch']}
      value={view}
      onValueChange={(next) => {
        const chosen = views.find((one) => one === next);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {views.map((one) => (
        <ToggleGroup.Item key={one} value={one} className={styles['view']}>
          {names[one]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
});
