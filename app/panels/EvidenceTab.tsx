import { Trans, useLingui } from '@lingui/react/macro';
import { BookOpen, Ellipsis, ExternalLink, Library, Pencil, Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { StepId } from '../../model/map/ids.ts';
import type { Evidence } from '../../model/map/evidence.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import { Button } from '../design/parts/Button.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { Menu, MenuItem } from '../design/parts/Menu.tsx';
import { tell } from '../design/parts/toasts.ts';
import { GradeBadge } from '../plan/GradeBadge.tsx';
import { EvidenceLibrary } from '../quality/EvidenceLibrary.tsx';
import { TalkButton } from '../talk/TalkButton.tsx';
import { EvidenceForm } from './EvidenceForm.tsx';
import styles from './EvidenceTab.module.css';
import { EvidenceLinks } from './EvidenceLinks.tsx';
import { evidenceUses } from './evidenceUses.ts';
import { LaneCoverage } from './LaneCoverage.tsx';

export interface EvidenceTabProps {
  readonly map: JourneyMap;
  readonly stepId: StepId | undefined;
  readonly readOnly: boolean;
  readonly run: (command: Command) => boolean;
}

/** What the map rests on: claims with their source and grade, those of the selected step first. */
export function EvidenceTab({ map, stepId, readOnly, run }: EvidenceTabProps) {
  const { t } = useLingui();
  const [editing, setEditing] = useState<Evidence | 'new'>();
  const [choosing, setChoosing] = useState(false);
  const uses = evidenceUses(map);
  const idsHere = () =>
    map.evidence
      .filter(({ id }) => stepId !== undefined && uses.get(id)?.steps.has(stepId))
      .map(({ id }) => id);
  // Sorted anew with another step only: what one ticks must not move away under the pointer.
  const [sorted, setSorted] = useState(() => ({ stepId, ids: idsHere() }));
  if (sorted.stepId !== stepId) setSorted({ stepId, ids: idsHere() });
  const here = map.evidence.filter(({ id }) => sorted.ids.includes(id));
  const others = map.evidence.filter((each) => !here.includes(each));
  const list = (evidence: readonly Evidence[]) => (
    <ul className={styles['list']}>
      {evidence.map((each) => (
        <EvidenceItem
          key={each.id}
          evidence={each}
          usedBy={uses.get(each.id)?.names ?? []}
          onEdit={readOnly ? undefined : () => setEditing(each)}
          onDelete={() => {
            if (run({ type: 'delete', collection: 'evidence', ids: [each.id] }))
              tell(t`The evidence is deleted.`, () =>
                run({ type: 'put', collection: 'evidence', record: each }),
              );
          }}
        >
          {!readOnly && (
            <details>
              <summary className={styles['source']}>
                <Trans>What rests on it</Trans>
              </summary>
              <EvidenceLinks map={map} evidenceId={each.id} stepId={stepId} run={run} />
            </details>
          )}
        </EvidenceItem>
      ))}
    </ul>
  );
  return (
    <>
      {map.evidence.length === 0 && (
        <EmptyState icon={<BookOpen />} title={<Trans>No evidence yet</Trans>}>
          <Trans>
            Interviews, reports, studies: write down what a card, a number or a lever rests on, so that others
            can judge it.
          </Trans>
        </EmptyState>
      )}
      <LaneCoverage map={map} />
      {here.length > 0 && (
        <section>
          <h2 className={styles['heading']}>
            <Trans>For the selected step</Trans>
          </h2>
          {list(here)}
        </section>
      )}
      {others.length > 0 && (
        <section>
          {here.length > 0 && (
            <h2 className={styles['heading']}>
              <Trans>Everything else</Trans>
            </h2>
          )}
          {list(others)}
        </section>
      )}
      {!readOnly && (
        <Button icon={<Plus />} className={styles['add']} onClick={() => setEditing('new')}>
          <Trans>Add evidence</Trans>
        </Button>
      )}
      {!readOnly && (
        <Button look="quiet" icon={<Library />} className={styles['add']} onClick={() => setChoosing(true)}>
          <Trans>From the library of evidence</Trans>
        </Button>
      )}
      {choosing && (
        <EvidenceLibrary
          map={map}
          onTake={(record) => run({ type: 'put', collection: 'evidence', record })}
          onClose={() => setChoosing(false)}
        />
      )}
      {editing !== undefined && (
        <EvidenceForm
          evidence={editing === 'new' ? undefined : editing}
          onSave={(record) => {
            const base = editing === 'new' ? undefined : editing;
            if (run({ type: 'put', collection: 'evidence', record, base })) setEditing(undefined);
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

interface EvidenceItemProps {
  readonly evidence: Evidence;
  readonly usedBy: readonly string[];
  readonly onEdit: (() => void) | undefined;
  readonly onDelete: () => void;
  readonly children: ReactNode;
}

function EvidenceItem({ evidence, usedBy, onEdit, onDelete, children }: EvidenceItemProps) {
  const { t, i18n } = useLingui();
  return (
    <li className={styles['item']}>
      <div className={styles['head']}>
        <GradeBadge grade={evidence.grade} />
        <TalkButton
          size="small"
          anchor={{ collection: 'evidence', recordId: evidence.id }}
          name={evidence.claim}
        />
        {onEdit !== undefined && (
          <Menu
            align="end"
            trigger={<IconButton size="small" label={t`More for “${evidence.claim}”`} icon={<Ellipsis />} />}
          >
            <MenuItem icon={<Pencil />} onSelect={onEdit}>
              <Trans>Change</Trans>
            </MenuItem>
            <MenuItem icon={<Trash2 />} danger onSelect={onDelete}>
              <Trans>Delete</Trans>
            </MenuItem>
          </Menu>
        )}
      </div>
      <p className={styles['claim']}>{evidence.claim}</p>
      {evidence.quote !== '' && <blockquote className={styles['quote']}>{evidence.quote}</blockquote>}
      <p className={styles['source']}>
        {[evidence.source, evidence.date !== undefined && i18n.date(evidence.date)]
          .filter(Boolean)
          .join(' · ')}
        {evidence.link !== undefined && evidence.link !== '' && (
          <a href={evidence.link} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden />
            <Trans>Open the source</Trans>
          </a>
        )}
      </p>
      {usedBy.length > 0 && (
        <p className={styles['source']}>
          <Trans>Used by {usedBy.slice(0, 4).join(i18n.locale === 'en' ? ', ' : '、')}</Trans>
        </p>
      )}
      {children}
    </li>
  );
}
