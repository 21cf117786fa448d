import { useLingui } from '@lingui/react/macro';
import { Minus, Plus } from 'lucide-react';
import { memo, useCallback, useSyncExternalStore } from 'react';
import { IconButton } from '../design/parts/IconButton.tsx';
import { Menu, MenuItem } from '../design/parts/Menu.tsx';
import { useViewport } from './reactFlow/FlowShell.tsx';
import styles from './ZoomControl.module.css';
import { zoomAround } from './viewport.ts';

export interface ZoomControlProps {
  readonly onFit: () => void;
  readonly onFitSelection: (() => void) | undefined;
}

/** How near the map is, and the ways to change it. */
export const ZoomControl = memo(({ onFit, onFitSelection }: ZoomControlProps) => {
  const { t } = useLingui();
  const viewport = useViewport();
  const subscribe = useCallback((listener: () => void) => viewport.subscribe(listener), [viewport]);
  const percent = useSyncExternalStore(subscribe, () => Math.round(viewport.get().zoom * 100));
  const zoomTo = (zoom: number) => {
    const { width, height } = viewport.size();
    viewport.set(zoomAround(viewport.get(), zoom, { x: width / 2, y: height / 2 }), { animate: true });
  };
  return (
    <div className={styles['control']} role="group" aria-label={t`Zoom`}>
      <IconButton
        size="small"
        label={t`Zoom out`}
        shortcut="Ctrl+-"
        tooltipSide="top"
        icon={<Minus />}
        onClick={() => zoomTo(viewport.get().zoom / 1.25)}
      />
      <Menu
        align="center"
        trigger={
          <button type="button" className={styles['percent']} aria-label={t`Zoom: ${percent} per cent`}>
            {percent}%
          </button>
        }
      >
        <MenuItem shortcut="Shift+1" onSelect={onFit}>{t`Whole map`}</MenuItem>
        {onFitSelection !== undefined && (
          <MenuItem shortcut="Shift+2" onSelect={onFitSelection}>{t`Selection`}</MenuItem>
        )}
        <MenuItem onSelect={() => zoomTo(0.5)}>50%</MenuItem>
        <MenuItem shortcut="Shift+0" onSelect={() => zoomTo(1)}>
          100%
        </MenuItem>
        <MenuItem onSelect={() => zoomTo(2)}>200%</MenuItem>
      </Menu>
      <IconButton
        size="small"
        label={t`Zoom in`}
        shortcut="Ctrl++"
        tooltipSide="top"
        icon={<Plus />}
        onClick={() => zoomTo(viewport.get().zoom * 1.25)}
      />
    </div>
  );
});
