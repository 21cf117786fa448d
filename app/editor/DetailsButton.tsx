import { useLingui } from '@lingui/react/macro';
import { PanelBottom } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { IconButton } from '../design/parts/IconButton.tsx';
import styles from './DetailsButton.module.css';

export interface DetailsButtonProps {
  readonly isOpen: boolean;
  readonly onPress: () => void;
}

/** In a narrow window the details lie over the map when they are asked for; elsewhere they stand beside it. */
export function DetailsButton({ isOpen, onPress }: DetailsButtonProps) {
  const { t } = useLingui();
  const button = useRef<HTMLButtonElement>(null);
  // Whoever closes the details from within has the keyboard here.
  useEffect(() => {
    const element = button.current;
    if (!isOpen || element === null) return undefined;
    return () => {
      if (document.activeElement === document.body) element.focus();
    };
  }, [isOpen]);
  return (
    <IconButton
      ref={button}
      className={styles['button']}
      label={t`Details`}
      icon={<PanelBottom />}
      aria-expanded={isOpen}
      onClick={onPress}
    />
  );
}
