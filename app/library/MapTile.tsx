import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { CloudOff, Copy, Download, Ellipsis, HardDrive, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Language } from '../../model/map/language.ts';
import { may } from '../../model/protocol/roles.ts';
import { mapStateNames } from '../../model/text/mapNames.ts';
import { classNames } from '../design/classNames.ts';
import { IconButton } from '../design/parts/IconButton.tsx';
import { Menu, MenuItem, MenuLine } from '../design/parts/Menu.tsx';
import { Tooltip } from '../design/parts/Tooltip.tsx';
import { pathOf } from '../shell/route.ts';
import { followLink } from '../shell/followLink.ts';
import { MapPicture } from './MapPicture.tsx';
import styles from './MapTile.module.css';
import { RelativeTime } from './RelativeTime.tsx';
import type { LibraryEntry } from './shelf.ts';

export interface MapTileProps {
  readonly entry: LibraryEntry;
  readonly onRename: (title: string) => void;
  readonly onDuplicate: () => void;
  readonly onSave: () => void;
  readonly onDelete: () => void;
}

/** One map of the library: its picture, its name, where it lies, and what can be done with it. */
export function MapTile({ entry, onRename, onDuplicate, onSave, onDelete }: MapTileProps) {
  const { t, i18n } = useLingui();
  const [renaming, setRenaming] = useState(false);
  const address = pathOf({ screen: 'editor', mapId: entry.id });
  const title = entry.title.trim() === '' ? t`Untitled map` : entry.title;
  return (
    <li className={styles['tile']}>
      <a className={styles['frame']} href={address} onClick={followLink} tabIndex={-1} aria-hidden>
        {entry.summary === undefined ? (
          <div className={styles['unknown']} />
        ) : (
          <MapPicture summary={entry.summary} />
        )}
      </a>
      <div className={styles['below']}>
        <div className={styles['words']}>
          {renaming ? (
            <input
              className={styles['rename']}
              aria-label={t`Name of the map`}
              defaultValue={entry.title}
              autoFocus
              onFocus={(event) => event.currentTarget.select()}
              onBlur={(event) => {
                setRenaming(false);
                const next = event.currentTarget.value.trim();
                if (next !== entry.title && next !== '') onRename(next);
              }}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return;
                if (event.key === 'Escape') event.currentTarget.value = entry.title;
                if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
              }}
            />
          ) : (
            <a className={styles['title']} href={address} onClick={followLink}>
              {title}
            </a>
          )}
          <p className={classNames(styles['facts'], 'numbers')}>
            {entry.summary?.state === 'toBe' && (
              <span className={styles['state']}>{mapStateNames.toBe[i18n.locale as Language]}</span>
            )}
            <RelativeTime at={entry.changedAt} />
            {entry.summary !== undefined && (
              <>
                {' · '}
                <Plural value={entry.summary.steps} one="# step" other="# steps" />
              </>
            )}
            <Place entry={entry} />
          </p>
        </div>
        <Menu
          align="end"
          trigger={<IconButton size="small" label={t`More for “${title}”`} icon={<Ellipsis />} />}
        >
          <MenuItem
            icon={<Pencil />}
            disabled={!may(entry.role, 'writeMap')}
            onSelect={() => setRenaming(true)}
          >
            <Trans>Rename</Trans>
          </MenuItem>
          <MenuItem icon={<Copy />} onSelect={onDuplicate}>
            <Trans>Duplicate</Trans>
          </MenuItem>
          <MenuItem icon={<Download />} onSelect={onSave}>
            <Trans>Save as a file</Trans>
          </MenuItem>
          <MenuLine />
          <MenuItem icon={<Trash2 />} danger onSelect={onDelete}>
            {may(entry.role, 'manageMap') ? <Trans>Delete</Trans> : <Trans>Remove from this device</Trans>}
          </MenuItem>
        </Menu>
      </div>
    </li>
  );
}

/** Said only where it is not the usual: on this device and on the server, nothing waiting. */
function Place({ entry }: { readonly entry: LibraryEntry }) {
  const { t } = useLingui();
  if (entry.unsynced)
    return (
      <Tooltip text={t`Edits of this map wait on this device until the server can be reached.`}>
        <span className={styles['waiting']} tabIndex={0}>
          <CloudOff aria-hidden />
          <Trans>Not yet sent</Trans>
        </span>
      </Tooltip>
    );
  if (!entry.onServer)
    return (
      <Tooltip text={t`Only this device has this map. Share it to put it on the server.`}>
        <span className={styles['place']} tabIndex={0}>
          <HardDrive aria-hidden />
          <Trans>On this device</Trans>
        </span>
      </Tooltip>
    );
  return null;
}
