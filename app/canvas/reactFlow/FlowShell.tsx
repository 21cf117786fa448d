import {
  type Node,
  type NodeProps,
  ReactFlow,
  ReactFlowProvider,
  ViewportPortal,
  useStoreApi,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type ReactNode, createContext, memo, useContext, useEffect, useMemo } from 'react';
import { assert } from '../../../model/assert.ts';
import type { Box } from '../../../model/layout/mapLayout.ts';
import { type ViewportSource, greatestZoom, leastZoom } from '../viewport.ts';
import { flowViewport } from './flowViewport.ts';
import styles from './FlowShell.module.css';

/**
 * The only place that knows React Flow: pan, zoom and pinch, and free objects (stickies) as its nodes.
 * The grid is plain React inside the moving layer. A new major version of React Flow changes this folder only.
 */
export interface FreeObject {
  readonly id: string;
  readonly box: Box;
}

export interface FlowShellProps {
  /** Pans with the primary button; otherwise the middle button and Space do. */
  readonly handTool: boolean;
  readonly freeObjects: readonly FreeObject[];
  readonly drawFreeObject: (id: string) => ReactNode;
  /** Moves and zooms with the map. */
  readonly moving: ReactNode;
  /** Stays on screen, above the map. */
  readonly children: ReactNode;
  readonly panLimits?: Box;
}

const ViewportContext = createContext<ViewportSource | undefined>(undefined);

/** The viewport of the canvas around this component. */
export function useViewport(): ViewportSource {
  const viewport = useContext(ViewportContext);
  assert(viewport !== undefined, 'useViewport is used inside a FlowShell');
  return viewport;
}

export const FlowShell = (props: FlowShellProps) => (
  <ReactFlowProvider>
    <Shell {...props} />
  </ReactFlowProvider>
);

const ObjectContext = createContext<FlowShellProps['drawFreeObject']>(() => null);
const FreeNode = memo(({ id }: NodeProps) => useContext(ObjectContext)(id));
const nodeTypes = { free: FreeNode };
const noLimits: [[number, number], [number, number]] = [
  [-Infinity, -Infinity],
  [Infinity, Infinity],
];

function Shell({ handTool, freeObjects, drawFreeObject, moving, children, panLimits }: FlowShellProps) {
  const store = useStoreApi();
  const viewport = useMemo(() => flowViewport(store), [store]);
  useMoveMark(store, viewport);
  const nodes = useMemo(() => freeObjects.map(nodeOf), [freeObjects]);
  const extent = useMemo(() => (panLimits === undefined ? noLimits : extentOf(panLimits)), [panLimits]);
  return (
    <ViewportContext value={viewport}>
      <ObjectContext value={drawFreeObject}>
        <ReactFlow
          className={styles['shell'] ?? ''}
          nodes={nodes}
          nodeTypes={nodeTypes}
          minZoom={leastZoom}
          maxZoom={greatestZoom}
          translateExtent={extent}
          panOnScroll
          panOnScrollSpeed={1}
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          panOnDrag={handTool ? [0, 1] : [1]}
          panActivationKeyCode="Space"
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          deleteKeyCode={null}
          zoomActivationKeyCode={null}
          elementsSelectable={false}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          onlyRenderVisibleElements
          disableKeyboardA11y
          proOptions={{ hideAttribution: true }}
        >
          <ViewportPortal>{moving}</ViewportPortal>
          {children}
        </ReactFlow>
      </ObjectContext>
    </ViewportContext>
  );
}

/** Marks the shell as long as the view moves, by whatever hand. */
function useMoveMark(store: ReturnType<typeof useStoreApi>, viewport: ViewportSource): void {
  useEffect(
    () =>
      viewport.subscribe(() => store.getState().domNode?.toggleAttribute('data-moving', viewport.isMoving())),
    [store, viewport],
  );
}

/** The ground beside and below the map, where nothing is. */
export const isGround = (element: Element): boolean => element.classList.contains('react-flow__pane');

const nodeOf = ({ id, box }: FreeObject): Node => ({
  id,
  type: 'free',
  position: { x: box.x, y: box.y },
  width: box.width,
  height: box.height,
  // React Flow lets the pointer through to the ground where its own selecting and dragging are off.
  style: { pointerEvents: 'all' },
  data: {},
});

const extentOf = (box: Box): [[number, number], [number, number]] => [
  [box.x, box.y],
  [box.x + box.width, box.y + box.height],
];
