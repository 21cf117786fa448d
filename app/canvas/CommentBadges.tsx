import { useLingui } from '@lingui/react/macro';
import { MessageCircle } from 'lucide-react';
import { memo } from 'react';
import type { MapLayout } from '../../model/layout/mapLayout.ts';
import { cardBoxOnMap } from '../../model/layout/placeOnMap.ts';
import type { CardId } from '../../model/map/ids.ts';
import { useObservable } from '../session/useSharedMap.ts';
import { useCanvas } from './canvasContext.ts';
import styles from './CommentBadges.module.css';
import type { GridFocus } from './gridFocus.ts';
import { boxesTouch, mountedBox, type Range } from './visibleRange.ts';

export interface CommentBadgesProps {
  readonly layout: MapLayout;
  readonly rows: Range;
  readonly columns: Range;
}

/** How many open threads a card has, at its lower edge; a press opens them. */
export const CommentBadges = memo(({ layout, rows, columns }: CommentBadgesProps) => {
  const { openThreads } = useCanvas();
  const counts = useObservable(openThreads);
  if (counts.size === 0) return null;
  const mounted = mountedBox(layout, rows, columns);
  return (
    <div className={styles['layer']}>
      {[...counts].map(([recordId, count]) => {
        const box = cardBoxOnMap(layout, recordId as CardId);
        return (
          box !== undefined &&
          boxesTouch(box, mounted) && (
            <div
              key={recordId}
              className={styles['place']}
              style={{ left: box.x + box.width, top: box.y + box.height }}
            >
              <CommentBadge place={{ kind: 'card', cardId: recordId as CardId }} count={count} />
            </div>
          )
        );
      })}
    </div>
  );
});

export interface CommentBadgeProps {
  readonly place: GridFocus;
  readonly count: number;
}

/** The keyboard finds comments in the panel: the badge is no stop of its own. */
export function CommentBadge({ place, count }: CommentBadgeProps) {
  const { t } = useLingui();
  const { store, showTalk } = useCanvas();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['badge']}
      aria-label={t`Open threads: ${count}`}
      onClick={() => {
        store.goTo(place);
        showTalk();
      }}
    >
      <MessageCircle aria-hidden />
      {count}
    </button>
  );
}
