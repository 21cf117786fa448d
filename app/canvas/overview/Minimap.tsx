import { useLingui } from '@lingui/react/macro';
import { memo, useEffect, useRef, useState } from 'react';
import type { MapLayout } from '../../../model/layout/mapLayout.ts';
import { useTheme } from '../../design/useTheme.ts';
import { useViewport } from '../reactFlow/FlowShell.tsx';
import { visibleBox } from '../viewport.ts';
import styles from './Minimap.module.css';
import { inPauses } from './inPauses.ts';
import { type Palette, readPalette } from './palette.ts';

const width = 148;
const height = 84;
const margin = 5;
/** Between two pictures of a map that is being edited. */
const pauseMs = 300;

/** The whole map as a small picture with a frame around what is on screen; pressing it goes there. */
export const Minimap = memo(({ layout }: { readonly layout: MapLayout }) => {
  const { t } = useLingui();
  const viewport = useViewport();
  const theme = useTheme();
  const picture = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [pauses] = useState(() => inPauses(pauseMs));
  const scale = Math.min(
    (width - 2 * margin) / Math.max(1, layout.width),
    (height - 2 * margin) / Math.max(1, layout.height),
  );
  const left = (width - layout.width * scale) / 2;
  const top = (height - layout.height * scale) / 2;

  useEffect(() => {
    const canvas = picture.current;
    const context = canvas?.getContext('2d');
    if (canvas === null || context === null || context === undefined) return;
    // It is looked at after an edit, not during it.
    pauses.soon(() => {
      const ratio = window.devicePixelRatio;
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * left, ratio * top);
      drawMinimap(context, layout, readPalette(canvas, theme));
    });
  }, [pauses, layout, scale, left, top, theme]);
  useEffect(() => pauses.stop, [pauses]);

  useEffect(() => {
    const update = () => {
      const visible = visibleBox(viewport.get(), viewport.size());
      const x = Math.max(left + visible.x * scale, 1);
      const y = Math.max(top + visible.y * scale, 1);
      const right = Math.min(left + (visible.x + visible.width) * scale, width - 1);
      const bottom = Math.min(top + (visible.y + visible.height) * scale, height - 1);
      const element = frame.current;
      if (element === null) return;
      element.style.transform = `translate(${x}px, ${y}px)`;
      element.style.width = `${Math.max(6, right - x)}px`;
      element.style.height = `${Math.max(6, bottom - y)}px`;
    };
    update();
    return viewport.subscribe(update);
  }, [viewport, scale, left, top]);

  const goTo = (event: React.PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const { zoom } = viewport.get();
    const size = viewport.size();
    const x = (event.clientX - box.left - left) / scale;
    const y = (event.clientY - box.top - top) / scale;
    viewport.set({ zoom, x: size.width / 2 - x * zoom, y: size.height / 2 - y * zoom });
  };
  return (
    <div
      className={styles['minimap']}
      role="img"
      aria-label={t`Small picture of the whole map`}
      style={{ width, height }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
      }}
    >
      <canvas ref={picture} className={styles['picture']} />
      <div ref={frame} className={styles['frame']} />
    </div>
  );
});

function drawMinimap(context: CanvasRenderingContext2D, layout: MapLayout, palette: Palette): void {
  for (const stage of layout.stages) {
    context.fillStyle = palette.stage(stage.hue);
    context.fillRect(stage.x, stage.y, stage.width, stage.height);
  }
  for (const row of layout.rows) {
    for (const box of row.content.collapsed ? [] : row.content.cards) {
      const hue = layout.columns[box.column]?.hue ?? 7;
      context.globalAlpha = row.content.kind === 'painPoints' ? 0.8 : 0.35;
      context.fillStyle = row.content.kind === 'painPoints' ? palette.pain : palette.stage(hue);
      context.fillRect(box.x, row.y + box.y, box.width, box.height);
    }
    context.globalAlpha = 1;
    for (const curve of row.content.curveArea?.curves ?? []) {
      context.save();
      context.translate(0, row.y);
      context.strokeStyle = palette.inkSecondary;
      context.lineWidth = layout.width / 130;
      context.stroke(new Path2D(curve.path));
      context.restore();
    }
  }
}
