import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronLeft, ChevronRight, FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ExportSettings } from '../../model/drawing/exportSettings.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { classNames } from '../design/classNames.ts';
import { IconButton } from '../design/parts/IconButton.tsx';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { previewPages } from '../workers/exportMap.ts';
import type { PreviewPage } from '../workers/exportMessages.ts';
import { exportFailureText } from './exportFailureText.ts';
import type { ExportKind } from './exportKinds.ts';
import styles from './Preview.module.css';

export interface PreviewProps {
  readonly map: JourneyMap;
  readonly kind: ExportKind;
  readonly settings: ExportSettings;
}

/** The pages as the file will have them: the same drawing, shown as SVG. */
export function Preview({ map, kind, settings }: PreviewProps) {
  const { t, i18n } = useLingui();
  const of = kind.by === 'text' || kind.preview === 'none' ? undefined : kind.preview;
  const { pages, problem, isStale } = usePages(of, map, settings);
  const [chosen, setChosen] = useState(0);

  if (of === undefined)
    return (
      <div className={styles['none']}>
        <FileText aria-hidden />
        <p>
          <Trans>This file has no pages to look at before it is saved.</Trans>
        </p>
      </div>
    );
  if (problem !== undefined)
    return (
      <p className={styles['problem']} role="alert">
        {problem}
      </p>
    );
  if (pages === undefined)
    return (
      <div className={styles['waiting']} role="status" aria-busy aria-label={t`Drawing the preview`}>
        <Skeleton height={320} />
      </div>
    );
  const at = Math.min(chosen, pages.length - 1);
  const page = pages[at];
  if (page === undefined) return null;
  return (
    <figure className={classNames(styles['preview'], isStale && styles['stale'])} aria-busy={isStale}>
      <div className={styles['stage']}>
        {/* It stands in the page itself to have its faces; drawingToSvg escapes every text of the map. */}
        <div
          className={styles['page']}
          role="img"
          aria-label={t`Preview of page ${at + 1} of ${pages.length}`}
          style={{ '--shape': page.width / page.height } as React.CSSProperties}
          dangerouslySetInnerHTML={{ __html: page.svg }}
        />
      </div>
      <figcaption className={styles['caption']}>
        {pages.length > 1 && (
          <IconButton
            label={t`Page before`}
            icon={<ChevronLeft />}
            disabled={at === 0}
            onClick={() => setChosen(at - 1)}
          />
        )}
        <span>
          {pages.length > 1 && (
            <>
              <Trans>
                Page {at + 1} of {pages.length}
              </Trans>
              {' · '}
            </>
          )}
          {sizeText(page, i18n.locale)}
        </span>
        {pages.length > 1 && (
          <IconButton
            label={t`Page after`}
            icon={<ChevronRight />}
            disabled={at === pages.length - 1}
            onClick={() => setChosen(at + 1)}
          />
        )}
      </figcaption>
    </figure>
  );
}

/** Typing a length must not draw every page at every key. */
const quietMs = 120;

interface Pages {
  readonly pages: readonly PreviewPage[] | undefined;
  readonly problem: string | undefined;
  /** Other settings are being drawn. */
  readonly isStale: boolean;
}

function usePages(of: 'pages' | 'picture' | undefined, map: JourneyMap, settings: ExportSettings): Pages {
  const { i18n } = useLingui();
  const [drawn, setDrawn] = useState<Omit<Pages, 'isStale'> & { readonly settings?: ExportSettings }>({
    pages: undefined,
    problem: undefined,
  });
  useEffect(() => {
    if (of === undefined) return undefined;
    let gone = false;
    const timer = setTimeout(() => {
      void previewPages(of, { map, settings }).then((made) => {
        if (gone) return;
        setDrawn({
          settings,
          pages: made.ok ? made.value : undefined,
          problem: made.ok ? undefined : exportFailureText(made.error, i18n),
        });
      });
    }, quietMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [of, map, settings, i18n]);
  return { pages: drawn.pages, problem: drawn.problem, isStale: drawn.settings !== settings };
}

/** Points as millimetres: "420 × 297 mm". */
function sizeText({ width, height }: PreviewPage, locale: string): string {
  const mm = (points: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format((points * 25.4) / 72);
  return `${mm(width)} × ${mm(height)} mm`;
}
