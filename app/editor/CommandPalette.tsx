import { useLingui } from '@lingui/react/macro';
import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { classNames } from '../design/classNames.ts';
import { keyboardReturn } from '../design/keyboardReturn.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import styles from './CommandPalette.module.css';
import type { EditorCommand } from './editorCommands.ts';
import { findPlaces, type FoundPlace } from './findPlaces.ts';

export interface CommandPaletteProps {
  readonly map: JourneyMap;
  readonly commands: readonly EditorCommand[];
  readonly onJump: (found: FoundPlace) => void;
  readonly onClose: () => void;
}

type Entry =
  | { readonly kind: 'command'; readonly id: string; readonly command: EditorCommand }
  | { readonly kind: 'place'; readonly id: string; readonly found: FoundPlace };

const mostCommands = 8;

/**
 * One field for everything: what stands on the map, and what can be done with it. Enter takes the marked line. It is the
 * browser's own dialog, which takes no library: it comes with the editor (see EditorScreen).
 */
export function CommandPalette({ map, commands, onJump, onClose }: CommandPaletteProps) {
  const { t } = useLingui();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const asked = useDeferredValue(query.trim());
  const entries = useMemo(() => entriesFor(asked, map, commands), [asked, map, commands]);
  const at = Math.min(marked, entries.length - 1);
  const [giveKeyboardBack] = useState(keyboardReturn);
  const dialog = useRef<HTMLDialogElement>(null);
  const hasTaken = useRef(false);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
    return () => {
      if (!hasTaken.current) setTimeout(giveKeyboardBack);
    };
  }, [giveKeyboardBack]);
  const take = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    // What is taken says where the keyboard goes.
    hasTaken.current = true;
    onClose();
    setTimeout(() => {
      if (entry.kind === 'place') return onJump(entry.found);
      entry.command.run();
      // Unless the command has taken it elsewhere.
      return giveKeyboardBack();
    });
  };
  /** The list follows in its own time: Enter is about what is written now. */
  const entryFor = (now: string) => (now === asked ? entries[at] : entriesFor(now, map, commands)[0]);
  return (
    <dialog
      ref={dialog}
      className={styles['palette']}
      aria-label={t`Search and commands`}
      onClose={onClose}
      // What is pressed beside it is the dialog itself.
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles['field']}>
        <Search aria-hidden />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={entries[at] === undefined ? undefined : `${listId}-${at}`}
          aria-label={t`Search this map, or name a command`}
          placeholder={t`Search this map, or name a command`}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setMarked(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown') setMarked(Math.min(at + 1, entries.length - 1));
            else if (event.key === 'ArrowUp') setMarked(Math.max(0, at - 1));
            else if (event.key === 'Enter') take(entryFor(event.currentTarget.value.trim()));
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <ul id={listId} role="listbox" aria-label={t`Found`} className={styles['list']}>
        {entries.map((entry, i) => (
          <li
            key={entry.id}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === at}
            className={classNames(styles['entry'], i === at && styles['marked'])}
            ref={(element) => {
              if (i === at) element?.scrollIntoView({ block: 'nearest' });
            }}
            onPointerMove={() => setMarked(i)}
            onClick={() => take(entry)}
          >
            {entry.kind === 'command' ? (
              <>
                <span className={styles['text']}>{entry.command.title}</span>
                {entry.command.shortcut !== undefined && <kbd>{entry.command.shortcut}</kbd>}
              </>
            ) : (
              <>
                <span className={styles['text']}>{entry.found.text}</span>
                <span className={styles['where']}>{entry.found.where}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {entries.length === 0 && (
        <p className={styles['none']}>{t`Nothing on this map and no command says “${asked}”.`}</p>
      )}
    </dialog>
  );
}

function entriesFor(asked: string, map: JourneyMap, commands: readonly EditorCommand[]): readonly Entry[] {
  const wanted = asked.toLocaleLowerCase();
  const fitting = commands
    .filter((command) => command.title.toLocaleLowerCase().includes(wanted))
    .slice(0, asked === '' ? commands.length : mostCommands)
    .map((command) => ({ kind: 'command' as const, id: command.title, command }));
  const places = asked === '' ? [] : findPlaces(map, asked);
  return [...fitting, ...places.map((found) => ({ kind: 'place' as const, id: found.id, found }))];
}
