import { useLingui } from '@lingui/react/macro';
import { memo, useId } from 'react';
import styles from './ViewSwitch.module.css';

/** The ways to look at one and the same map. */
export const views = ['journey', 'blueprint', 'metrics', 'quality', 'plans', 'outline', 'compare'] as const;
export type View = (typeof views)[number];

/** These are pages: no tools and no panel beside them. */
export const isPage = (view: View): boolean => view === 'quality' || view === 'plans' || view === 'compare';

/** These show the map by itself: tools, zoom and presenting are theirs. */
export const isOnCanvas = (view: View): boolean => view === 'journey' || view === 'blueprint';

export interface ViewSwitchProps {
  readonly view: View;
  readonly onChange: (view: View) => void;
}

export const ViewSwitch = memo(({ view, onChange }: ViewSwitchProps) => {
  const { t } = useLingui();
  const name = useId();
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
    <div role="radiogroup" aria-label={t`View`} className={styles['switch']}>
      {views.map((one) => (
        <label key={one} className={styles['view']}>
          <input
            type="radio"
            name={name}
            className={styles['choice']}
            checked={one === view}
            onChange={() => onChange(one)}
          />
          {names[one]}
        </label>
      ))}
    </div>
  );
});
