import { Plural } from '@lingui/react/macro';
import { Eye } from 'lucide-react';
import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Box, MapLayout } from '../../model/layout/mapLayout.ts';
import { cardBoxOnMap } from '../../model/layout/placeOnMap.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { Button } from '../design/parts/Button.tsx';
import { BlueprintLines } from './BlueprintLines.tsx';
import type { Canvas } from './canvasContext.ts';
import { CanvasProvider, useCanvas, useCanvasState } from './canvasContext.ts';
import { CommentBadges } from './CommentBadges.tsx';
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
import { reveal } from './reveal.ts';
import { ShownMapContext, useShownMap } from './shownMap.ts';
import { StageHeader } from './StageHeader.tsx';
import { StickyNote } from './StickyNote.tsx';
import { Tray } from './Tray.tsx';
import { useVisibleParts } from './visibleParts.ts';
import { overviewZoom, viewportToFit, viewportToFitMap, zoomAround } from './viewport.ts';
import { ZoomControl } from './ZoomControl.tsx';

export interface MapCanvasProps {
  readonly canvas: Canvas;
  readonly map: JourneyMap;
  readonly layout: MapLayout;
  /** Over the canvas: what the editor adds. */
  readonly children?: ReactNode;
}

/** The map itself: grid, headers, curves, arrows and loose notes, with pan, zoom and a small picture of the whole. */
export const MapCanvas = memo(({ canvas, map, layout, children }: MapCanvasProps) => {
  const shown = useMemo(() => ({ map, layout }), [map, layout]);
  const { stickies, width, height } = layout;
  const size = useMemo(() => ({ stickies, width, height }), [stickies, width, height]);
  return (
    <CanvasProvider value={canvas}>
      <ShownMapContext value={shown}>
        <Shell size={size}>{children}</Shell>
      </ShownMapContext>
    </CanvasProvider>
  );
});

interface ShellProps {
  /** How far the map reaches, with the notes beside it. */
  readonly size: MapSize;
  readonly children: ReactNode;
}

type MapSize = Pick<MapLayout, 'stickies' | 'width' | 'height'>;

const Shell = memo(({ size, children }: ShellProps) => {
  const handTool = useCanvasState((state) => state.tool === 'hand');
  const stickies = useMemo(() => size.stickies.map((box) => ({ id: box.cardId, box })), [size.stickies]);
  const limits = useMemo(() => panLimits(size), [size]);
  return (
    <CanvasMenu>
      <div className={styles['canvas']} data-canvas data-region tabIndex={-1}>
        <FlowShell
          handTool={handTool}
          freeObjects={stickies}
          drawFreeObject={drawSticky}
          panLimits={limits}
          moving={<MovingLayer />}
        >
          <FixedLayer />
          <Interaction />
          <Announcer />
          {children}
        </FlowShell>
      </div>
    </CanvasMenu>
  );
});

/** Tells screen readers what an action did. */
function Announcer() {
  const announcement = useCanvasState((state) => state.announcement);
  return (
    <div role="status" aria-live="polite" className="unseen">
      {announcement}
    </div>
  );
}

const drawSticky = (id: string) => <StickyNote id={id} />;

/** What moves and zooms with the view. From afar it is empty: the overview canvas stands in. */
const MovingLayer = memo(() => {
  const { layout } = useShownMap();
  const { rows, columns, distance } = useVisibleParts(layout);
  const label = useGridLabel(layout);
  const { presenting } = useCanvas();
  if (distance !== 'near' || isEmpty(layout)) return null;
  return (
    <div className={styles['map']} style={{ width: layout.width, height: layout.height }}>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={layout.rows.length + 2}
        aria-colcount={layout.columns.length + 1}
        aria-multiselectable
        className={styles['grid']}
      >
        <StageHeader layout={layout} columns={columns} />
        <GridLayer layout={layout} rows={rows} columns={columns} />
      </div>
      {/* Its titles are owned by the rows of the grid. */}
      <LaneRail layout={layout} rows={rows} />
      <ConnectorLayer layout={layout} rows={rows} columns={columns} />
      <BlueprintLines layout={layout} />
      <HeaderCorner layout={layout} />
      <CarryLayer layout={layout} />
      {!presenting && <CommentBadges layout={layout} rows={rows} columns={columns} />}
      <PeopleLayer layout={layout} />
    </div>
  );
});

