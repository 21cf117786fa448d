import { useEffect, useRef, useState } from 'react';
import type { TableLayout } from '../../model/formats/tableLayout.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { importMap } from '../workers/importFile.ts';
import type { Import } from './ImportDialog.tsx';

/** A file that is read in less time shows no progress: a dialog that flashes is worse than none. */
const shownAfterMs = 300;

export interface ImportTo {
  /** Opens the map of a file that came alone. */
  readonly open: (map: JourneyMap) => Promise<void>;
  /** Stores the map of one of several files; says whether it did. */
  readonly store: (map: JourneyMap) => Promise<boolean>;
  /** All of several files were gone through: the titles of the maps that came of them. */
  readonly onCame: (titles: readonly string[]) => void;
}

/**
 * Reads files in a Worker, one after another. A map without remarks is taken at once; what went wrong or was mended is
 * shown first, and the next file waits until it is answered.
 */
export function useImport(
  language: Language,
  { open, store, onCame }: ImportTo,
): {
  /** undefined: nothing to show. */
  readonly importing: Import | undefined;
  readonly readAll: (files: readonly File[]) => void;
  /** Reads the file in hand again: `layout` is how people said that its table is to be read. */
  readonly readAgain: (file: File, layout: TableLayout) => void;
  /** Takes the map of the file in hand. */
  readonly take: (map: JourneyMap) => void;
  /** Leaves the file in hand out, also while it is being read. */
  readonly leaveOut: () => void;
} {
  const [importing, setImporting] = useState<Import>();
  const stop = useRef<AbortController>(undefined);
  const waiting = useRef<readonly File[]>([]);
  const isAlone = useRef(true);
  const came = useRef<readonly string[]>([]);
  useEffect(() => () => stop.current?.abort(), []);

  const next = () => {
    const [file, ...others] = waiting.current;
    waiting.current = others;
    if (file !== undefined) return read(file);
    setImporting(undefined);
    if (!isAlone.current) onCame(came.current);
  };

  const take = async (map: JourneyMap) => {
    // Answered once: what is shown of it goes at once.
    setImporting(undefined);
    if (isAlone.current) await open(map);
    else if (await store(map)) came.current = [...came.current, map.title];
    next();
  };

  function read(file: File, layout?: TableLayout) {
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
    const onProgress = (done: number) => {
      share = done;
      show();
    };
    void importMap(file, language, { signal: control.signal, onProgress, layout }).then(async (outcome) => {
      clearTimeout(timer);
      if (control.signal.aborted) return;
      if (!outcome.ok || outcome.value.remarks.length > 0)
        return setImporting({ fileName: file.name, file, read: outcome });
      await take(outcome.value.map);
    });
  }

  return {
    importing,
    readAll: (files) => {
      isAlone.current = files.length === 1;
      came.current = [];
      waiting.current = files;
      next();
    },
    readAgain: read,
    take: (map) => void take(map),
    leaveOut: () => {
      stop.current?.abort();
      next();
    },
  };
}
