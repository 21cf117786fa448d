import type { Box } from '../../../model/layout/mapLayout.ts';
import type { Card } from '../../../model/map/card.ts';
import { classNames } from '../../design/classNames.ts';
import styles from './CardFooter.module.css';

/** Below the text: how bad a pain is, or how much an opportunity gives for how much work. */
export function CardFooter({ card, box }: { readonly card: Card; readonly box: Box }) {
  return (
    <div
      aria-hidden
      className={styles['footer']}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      {card.painPoint !== undefined && <Dots of={card.painPoint.severity} look="pain" />}
      {card.opportunity !== undefined && (
        <>
          <span className={styles['fact']}>↑</span>
          <Dots of={card.opportunity.impact} look="gain" />
          <span className={styles['fact']}>↔</span>
          <Dots of={card.opportunity.effort} look="effort" />
        </>
      )}
    </div>
  );
}

function Dots({ of, look }: { readonly of: number; readonly look: 'pain' | 'gain' | 'effort' }) {
  return (
    <span className={classNames(styles['dots'], styles[look])}>
      {[1, 2, 3, 4, 5].map((dot) => (
        <span key={dot} className={classNames(styles['dot'], dot <= of && styles['on'])} />
      ))}
    </span>
  );
}
