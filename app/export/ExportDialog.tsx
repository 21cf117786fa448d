import { Trans, useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ExportSettings } from '../../model/drawing/exportSettings.ts';
import type { PlanId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { SelectField } from '../design/parts/Field.tsx';
import type { Pictures } from '../session/pictures.ts';
import type { Talk, TalkComment } from '../session/talk.ts';
import { useObservable } from '../session/useSharedMap.ts';
import { chooseExport, type ExportChoices, useExportChoices } from './exportChoices.ts';
import styles from './ExportDialog.module.css';
import { type ExportKind, exportGroups, exportKindNames, exportKinds } from './exportKinds.ts';
import { ExportOptions } from './ExportOptions.tsx';
import type { ChosenParts } from './PartsChoice.tsx';
import { Preview } from './Preview.tsx';
import { useExport } from './useExport.ts';
import { useExportKindText } from './useExportKindText.ts';
import { useMapWithPictures } from './useMapWithPictures.ts';

export interface ExportDialogProps {
  readonly map: JourneyMap;
  readonly pictures: Pick<Pictures, 'held'>;
  readonly talk: Pick<Talk, 'comments'>;
  /** The plan that lies over the map now: it is on the sheet too, unless one chooses otherwise. */
  readonly shownPlanId: PlanId | undefined;
  readonly onClose: () => void;
}

/** The map as a file to print, to send, to keep, or to go on with elsewhere. The preview is the page that is written. */
export function ExportDialog({ map: shown, pictures, talk, shownPlanId, onClose }: ExportDialogProps) {
  const { t } = useLingui();
  const words = useExportKindText();
  const map = useMapWithPictures(shown, pictures);
  const choices = useExportChoices();
  const [chosenPlanId, setChosenPlanId] = useState<string | undefined>(shownPlanId);
  const [parts, setParts] = useState<ChosenParts>({});
  const kind = exportKinds[choices.kind];
  // A memo without a plan has nothing to decide.
  const planId = chosenPlanId ?? (choices.kind === 'memo' ? map.plans[0]?.id : undefined);
  const comments = useObservable(talk.comments);
  const settings = useMemo(
    () => settingsOf(kind, choices, planId, parts, comments),
    [kind, choices, planId, parts, comments],
  );
  const writing = useExport(map, settings, comments);
  const { title, purpose } = words.kinds[choices.kind];
  return (
    <Dialog open width="wide" title={t`Export`} onClose={onClose}>
      <div className={styles['sides']}>
        <Preview map={map} kind={kind} settings={settings} />
        <div className={styles['choices']}>
          <div className={styles['scroll']}>
            <SelectField
              label={t({ message: 'File', context: 'what is saved' })}
              hint={purpose}
              value={choices.kind}
              onChange={(event) =>
                chooseExport({ kind: exportKindNames[event.currentTarget.selectedIndex] ?? choices.kind })
              }
            >
              {exportGroups.map((group) => (
                <optgroup key={group} label={words.groups[group]}>
                  {exportKindNames
                    .filter((name) => exportKinds[name].group === group)
                    .map((name) => (
                      <option key={name} value={name}>
                        {words.kinds[name].title}
                      </option>
                    ))}
                </optgroup>
              ))}
            </SelectField>
            {kind.by === 'drawing' && (
              <ExportOptions
                map={map}
                options={kind.options}
                planId={planId}
                onPlan={setChosenPlanId}
                commentCount={comments.length}
                parts={parts}
                onParts={setParts}
              />
            )}
          </div>
          {writing.problem !== undefined && (
            <p className={styles['problem']} role="alert">
              {writing.problem}
            </p>
          )}
          {writing.progress === undefined ? (
            <Button
              look="main"
              className={styles['main']}
              icon={<Download />}
              title={title}
              onClick={() => void writing.write(kind)}
            >
              <Trans>Save as {kind.ending.toUpperCase()}</Trans>
            </Button>
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
    </Dialog>
  );
}

/** What the Worker is asked for: only what the kind of file knows. */
function settingsOf(
  kind: ExportKind,
  choices: ExportChoices,
  planId: string | undefined,
  parts: ChosenParts,
  comments: readonly TalkComment[],
): ExportSettings {
  if (kind.by === 'text') return {};
  const has = (option: (typeof kind.options)[number]) => kind.options.includes(option);
  return {
    ...(kind.layout !== undefined && { layout: kind.layout }),
    ...(has('paper') && choices.paper !== '' && { paper: choices.paper }),
    ...(has('margin') && { marginMm: choices.marginMm }),
    ...(has('overlap') && { overlapMm: choices.overlapMm }),
    ...(has('view') && { view: choices.view }),
    ...(has('theme') && { theme: choices.theme }),
    ...(has('language') && choices.language !== undefined && { language: choices.language }),
    ...(has('plan') && planId !== undefined && { planId }),
    ...(has('parts') && parts),
    ...(has('evidence') && { evidence: choices.evidence }),
    ...(has('comments') && choices.comments && comments.length > 0 && { comments }),
  };
}
