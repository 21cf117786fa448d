import { useLingui } from '@lingui/react/macro';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MapLayout } from '../../model/layout/mapLayout.ts';
import { hasOwnKeys } from '../design/hasOwnKeys.ts';
import { IconButton } from '../design/parts/IconButton.tsx';
import { useCanvas } from './canvasContext.ts';
import styles from './Presenter.module.css';
import { useViewport } from './reactFlow/FlowShell.tsx';
import { viewportToFit } from './viewport.ts';

export interface PresenterProps {
  readonly layout: MapLayout;
  readonly onEnd: () => void;
}

/** Shows the map to a room: the whole, then stage by stage, with the arrow keys, a click or a presenter's remote. */
export function Presenter({ layout, onEnd }: PresenterProps) {
  const { t } = useLingui();
  const canvas = useCanvas();
  const viewport = useViewport();
  // 0 is the whole map.
  const [shown, setShown] = useState(0);
  const last = layout.stages.length;

  const show = useCallback(() => {
    const stage = layout.stages[shown - 1];
    const box =
      stage === undefined
        ? { x: 0, y: 0, width: layout.width, height: layout.height }
        : {
            x: stage.x - layout.grid.x,
            y: 0,
            width: stage.width + layout.grid.x,
            height: Math.min(layout.height, (stage.width + layout.grid.x) * 0.62),
          };
    const fitted = viewportToFit(box, viewport.size(), 32, 2);
    viewport.set(stage === undefined ? fitted : { ...fitted, y: 16 }, { animate: true });
  }, [layout, shown, viewport]);
  useEffect(() => {
    show();
    // The canvas grows when the bars go.
    let size = viewport.size();
    return viewport.subscribe(() => {
      const now = viewport.size();
      if (now.width === size.width && now.height === size.height) return;
      size = now;
      show();
    });
  }, [show, viewport]);

  const next = useCallback(() => setShown((now) => Math.min(now + 1, last)), [last]);
  const previous = useCallback(() => setShown((now) => Math.max(now - 1, 0)), []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (hasOwnKeys(event.target)) return;
      if ([' ', 'Enter'].includes(event.key) && isButton(event.target)) return;
      if (['ArrowRight', 'PageDown', ' ', 'Enter'].includes(event.key)) next();
      else if (['ArrowLeft', 'PageUp'].includes(event.key)) previous();
      else if (event.key === 'Home') setShown(0);
      else if (event.key === 'Escape') onEnd();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [next, previous, onEnd]);

  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = bar.current?.closest<HTMLElement>('[data-canvas]');
    if (root === null || root === undefined) return undefined;
    // A press selects nothing here.
    const onPointerDown = (event: Event) => {
      if (!isButton(event.target)) event.stopPropagation();
    };
    const onClick = (event: Event) => {
      if (!isButton(event.target)) next();
    };
    root.addEventListener('pointerdown', onPointerDown, true);
    root.addEventListener('click', onClick);
    return () => {
      root.removeEventListener('pointerdown', onPointerDown, true);
      root.removeEventListener('click', onClick);
    };
  }, [next]);

  const stageId = layout.stages[shown - 1]?.stageId;
  const title = stageId === undefined ? t`Whole map` : (canvas.shared.record('stages', stageId)?.title ?? '');
  return (
    <div ref={bar} className={styles['bar']}>
      <IconButton
        size="small"
        label={t`Previous`}
        icon={<ChevronLeft />}
        tooltipSide="top"
        onClick={previous}
      />
      <span role="status">
        {title} · {t`${shown} of ${last}`} · {t`arrow keys go on, Escape ends`}
      </span>
      <IconButton size="small" label={t`Next`} icon={<ChevronRight />} tooltipSide="top" onClick={next} />
      <IconButton
        size="small"
        label={t`End the presentation`}
        icon={<X />}
        tooltipSide="top"
        onClick={onEnd}
      />
    </div>
  );
}

const isButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button') !== null;
