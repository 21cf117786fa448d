import { Trans } from '@lingui/react/macro';
import { FileUp } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import styles from './DropArea.module.css';

/** Takes files dropped anywhere on the page, and shows that it would while one hovers. */
export function DropArea({
  onFiles,
  children,
}: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}) {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent) => {
      setHovering(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return (
    <>
      {children}
      {hovering && (
        <div className={styles['overlay']}>
          <FileUp aria-hidden />
          <Trans>Drop to import as a new map</Trans>
        </div>
      )}
    </>
  );
}
