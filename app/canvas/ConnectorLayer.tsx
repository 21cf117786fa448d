import { memo } from 'react';
import type { Box, ConnectorRoute, MapLayout, Point } from '../../model/layout/mapLayout.ts';
import { classNames } from '../design/classNames.ts';
import styles from './ConnectorLayer.module.css';
import { boxesTouch, mountedBox, type Range } from './visibleRange.ts';

export interface ConnectorLayerProps {
  readonly layout: MapLayout;
  readonly rows: Range;
  readonly columns: Range;
}

/** The arrows that touch what is on screen. They run in the gutters, as the layout routed them. */
export const ConnectorLayer = memo(({ layout, rows, columns }: ConnectorLayerProps) => {
  const mounted = mountedBox(layout, rows, columns);
  const shown = layout.connectors.filter(({ points }) => boxesTouch(boxAround(points), mounted));
  return (
    <svg aria-hidden className={styles['layer']} width={layout.width} height={layout.height}>
      <defs>
        <marker
          id="arrow-head"
          viewBox="0 0 10 10"
          refX="8.5"
          refY="5"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path className={styles['head']} d="M1 1 L9 5 L1 9 Z" />
        </marker>
      </defs>
      {shown.map((route) => (
        <Connector key={route.connectorId} route={route} />
      ))}
    </svg>
  );
});

const Connector = memo(({ route }: { readonly route: ConnectorRoute }) => {
  const path = pathThrough(route.points);
  return (
    <g className={classNames(styles['connector'], styles[route.kind])} data-connector={route.connectorId}>
      <path className={styles['reach']} d={path} />
      <path
        className={styles['line']}
        d={path}
        markerEnd="url(#arrow-head)"
        markerStart={route.heads === 'both' ? 'url(#arrow-head)' : undefined}
      />
      {route.label !== undefined && (
        <text className={styles['label']} x={route.label.x} y={route.label.y + 3.5} textAnchor="middle">
          {route.label.text}
        </text>
      )}
    </g>
  );
});

/** Straight parts with rounded corners. */
export function pathThrough(points: readonly Point[], radius = 5): string {
  const [start, ...rest] = points;
  if (start === undefined) return '';
  let path = `M${start.x} ${start.y}`;
  rest.forEach((corner, i) => {
    const before = points[i] ?? start;
    const after = rest[i + 1];
    if (after === undefined) {
      path += `L${corner.x} ${corner.y}`;
      return;
    }
    const enter = towards(corner, before, radius);
    const leave = towards(corner, after, radius);
    path += `L${enter.x} ${enter.y}Q${corner.x} ${corner.y} ${leave.x} ${leave.y}`;
  });
  return path;
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function boxAround(points: readonly Point[]): Box {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
