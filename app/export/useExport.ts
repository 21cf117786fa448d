import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { ExportSettings } from '../../model/drawing/exportSettings.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Comment } from '../../model/protocol/talk.ts';
import { pictureMissingText } from '../../model/text/exportErrorText.ts';
import { fileNameOf } from '../library/fileNameOf.ts';
import { saveFile } from '../library/saveFile.ts';
import { exportMap } from '../workers/exportMap.ts';
import type { ExportProgress } from '../workers/exportMessages.ts';
import { exportFailureText } from './exportFailureText.ts';
import type { ExportKind } from './exportKinds.ts';

export interface Writing {
  /** undefined while nothing is being written. */
  readonly progress: { readonly text: string; readonly share: number } | undefined;
  /** Why the last file was not written. */
  readonly problem: string | undefined;
  readonly write: (kind: ExportKind) => Promise<void>;
  readonly cancel: () => void;
}

/** Writes the map as a file, drawn ones in a Worker, and hands it to the browser; leaving the dialog stops it. */
export function useExport(map: JourneyMap, settings: ExportSettings, comments: readonly Comment[]): Writing {
  const { t, i18n } = useLingui();
  const [progress, setProgress] = useState<ExportProgress>();
  const [problem, setProblem] = useState<string>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const write = async (kind: ExportKind) => {
    setProblem(undefined);
    if (kind.by === 'text') {
      saveFile(`${fileNameOf(map.title)}.${kind.ending}`, kind.mime, kind.write(map, comments));
      return;
    }
    const control = new AbortController();
    stop.current = control;
    setProgress({ phase: 'pages', done: 0, of: 1 });
    const file = await exportMap(kind.format, {
      map,
      settings,
      onProgress: setProgress,
      signal: control.signal,
    });
    setProgress(undefined);
    if (!file.ok) {
      setProblem(exportFailureText(file.error, i18n));
      return;
    }
    const { blob, ending = kind.ending, lacks } = file.value;
    saveFile(`${fileNameOf(map.title)}.${ending}`, blob.type, blob);
    // The interface activates only languages of ours.
    const locale = i18n.locale as Language;
    if (lacks.length > 0) setProblem(lacks.map((picture) => pictureMissingText(picture, locale)).join(' '));
  };

  return {
    progress: progress && {
      text: progress.phase === 'fonts' ? t`Loading the typeface, once` : t`Writing the page`,
      share: progress.of === 0 ? 0 : progress.done / progress.of,
    },
    problem,
    write,
    cancel: () => stop.current?.abort(),
  };
}
