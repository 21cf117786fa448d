import { memo, useCallback } from 'react';
import type { Box, MapLayout } from '../../model/layout/mapLayout.ts';
import { blueprintLineNames } from '../../model/text/laneNames.ts';
import { classNames } from '../design/classNames.ts';
import styles from './BlueprintLines.module.css';
import { useLanguage } from '../language/useLanguage.ts';
import { useSticky } from './useSticky.ts';

/** The lines between the bands of a service blueprint, each in its own stroke and with its name at the right. */
export const BlueprintLines = memo(({ layout }: { readonly layout: MapLayout }) => {
  const language = useLanguage();
  const atRight = useCallback(
    (visible: Box) => ({ x: Math.min(layout.grid.right, visible.x + visible.width - 12) }),
    [layout.grid.right],
  );
  const labels = useSticky<HTMLDivElement>(atRight);
  return (
    <>
      <div className={styles['lines']} aria-hidden>
        {layout.lines.map((line) => (
          <div
            key={line.beforeLaneId}
            className={classNames(styles['line'], styles[line.kinds[0] ?? 'interaction'])}
            style={{ top: line.y - 1, width: layout.grid.right }}
          />
        ))}
      </div>
      <div ref={labels} className={styles['labels']}>
        {layout.lines.map((line) => (
          <span key={line.beforeLaneId} className={styles['label']} style={{ top: line.y - 10 }}>
            {line.kinds.map((kind) => blueprintLineNames[kind][language]).join(' · ')}
          </span>
        ))}
      </div>
    </>
  );
});
