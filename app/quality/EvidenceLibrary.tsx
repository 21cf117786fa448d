import { Trans, useLingui } from '@lingui/react/macro';
import type { Evidence } from '../../model/map/evidence.ts';
import type { EvidenceId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { evidenceFromTemplate } from '../../model/quality/evidenceTemplate.ts';
import { evidenceTemplates } from '../../templates/evidence/evidenceTemplates.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { GradeBadge } from '../plan/GradeBadge.tsx';
import styles from './EvidenceLibrary.module.css';

export interface EvidenceLibraryProps {
  readonly map: JourneyMap;
  readonly onTake: (evidence: Evidence) => void;
  readonly onClose: () => void;
}

/** What is known about effects on service quality, each claim with what speaks against relying on it. */
export function EvidenceLibrary({ map, onTake, onClose }: EvidenceLibraryProps) {
  const { t, i18n } = useLingui();
  const reading = i18n.locale as Language;
  return (
    <Dialog
      open
      width="wide"
      title={t`Library of evidence`}
      description={
        <Trans>
          Taken into the map, a claim brings its caveat and its grade with it. Most of these are weak.
        </Trans>
      }
      onClose={onClose}
    >
      <ul className={styles['list']}>
        {evidenceTemplates.map((template) => {
          // A claim of the library keeps its name in every map, so that it is taken once.
          const id = `evidence_library-${template.id}` as EvidenceId;
          const there = map.evidence.some((each) => each.id === id);
          return (
            <li key={template.id} className={styles['claim']}>
              <GradeBadge grade={template.grade} />
              <div>
                <p>{template.claim[reading]}</p>
                <p className={styles['caveat']}>{template.caveat[reading]}</p>
                <p className={styles['caveat']}>{template.source.title[reading]}</p>
              </div>
              <Button
                size="small"
                disabled={there}
                aria-label={t`Take “${template.claim[reading]}”`}
                onClick={() => onTake(evidenceFromTemplate(template, map.language, id))}
              >
                {there ? <Trans>Already here</Trans> : <Trans>Take it</Trans>}
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
