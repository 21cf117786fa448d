import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { ExportSettings } from '../../model/drawing/exportSettings.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { previewPages } from '../workers/exportMap.ts';
import type { PreviewPage } from '../workers/exportMessages.ts';
import { exportFailureText } from './exportFailureText.ts';
import styles from './Preview.module.css';

/** The first page as the file will have it: the same drawing, shown as SVG. */
export function Preview({ map, settings }: { readonly map: JourneyMap; readonly settings: ExportSettings }) {
  const { t, i18n } = useLingui();
  const [pages, setPages] = useState<readonly PreviewPage[]>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    let gone = false;
    void previewPages({ map, settings }).then((made) => {
      if (gone) return;
      if (made.ok) setPages(made.value);
      setProblem(made.ok ? undefined : exportFailureText(made.error, i18n));
    });
    return () => {
      gone = true;
    };
  }, [map, settings, i18n]);

  const page = pages?.[0];
  if (problem !== undefined)
    return (
      <p className={styles['problem']} role="alert">
        {problem}
      </p>
    );
  if (page === undefined)
    return (
      <div className={styles['waiting']} role="status" aria-busy aria-label={t`Drawing the preview`}>
        <Skeleton height={320} />
      </div>
    );
  return (
    <figure className={styles['preview']}>
      {/* It stands in the page itself to have its faces; drawingToSvg escapes every text of the map. */}
      <div
        className={styles['page']}
        role="img"
        aria-label={t`Preview of the page`}
        style={{ aspectRatio: `${page.width} / ${page.height}` }}
        dangerouslySetInnerHTML={{ __html: page.svg }}
      />
      <figcaption className={styles['size']}>{sizeText(page, i18n.locale)}</figcaption>
    </figure>
  );
}

/** Points as millimetres: "420 × 297 mm". */
function sizeText({ width, height }: PreviewPage, locale: string): string {
  const mm = (points: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format((points * 25.4) / 72);
  return `${mm(width)} × ${mm(height)} mm`;
}
