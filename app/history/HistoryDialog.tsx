import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { History, RotateCcw, Save } from 'lucide-react';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { compareMaps } from '../../model/map/compareMaps.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { classNames } from '../design/classNames.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { Field } from '../design/parts/Field.tsx';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { tellDone } from '../design/parts/toasts.ts';
import type { KeptVersion } from '../session/mapVersions.ts';
import type { OpenedMap } from '../session/openMap.ts';
import { useMap, useObservable } from '../session/useSharedMap.ts';
import { refusalText } from '../share/refusalText.ts';
import { ChangeList } from './ChangeList.tsx';
import styles from './HistoryDialog.module.css';
import { createHistory } from './historyState.ts';
import { versionsOf } from './versionsOf.ts';

export interface HistoryDialogProps {
  readonly opened: OpenedMap;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/** The kept states of a map: what differs from now, and going back by an edit that can itself be undone. */
export function HistoryDialog({ opened, readOnly, onClose }: HistoryDialogProps) {
  const { t, i18n } = useLingui();
  const map = useMap(opened.shared);
  const [history] = useState(() => createHistory(versionsOf(opened)));
  const { versions, chosen, content, refusal } = useObservable(history.state);
  useEffect(() => void history.load(), [history]);

  const restore = async (wanted: JourneyMap) => {
    if (!(await history.keep('', 'beforeRestore'))) return;
    const done = opened.shared.run({ type: 'restoreMap', map: wanted });
    if (!done.ok) return;
    onClose();
    tellDone(t`The map is as it was then.`, opened.shared);
  };

  return (
    <Dialog open width="wide" title={t`History`} onClose={onClose}>
      {refusal !== undefined && (
        <p className={styles['problem']} role="alert">
          {refusalText(refusal, i18n)}
        </p>
      )}
      <div className={styles['sides']}>
        <div className={styles['versions']}>
          {!readOnly && <KeepForm onKeep={(label) => void history.keep(label, 'named')} />}
          {versions === undefined ? (
            refusal === undefined && (
              <div role="status" aria-busy aria-label={t`Reading the versions`}>
                <Skeleton height={44} />
              </div>
            )
          ) : (
            <ul>
              {versions.map((version) => (
                <li key={version.id}>
                  <button
                    type="button"
                    className={classNames(styles['version'], chosen?.id === version.id && styles['chosen'])}
                    aria-pressed={chosen?.id === version.id}
                    onClick={() => void history.choose(version)}
                  >
                    <VersionWords version={version} />
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className={styles['changes']}>
          {chosen === undefined ? (
            <EmptyState icon={<History />} title={<Trans>Versions of this map</Trans>}>
              {versions?.length === 0 ? (
                <Trans>
                  None is kept yet. Give the present state a name, and you can always come back to it.
                </Trans>
              ) : (
                <Trans>Choose a version to see what has changed since.</Trans>
              )}
            </EmptyState>
          ) : content === undefined ? (
            <Skeleton height={120} />
          ) : (
            <Changes
              earlier={content}
              now={map}
              onRestore={readOnly ? undefined : () => void restore(content)}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function KeepForm({ onKeep }: { readonly onKeep: (label: string) => void }) {
  const { t } = useLingui();
  const [label, setLabel] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onKeep(label.trim());
    setLabel('');
  };
  return (
    <form className={styles['keep']} onSubmit={submit}>
      <Field
        label={t`Keep the present state as`}
        maxLength={200}
        placeholder={t`Before the workshop`}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button type="submit" icon={<Save />} disabled={label.trim() === ''}>
        <Trans>Keep</Trans>
      </Button>
    </form>
  );
}

function VersionWords({ version: { kind, label, personName, at } }: { readonly version: KeptVersion }) {
  const { t, i18n } = useLingui();
  const kinds = {
    named: t`Kept by hand`,
    automatic: t`Kept automatically`,
    beforeRestore: t`Before a restore`,
    beforeReplace: t`Before the content was replaced`,
    beforeMigration: t`Before an update of Throughline`,
  };
  const time = i18n.date(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <span className={styles['label']}>{label === '' ? kinds[kind] : label}</span>
      <span className={styles['facts']}>{[time, personName].filter(Boolean).join(' · ')}</span>
    </>
  );
}

interface ChangesProps {
  readonly earlier: JourneyMap;
  readonly now: JourneyMap;
  readonly onRestore: (() => void) | undefined;
}

function Changes({ earlier, now, onRestore }: ChangesProps) {
  const changes = useMemo(() => compareMaps(earlier, now), [earlier, now]);
  return (
    <>
      <div className={styles['head']}>
        <h3 className={styles['heading']}>
          {changes.length === 0 ? (
            <Trans>Nothing has changed since</Trans>
          ) : (
            <Plural value={changes.length} one="# change since" other="# changes since" />
          )}
        </h3>
        {onRestore !== undefined && changes.length > 0 && (
          <Button icon={<RotateCcw />} onClick={onRestore}>
            <Trans>Restore</Trans>
          </Button>
        )}
      </div>
      <ChangeList changes={changes} earlier={earlier} now={now} />
    </>
  );
}
