import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { Row } from '../../model/formats/delimited.ts';
import { readFileErrorText } from '../library/readFileErrorText.ts';
import { importSheets } from '../workers/importFile.ts';
import type { Sheet } from '../workers/readSheets.ts';

export interface OpenedSheets {
  /** Those of the file opened last; none after `forget`. */
  readonly sheets: readonly Sheet[];
  readonly chosen: number;
  readonly choose: (place: number) => void;
  readonly isReading: boolean;
  /** Why the last file has no tables. */
  readonly problem: string | undefined;
  readonly open: (file: File) => void;
  /** Also ends a reading. */
  readonly forget: () => void;
}

/** The tables of a file, read in a Worker; `onRows` gets those of the sheet that is chosen, the first at first. */
export function useSheets(onRows: (rows: readonly Row[]) => void): OpenedSheets {
  const { i18n } = useLingui();
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  const [chosen, setChosen] = useState(0);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const forget = () => {
    stop.current?.abort();
    setReading(false);
    setProblem(undefined);
    setSheets([]);
    setChosen(0);
  };
  const open = (file: File) => {
    forget();
    const control = new AbortController();
    stop.current = control;
    setReading(true);
    void importSheets(file, { signal: control.signal }).then((read) => {
      if (control.signal.aborted) return;
      setReading(false);
      if (!read.ok) return setProblem(readFileErrorText(read.error, i18n));
      setSheets(read.value);
      onRows(read.value[0]?.rows ?? []);
    });
  };
  const choose = (place: number) => {
    setChosen(place);
    onRows(sheets[place]?.rows ?? []);
  };
  return { sheets, chosen, choose, isReading, problem, open, forget };
}
