import { Trans, useLingui } from '@lingui/react/macro';
import { FileCode2, FileImage, FileJson2, FileText } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ExportSettings } from '../../model/drawing/exportSettings.ts';
import { paperNames } from '../../model/drawing/paper.ts';
import { mapToMermaid } from '../../model/formats/mapToMermaid.ts';
import type { PlanId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { mapToJson } from '../../model/map/mapJson.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { SelectField } from '../design/parts/Field.tsx';
import { fileNameOf } from '../library/fileNameOf.ts';
import { saveFile } from '../library/saveFile.ts';
import styles from './ExportDialog.module.css';
import { Preview } from './Preview.tsx';
import { useExport } from './useExport.ts';

export interface ExportDialogProps {
  readonly map: JourneyMap;
  /** The plan that lies over the map now: it is on the sheet too, unless one chooses otherwise. */
  readonly shownPlanId: PlanId | undefined;
  readonly onClose: () => void;
}

/** The map as a file to print, to send, to keep, or to go on with elsewhere. The preview is the page that is written. */
export function ExportDialog({ map, shownPlanId, onClose }: ExportDialogProps) {
  const { t } = useLingui();
  const [settings, setSettings] = useState<ExportSettings>(
    shownPlanId === undefined ? {} : { planId: shownPlanId },
  );
  const writing = useExport(map, settings);
  const name = fileNameOf(map.title);
  const set = (change: Partial<ExportSettings>) => {
    const next = { ...settings, ...change };
    setSettings(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)));
  };
  return (
    <Dialog open width="wide" title={t`Export`} onClose={onClose}>
      <div className={styles['sides']}>
        <Preview map={map} settings={settings} />
        <div className={styles['choices']}>
          <SelectField
            label={t`Paper`}
            value={settings.paper ?? ''}
            onChange={(event) => set({ paper: event.currentTarget.value || undefined })}
          >
            <option value="">{t`What suits the map`}</option>
            {paperNames.map((paper) => (
              <option key={paper} value={paper}>
                {paper}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t`View`}
            value={settings.view ?? 'blueprint'}
            onChange={(event) =>
              set({ view: event.currentTarget.value === 'journey' ? 'journey' : undefined })
            }
          >
            <option value="blueprint">{t`Everything`}</option>
            <option value="journey">{t`Only what the customer sees`}</option>
          </SelectField>
          <SelectField
            label={t`Colour`}
            value={settings.theme ?? 'colour'}
            onChange={(event) => set({ theme: event.currentTarget.value === 'grey' ? 'grey' : undefined })}
          >
            <option value="colour">{t`In colour`}</option>
            <option value="grey">{t`Greys, for printing without colour`}</option>
          </SelectField>
          {map.plans.length > 0 && (
            <SelectField
              label={t`Forecast of a plan`}
              value={settings.planId ?? ''}
              onChange={(event) => set({ planId: event.currentTarget.value || undefined })}
            >
              <option value="">{t`None`}</option>
              {map.plans.map((plan) => (
                <option key={plan.id} value={plan.id}>
                  {plan.title}
                </option>
              ))}
            </SelectField>
          )}
          {writing.problem !== undefined && (
            <p className={styles['problem']} role="alert">
              {writing.problem}
            </p>
          )}
          {writing.progress === undefined ? (
            <div className={styles['main']}>
              <Button look="main" icon={<FileText />} onClick={() => void writing.write('pdf')}>
                <Trans>Save as PDF</Trans>
              </Button>
              <Button icon={<FileImage />} onClick={() => void writing.write('svg')}>
                <Trans>Save as SVG</Trans>
              </Button>
            </div>
          ) : (
            <div className={styles['progress']} role="status">
              <progress aria-label={writing.progress.text} value={writing.progress.share} max={1} />
              <span>{writing.progress.text}</span>
              <Button size="small" onClick={writing.cancel}>
                <Trans>Cancel</Trans>
              </Button>
            </div>
          )}
        </div>
      </div>
      <h3 className={styles['heading']}>
        <Trans>To go on with elsewhere</Trans>
      </h3>
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
        <h4 className={styles['title']}>{title}</h4>
        <p className={styles['text']}>{children}</p>
      </div>
      <Button onClick={onSave} aria-label={t`Save as ${title}`}>
        <Trans>Save</Trans>
      </Button>
    </li>
  );
}
