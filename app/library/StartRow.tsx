import { Trans, useLingui } from '@lingui/react/macro';
import { FileUp } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { mapFromTemplate } from '../../model/map/mapFromTemplate.ts';
import type { MapId } from '../../model/map/ids.ts';
import type { Language } from '../../model/map/language.ts';
import { type JourneyTemplate, journeyTemplates } from '../../templates/journeys/journeyTemplates.ts';
import { MapPicture } from './MapPicture.tsx';
import { type MapSummary, summariseMap } from './mapSummary.ts';
import { importableFiles } from './importableFiles.ts';
import styles from './StartRow.module.css';

export interface StartRowProps {
  readonly language: Language;
  readonly onTemplate: (template: JourneyTemplate) => void;
  readonly onFile: (file: File) => void;
}

/** Ways to a new map: the templates with their pictures, and a file from elsewhere. */
export function StartRow({ language, onTemplate, onFile }: StartRowProps) {
  const { t } = useLingui();
  const file = useRef<HTMLInputElement>(null);
  return (
    <ul className={styles['row']}>
      {journeyTemplates.map((template) => (
        <li key={template.id}>
          <button type="button" className={styles['tile']} onClick={() => onTemplate(template)}>
            <span className={styles['frame']}>
              <TemplatePicture template={template} language={language} />
            </span>
            <span className={styles['title']}>{template.title[language]}</span>
            <span className={styles['text']}>{template.description[language]}</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles['tile']} onClick={() => file.current?.click()}>
          <span className={`${styles['frame']} ${styles['drop']}`}>
            <FileUp aria-hidden />
            <Trans>Choose a file, or drop it anywhere</Trans>
          </span>
          <span className={styles['title']}>
            <Trans>Import</Trans>
          </span>
          <span className={styles['text']}>
            <Trans>
              A map saved from Throughline (.json), a Mermaid journey (.mmd), a table (.csv, .tsv, .xlsx) or
              an event log (.xes, .csv).
            </Trans>
          </span>
        </button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label={t`Import`}
          accept={importableFiles}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen !== undefined) onFile(chosen);
            event.currentTarget.value = '';
          }}
        />
      </li>
    </ul>
  );
}

function TemplatePicture({ template, language }: { template: JourneyTemplate; language: Language }) {
  const summary = useMemo((): MapSummary | undefined => {
    const map = mapFromTemplate(template.content, language, 'map_picture' as MapId);
    return map.ok ? summariseMap(map.value) : undefined;
  }, [template, language]);
  return summary === undefined ? null : <MapPicture summary={summary} />;
}
