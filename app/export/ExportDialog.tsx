import { Trans, useLingui } from '@lingui/react/macro';
import { FileCode2, FileJson2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { mapToMermaid } from '../../model/formats/mapToMermaid.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { mapToJson } from '../../model/map/mapJson.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { fileNameOf } from '../library/fileNameOf.ts';
import { saveFile } from '../library/saveFile.ts';
import styles from './ExportDialog.module.css';

export interface ExportDialogProps {
  readonly map: JourneyMap;
  readonly onClose: () => void;
}

/** The map as a file to keep, to send or to go on with elsewhere. */
export function ExportDialog({ map, onClose }: ExportDialogProps) {
  const { t } = useLingui();
  const name = fileNameOf(map.title);
  return (
    <Dialog open title={t`Export`} onClose={onClose}>
      <ul className={styles['formats']}>
        <Format
          icon={<FileJson2 />}
          title={t`Throughline map (.json)`}
          onSave={() => saveFile(`${name}.json`, 'application/json', mapToJson(map))}
        >
          <Trans>Everything in the map. Can be imported again, here or on another device.</Trans>
        </Format>
        <Format
          icon={<FileCode2 />}
          title={t`Mermaid journey (.mmd)`}
          onSave={() => saveFile(`${name}.mmd`, 'text/plain;charset=utf-8', mapToMermaid(map))}
        >
          <Trans>
            Stages, steps and emotions as text for wikis and repositories. Cards have no place in it.
          </Trans>
        </Format>
      </ul>
    </Dialog>
  );
}

interface FormatProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly onSave: () => void;
  /** What the file is for. */
  readonly children: ReactNode;
}

function Format({ icon, title, onSave, children }: FormatProps) {
  const { t } = useLingui();
  return (
    <li className={styles['format']}>
      <span className={styles['icon']} aria-hidden>
        {icon}
      </span>
      <div className={styles['words']}>
        <h3 className={styles['title']}>{title}</h3>
        <p className={styles['text']}>{children}</p>
      </div>
      <Button onClick={onSave} aria-label={t`Save as ${title}`}>
        <Trans>Save</Trans>
      </Button>
    </li>
  );
}
