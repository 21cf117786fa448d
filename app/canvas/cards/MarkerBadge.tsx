import type { MarkerBox } from '../../../model/layout/mapLayout.ts';
import type { MarkerKind } from '../../../model/map/marker.ts';
import { classNames } from '../../design/classNames.ts';
import styles from './MarkerBadge.module.css';

/** A sign on the edge of a card or a step: F fail point, W wait point, D decision, a star for a moment of truth. */
export function MarkerBadge({ box }: { readonly box: MarkerBox }) {
  return (
    <svg
      aria-hidden
      data-marker={box.markerId}
      className={classNames(styles['badge'], styles[box.kind])}
      viewBox="-9 -9 18 18"
      style={{ left: box.x - box.size / 2, top: box.y - box.size / 2, width: box.size, height: box.size }}
    >
      <MarkerShape kind={box.kind} />
    </svg>
  );
}

/** Each kind has its own shape and letter, so that none needs its colour to be told apart. */
function MarkerShape({ kind }: { readonly kind: MarkerKind }) {
  switch (kind) {
    case 'fail':
      return <Lettered letter="F" outline={<circle r="8" />} />;
    case 'wait':
      return <Lettered letter="W" outline={<rect x="-8" y="-8" width="16" height="16" rx="4" />} />;
    case 'decision':
      return <Lettered letter="D" outline={<path d="M0 -9 L9 0 L0 9 L-9 0 Z" />} />;
    case 'momentOfTruth':
      return (
        <path d="M0 -8.4 L2.5 -2.9 L8.4 -2.3 L3.9 1.6 L5.2 7.5 L0 4.4 L-5.2 7.5 L-3.9 1.6 L-8.4 -2.3 L-2.5 -2.9 Z" />
      );
  }
}

function Lettered({ letter, outline }: { readonly letter: string; readonly outline: React.ReactNode }) {
  return (
    <>
      {outline}
      <text className={styles['letter']} y="3.6" textAnchor="middle">
        {letter}
      </text>
    </>
  );
}
