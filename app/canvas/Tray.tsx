import { useLingui } from '@lingui/react/macro';
import { ChevronDown, Inbox, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { IconButton } from '../design/parts/IconButton.tsx';
import { useCanvas } from './canvasContext.ts';
import styles from './Tray.module.css';

/**
 * Cards without a place: put aside by hand, or left when their step was deleted while somebody wrote in them. They are
 * dragged into a cell, or put into the cell that has the keyboard.
 */
export function Tray({ map }: { readonly map: JourneyMap }) {
  const { t } = useLingui();
  const { actions, readOnly } = useCanvas();
  const [open, setOpen] = useState(false);
  const cards = useMemo(
    () => map.cards.filter((card) => card.laneId === undefined && card.position === undefined),
    [map.cards],
  );
  if (cards.length === 0) return null;
  return (
    <section className={styles['tray']} aria-label={t`Tray`}>
      <button type="button" className={styles['handle']} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Inbox aria-hidden />
        {t`Tray: ${cards.length}`}
        <ChevronDown aria-hidden className={styles['arrow']} />
      </button>
      {open && (
        <ul className={styles['cards']}>
          {cards.map((card) => (
            <li key={card.id} className={styles['card']} data-tray-card={readOnly ? undefined : card.id}>
              <button
                type="button"
                className={styles['text']}
                disabled={readOnly}
                title={t`Put into the selected cell`}
                onClick={() => actions.placeFromTray(card.id)}
              >
                {card.text === '' ? t`empty card` : card.text}
              </button>
              {!readOnly && (
                <IconButton
                  size="small"
                  label={t`Delete: ${card.text}`}
                  icon={<Trash2 />}
                  onClick={() => actions.deleteCards([card.id])}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
