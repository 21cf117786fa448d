import { useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import type { MetricBox, TargetState } from '../../../model/layout/mapLayout.ts';
import { layoutSizes } from '../../../model/layout/layoutSizes.ts';
import { classNames } from '../../design/classNames.ts';
import { comma } from '../../language/comma.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { TextLines } from '../TextLines.tsx';
import styles from './MetricView.module.css';

export interface MetricViewProps {
  readonly box: MetricBox;
  /** Left edge of the cell it stands in. */
  readonly cellX: number;
}

/** A number of a step: value, unit, where the plan would bring it, target, and how it went until now. */
export const MetricView = memo(({ box, cellX }: MetricViewProps) => {
  const { t } = useLingui();
  const language = useLanguage();
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
  ].join(comma(language));
  return (
    <div
      role="img"
      aria-label={name}
      title={name}
      data-measurement={box.measurementId}
      className={classNames(styles['metric'], 'numbers')}
      style={{ left: box.x - cellX, top: box.y, width: box.width, height: box.height }}
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
});

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
