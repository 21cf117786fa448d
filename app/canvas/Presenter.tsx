import { useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useState } from 'react';
import type { MapLayout } from '../../model/layout/mapLayout.ts';
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

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (['ArrowRight', 'PageDown', ' ', 'Enter'].includes(event.key))
        setShown((now) => Math.min(now + 1, last));
      else if (['ArrowLeft', 'PageUp'].includes(event.key)) setShown((now) => Math.max(now - 1, 0));
      else if (event.key === 'Home') setShown(0);
      else if (event.key === 'Escape') onEnd();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [last, onEnd]);

  const stageId = layout.stages[shown - 1]?.stageId;
  const title = stageId === undefined ? t`Whole map` : (canvas.shared.record('stages', stageId)?.title ?? '');
  return (
    <div className={styles['bar']} role="status">
      {title} · {t`${shown} of ${last}`} · {t`arrow keys go on, Escape ends`}
    </div>
  );
}
