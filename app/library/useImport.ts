import { useCallback, useEffect, useRef, useState } from 'react';
import type { TableLayout } from '../../model/formats/tableLayout.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { importMap } from '../workers/importFile.ts';
import type { Import } from './ImportDialog.tsx';

/** A file that is read in less time shows no progress: a dialog that flashes is worse than none. */
const shownAfterMs = 300;

/** Reads a file in a Worker. A map without remarks is opened at once; what went wrong or was mended is shown first. */
export function useImport(
  language: Language,
  open: (map: JourneyMap) => Promise<void>,
): {
  /** undefined: nothing to show. */
  readonly importing: Import | undefined;
  /** `layout`: how a table is to be read, where people said so. */
  readonly read: (file: File, layout?: TableLayout) => void;
  /** Cancels what is being read, too. */
  readonly close: () => void;
} {
  const [importing, setImporting] = useState<Import>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const read = useCallback(
    (file: File, layout?: TableLayout) => {
      stop.current?.abort();
      const control = new AbortController();
      stop.current = control;
      let share = 0;
      let isShown = false;
      const show = () => {
        if (isShown) setImporting({ fileName: file.name, share });
      };
      const timer = setTimeout(() => {
        isShown = true;
        show();
      }, shownAfterMs);
      const onProgress = (next: number) => {
        share = next;
        show();
      };
      void importMap(file, language, { signal: control.signal, onProgress, layout }).then(async (outcome) => {
        clearTimeout(timer);
        if (control.signal.aborted) return;
        if (!outcome.ok || outcome.value.remarks.length > 0)
          return setImporting({ fileName: file.name, file, read: outcome });
        await open(outcome.value.map);
        setImporting(undefined);
      });
    },
    [language, open],
  );
  const close = useCallback(() => {
    stop.current?.abort();
    setImporting(undefined);
  }, []);
  return { importing, read, close };
}
