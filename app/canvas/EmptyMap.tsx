import { useLingui } from '@lingui/react/macro';
import { Columns3, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../design/parts/Button.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { useCanvas } from './canvasContext.ts';
import styles from './EmptyMap.module.css';

/** Stands where a map has nothing to show yet: says what a map is made of, and makes its beginning. */
export function EmptyMap() {
  const { t } = useLingui();
  const canvas = useCanvas();
  const start = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Whoever has just deleted the last lane goes on here.
    if (document.activeElement === document.body) start.current?.focus();
  }, []);
  return (
    <div className={styles['place']} data-no-canvas>
      <EmptyState
        icon={<Columns3 />}
        title={t`This map is empty`}
        action={
          !canvas.readOnly && (
            <Button
              ref={start}
              look="main"
              icon={<Plus />}
              onClick={() => canvas.actions.begin(t`First stage`, t`First step`, t`Customer actions`)}
            >
              {t`Begin with one step`}
            </Button>
          )
        }
      >
        {t`Columns are the steps a customer goes through, grouped in stages. Rows are lanes: what the customer does and feels, and what the service does behind it. Cards stand where both meet.`}
      </EmptyState>
    </div>
  );
}
