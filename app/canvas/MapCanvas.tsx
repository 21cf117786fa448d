import { type ReactNode, memo, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Box, MapLayout } from '../../model/layout/mapLayout.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { BlueprintLines } from './BlueprintLines.tsx';
import type { Canvas } from './canvasContext.ts';
import { CanvasProvider, useCanvasState } from './canvasContext.ts';
import { ConnectorLayer } from './ConnectorLayer.tsx';
import { CanvasMenu } from './editing/CanvasMenu.tsx';
import { CarryLayer } from './editing/CarryLayer.tsx';
import { Interaction } from './editing/Interaction.tsx';
import { EmptyMap } from './EmptyMap.tsx';
import { GridLayer, useGridLabel } from './GridLayer.tsx';
import { HeaderCorner, LaneRail } from './LaneRail.tsx';
import styles from './MapCanvas.module.css';
import { Minimap } from './overview/Minimap.tsx';
import { OverviewCanvas } from './overview/OverviewCanvas.tsx';
import { PeopleLayer } from './people/PeopleLayer.tsx';
import { FlowShell, useViewport } from './reactFlow/FlowShell.tsx';
import { StageHeader } from './StageHeader.tsx';
import { StickyNote } from './StickyNote.tsx';
import { useVisibleParts } from './visibleParts.ts';
import { viewportToFit } from './viewport.ts';
import { ZoomControl } from './ZoomControl.tsx';

export interface MapCanvasProps {
  readonly canvas: Canvas;
  readonly map: JourneyMap;
  readonly layout: MapLayout;
  /** Over the canvas: what the editor adds. */
  readonly children?: ReactNode;
}

/** The map itself: grid, headers, curves, arrows and loose notes, with pan, zoom and a small picture of the whole. */
export const MapCanvas = memo(({ canvas, map, layout, children }: MapCanvasProps) => (
  <CanvasProvider value={canvas}>
    <Shell map={map} layout={layout}>
      {children}
    </Shell>
  </CanvasProvider>
));

function Shell({ map, layout, children }: Omit<MapCanvasProps, 'canvas'>) {
  const handTool = useCanvasState((state) => state.tool === 'hand');
  const stickies = useMemo(() => layout.stickies.map((box) => ({ id: box.cardId, box })), [layout.stickies]);
  const limits = useMemo(() => panLimits(layout), [layout]);
  return (
    <CanvasMenu>
      <div className={styles['canvas']} data-canvas>
        <FlowShell
          handTool={handTool}
          freeObjects={stickies}
          drawFreeObject={drawSticky}
          panLimits={limits}
          moving={<MovingLayer layout={layout} />}
        >
          <FixedLayer map={map} layout={layout} />
          <Interaction />
          <Announcer />
          {children}
        </FlowShell>
      </div>
    </CanvasMenu>
  );
}

/** Tells screen readers what an action did. */
function Announcer() {
  const announcement = useCanvasState((state) => state.announcement);
  return (
    <div role="status" aria-live="polite" className={styles['announcer']}>
      {announcement}
    </div>
  );
}

const drawSticky = (id: string) => <StickyNote id={id} />;

/** What moves and zooms with the view. From afar it is empty: the overview canvas stands in. */
const MovingLayer = memo(({ layout }: { readonly layout: MapLayout }) => {
  const { rows, columns, distance } = useVisibleParts(layout);
  const label = useGridLabel(layout);
  if (distance !== 'near' || isEmpty(layout)) return null;
  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={layout.rows.length + 2}
      aria-colcount={layout.columns.length + 1}
      aria-multiselectable
      className={styles['map']}
      style={{ width: layout.width, height: layout.height }}
    >
      <GridLayer layout={layout} rows={rows} columns={columns} />
      <ConnectorLayer layout={layout} rows={rows} columns={columns} />
      <LaneRail layout={layout} rows={rows} />
      <BlueprintLines layout={layout} />
      <StageHeader layout={layout} columns={columns} />
      <HeaderCorner layout={layout} />
      <CarryLayer layout={layout} />
      <PeopleLayer layout={layout} />
    </div>
  );
});

function FixedLayer({ map, layout }: { readonly map: JourneyMap; readonly layout: MapLayout }) {
  const viewport = useViewport();
  const { distance } = useVisibleParts(layout);
  const label = useGridLabel(layout);
  const fit = useCallback(() => {
    viewport.set(viewportToFit(wholeMap(layout), viewport.size(), 16), { animate: true });
  }, [layout, viewport]);
  useFirstView(layout);
  return (
    <>
      {isEmpty(layout) && <EmptyMap />}
      {distance !== 'near' && <OverviewCanvas map={map} layout={layout} label={label} />}
      <div className={styles['corner']}>
        <ZoomControl onFit={fit} onFitSelection={undefined} />
        <Minimap layout={layout} />
      </div>
    </>
  );
}

/** A map without steps or without lanes has no cell: it shows how to begin. */
const isEmpty = (layout: MapLayout): boolean => layout.columns.length === 0 || layout.rows.length === 0;

const leastFirstZoom = 0.7;

/** A map opens with its left edge at the left and as many steps as stay readable. */
function useFirstView(layout: MapLayout): void {
  const viewport = useViewport();
  const done = useRef(false);
  useEffect(() => {
    const start = () => {
      const { width } = viewport.size();
      if (done.current || width === 0) return;
      done.current = true;
      const zoom = Math.min(1, Math.max(leastFirstZoom, (width - 2 * edgePx) / Math.max(1, layout.width)));
      viewport.set({ x: edgePx, y: edgePx, zoom });
    };
    start();
    return viewport.subscribe(start);
  }, [viewport, layout]);
}

const edgePx = 8;

const wholeMap = (layout: MapLayout): Box => {
  const right = Math.max(layout.width, ...layout.stickies.map((box) => box.x + box.width));
  const bottom = Math.max(layout.height, ...layout.stickies.map((box) => box.y + box.height));
  const left = Math.min(0, ...layout.stickies.map((box) => box.x));
  const top = Math.min(0, ...layout.stickies.map((box) => box.y));
  return { x: left, y: top, width: right - left, height: bottom - top };
};

const freeMargin = 1_600;

function panLimits(layout: MapLayout): Box {
  const whole = wholeMap(layout);
  return {
    x: whole.x - freeMargin,
    y: whole.y - freeMargin,
    width: whole.width + 2 * freeMargin,
    height: whole.height + 2 * freeMargin,
  };
}
