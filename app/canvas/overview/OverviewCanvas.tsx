import { memo, useEffect, useRef } from 'react';
import type { MapLayout } from '../../../model/layout/mapLayout.ts';
import type { JourneyMap } from '../../../model/map/journeyMap.ts';
import { useTheme } from '../../design/useTheme.ts';
import { useViewport } from '../reactFlow/FlowShell.tsx';
import { drawOverview } from './drawOverview.ts';
import styles from './OverviewCanvas.module.css';
import { readPalette } from './palette.ts';

export interface OverviewCanvasProps {
  readonly map: JourneyMap;
  readonly layout: MapLayout;
  readonly label: string;
}

/** The map from afar: one canvas in place of hundreds of cards, titles as large as the screen needs them. */
export const OverviewCanvas = memo(({ map, layout, label }: OverviewCanvasProps) => {
  const element = useRef<HTMLCanvasElement>(null);
  const viewport = useViewport();
  const theme = useTheme();
  useEffect(() => {
    const canvas = element.current;
    const context = canvas?.getContext('2d', { alpha: false });
    if (canvas === null || context === null || context === undefined) return undefined;
    const palette = readPalette(canvas, theme);
    let frame = 0;
    const draw = () => {
      frame = 0;
      const { width, height } = viewport.size();
      const ratio = window.devicePixelRatio;
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawOverview(context, { map, layout, palette, viewport: viewport.get(), size: { width, height } });
    };
    draw();
    const stop = viewport.subscribe(() => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [map, layout, viewport, theme]);
  return <canvas ref={element} role="img" aria-label={label} className={styles['overview']} />;
});
