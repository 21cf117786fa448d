import { useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import type { Column, MetricBox, TargetState } from '../../../model/layout/mapLayout.ts';
import { layoutSizes } from '../../../model/layout/layoutSizes.ts';
import { classNames } from '../../design/classNames.ts';
import { TextLines } from '../TextLines.tsx';
import styles from './MetricsRow.module.css';

export interface MetricsRowProps {
  readonly boxes: readonly MetricBox[];
  readonly columns: readonly Column[];
  readonly first: number;
  readonly last: number;
}

/** The numbers of each step: value, unit, where the plan would bring it, target, and how it went until now. */
export const MetricsRow = memo(({ boxes, columns, first, last }: MetricsRowProps) => {
  const left = columns[first]?.x ?? Infinity;
  const right = columns[last];
  const end = right === undefined ? -Infinity : right.x + right.width;
  return boxes
    .filter((box) => box.x + box.width >= left && box.x <= end)
    .map((box) => <MetricView key={box.measurementId} box={box} />);
});

function MetricView({ box }: { readonly box: MetricBox }) {
  const { t } = useLingui();
  const stateNames: Readonly<Record<TargetState, string>> = {
    met: t`target met`,
    near: t`near its target`,
    missed: t`target missed`,
  };
  const words = [box.label, box.value, box.unit, box.plan].map(
    (block) => block?.lines.map((line) => line.text).join(' ') ?? '',
  );
  const name = [
    words.filter((word) => word !== '').join(' '),
    ...(box.target === undefined ? [] : [stateNames[box.target.state]]),
    ...(box.estimate ? [t`an estimate`] : []),
  ].join(', ');
  return (
    <div
      role="img"
      aria-label={name}
      title={name}
      data-measurement={box.measurementId}
      className={classNames(styles['metric'], 'numbers')}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      <TextLines block={box.label} className={styles['label']} />
      <TextLines block={box.value} className={classNames(box.estimate && styles['estimate'])} />
      <TextLines block={box.unit} className={styles['unit']} />
      {box.plan !== undefined && <TextLines block={box.plan} className={styles['plan']} />}
      <svg aria-hidden className={styles['drawing']} width={box.width} height={box.height}>
        {box.sparkline.length > 1 && (
          <polyline
            className={styles['sparkline']}
            points={box.sparkline.map((point) => `${point.x},${point.y}`).join(' ')}
          />
        )}
        {box.target !== undefined && (
          <g transform={`translate(${box.target.x} ${box.target.y})`}>
            <TargetDot state={box.target.state} />
          </g>
        )}
      </svg>
    </div>
  );
}

const size = layoutSizes.targetDotSize;

/** Met is a disc, near a diamond, missed a triangle: told apart without colour. */
function TargetDot({ state }: { readonly state: TargetState }) {
  const r = size / 2;
  switch (state) {
    case 'met':
      return <circle className={styles['met']} r={r} />;
    case 'near':
      return (
        <path className={styles['near']} d={`M0 ${-r - 0.6} L${r + 0.6} 0 L0 ${r + 0.6} L${-r - 0.6} 0 Z`} />
      );
    case 'missed':
      return <path className={styles['missed']} d={`M0 ${-r - 0.4} L${r + 0.7} ${r} L${-r - 0.7} ${r} Z`} />;
  }
}
