import { useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import { classNames } from '../design/classNames.ts';
import { Tooltip } from '../design/parts/Tooltip.tsx';
import type { OpenedMap } from '../session/openMap.ts';
import type { SavedState } from '../session/savedState.ts';
import { usePresence, useSavedState } from '../session/useSharedMap.ts';
import { countPeople } from './PeopleStack.tsx';
import styles from './SavedMark.module.css';
import { useNotSavedWords } from './useNotSavedWords.ts';

/** Where the edits are safe, in words and as a dot whose shape says it too. Never more than is true. */
export const SavedMark = memo(({ opened }: { readonly opened: OpenedMap }) => {
  const { t } = useLingui();
  const saved = useSavedState(opened);
  const people = countPeople(usePresence(opened));
  const { look, text, explained } = useWords(saved);
  return (
    <Tooltip text={explained}>
      <span className={styles['mark']} role="status" tabIndex={0}>
        <span className={classNames(styles['dot'], styles[look])} aria-hidden />
        <span className={styles['text']}>
          {text}
          {people > 1 && <> · {t`${people} here`}</>}
        </span>
      </span>
    </Tooltip>
  );
});

interface Words {
  readonly look: 'safe' | 'local' | 'busy' | 'problem' | 'reading';
  readonly text: string;
  readonly explained: string;
}

function useWords(saved: SavedState): Words {
  const { t } = useLingui();
  const notSaved = useNotSavedWords();
  switch (saved.kind) {
    case 'opening':
      return { look: 'busy', text: t`Opening`, explained: t`The map is being read from this device.` };
    case 'saving':
      return {
        look: 'busy',
        text: t`Saving`,
        explained: t`The last edits are being written to this device.`,
      };
    case 'savedOnServer':
      return { look: 'safe', text: t`Saved`, explained: t`Every edit is stored on the server.` };
    case 'savedOnDevice':
      return saved.server === 'none'
        ? {
            look: 'safe',
            text: t`Saved`,
            explained: t`Every edit is stored on this device. The map is on no server.`,
          }
        : {
            look: 'local',
            text: saved.server === 'offline' ? t`Offline, saved here` : t`Saved here`,
            explained:
              saved.server === 'offline'
                ? t`The server cannot be reached. Every edit is stored on this device and is sent when it is back.`
                : t`Every edit is stored on this device and is on its way to the server.`,
          };
    case 'readOnly':
      return {
        look: 'reading',
        // Whoever may edit wonders why they cannot: the reason stands in the bar, not only in the tip.
        text: saved.reason === 'newerFormat' ? t`Read only: made by a newer version` : t`Read only`,
        explained:
          saved.reason === 'viewer'
            ? t`Your link lets you look at this map, not change it.`
            : saved.reason === 'newerFormat'
              ? t`This map was made by a newer Throughline. It can be read and exported here, not changed.`
              : t`Your access to this map was withdrawn. This is the copy on this device.`,
      };
    case 'error':
      return { look: 'problem', ...notSaved(saved.error) };
  }
}