const FixedLayer = memo(() => {
  const { map, layout } = useShownMap();
  const { distance } = useVisibleParts(layout);
  const label = useGridLabel(layout);
  const { store, presenting, hiddenLanes, showAllLanes } = useCanvas();
  const hasSelection = useCanvasState((state) => state.selection.size > 0);
  const fit = useCallback(() => store.look('map'), [store]);
  const fitSelection = useCallback(() => store.look('selection'), [store]);
  useViewCalls(layout);
  useFirstView(layout);
  return (
    <>
      {isEmpty(layout) && <EmptyMap />}
      {distance !== 'near' && <OverviewCanvas map={map} layout={layout} label={label} />}
      {!presenting && (
        <>
          <Tray map={map} />
          <div className={styles['corner']}>
            {hiddenLanes > 0 && (
              <Button size="small" icon={<Eye />} onClick={showAllLanes}>
                <Plural value={hiddenLanes} one="Show # hidden lane" other="Show # hidden lanes" />
              </Button>
            )}
            <ZoomControl onFit={fit} onFitSelection={hasSelection ? fitSelection : undefined} />
            <Minimap layout={layout} />
          </div>
        </>
      )}
    </>
  );
});

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

/** Carries out what is asked of the view from outside: by keys, menus, search. */
function useViewCalls(layout: MapLayout): void {
  const canvas = useCanvas();
  const viewport = useViewport();
  useEffect(
    () =>
      canvas.store.subscribe(({ viewCall, selection, focus }, before) => {
        if (viewCall === undefined || viewCall === before.viewCall) return;
        const size = viewport.size();
        const now = viewport.get();
        const middle = { x: size.width / 2, y: size.height / 2 };
        const boxes = [...selection].flatMap((cardId) => cardBoxOnMap(layout, cardId) ?? []);
        switch (viewCall.to) {
          case 'map':
            viewport.set(viewportToFitMap(layout, wholeMap(layout), size, 16), { animate: true });
            return;
          case 'selection':
            if (boxes.length > 0) viewport.set(viewportToFit(around(boxes), size, 120, 2), { animate: true });
            return;
          case 'full':
            viewport.set(zoomAround(now, 1, middle), { animate: true });
            return;
          case 'in':
          case 'out':
            // Not animated: the next press of the key begins where this one ends.
            viewport.set(zoomAround(now, now.zoom * (viewCall.to === 'in' ? 1.25 : 0.8), middle));
            return;
          case 'focus':
            if (now.zoom < overviewZoom) viewport.set(zoomAround(now, 1, middle));
            if (focus !== undefined) reveal(canvas, viewport, focus);
            return;
        }
      }),
    [canvas, viewport, layout],
  );
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

const edgePx = 8;

const wholeMap = ({ stickies, width, height }: MapSize): Box => {
  const right = Math.max(width, ...stickies.map((box) => box.x + box.width));
  const bottom = Math.max(height, ...stickies.map((box) => box.y + box.height));
  const left = Math.min(0, ...stickies.map((box) => box.x));
  const top = Math.min(0, ...stickies.map((box) => box.y));
  return { x: left, y: top, width: right - left, height: bottom - top };
};

const freeMargin = 1_600;

function panLimits(size: MapSize): Box {
  const whole = wholeMap(size);
  return {
    x: whole.x - freeMargin,
    y: whole.y - freeMargin,
    width: whole.width + 2 * freeMargin,
    height: whole.height + 2 * freeMargin,
  };
}
