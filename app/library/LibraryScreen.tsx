import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Search, SearchX, WifiOff } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useState } from 'react';
import { mapToJson } from '../../model/map/mapJson.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { mapFromTemplate } from '../../model/map/mapFromTemplate.ts';
import { newId } from '../../model/map/newId.ts';
import type { JourneyTemplate } from '../../templates/journeys/journeyTemplates.ts';
import { assert } from '../../model/assert.ts';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { tell, tellProblem } from '../design/parts/toasts.ts';
import { Button } from '../design/parts/Button.tsx';
import { interfaceLanguage, usePreferences } from '../settings/preferences.ts';
import { PreferencesMenu } from '../settings/PreferencesMenu.tsx';
import { go } from '../shell/route.ts';
import { Mark } from '../shell/Mark.tsx';
import { DropArea } from './DropArea.tsx';
import { fileNameOf } from './fileNameOf.ts';
import { ImportDialog } from './ImportDialog.tsx';
import styles from './LibraryScreen.module.css';
import { MapTile } from './MapTile.tsx';
import { offerToTakeBack } from './offerToTakeBack.ts';
import { saveFile } from './saveFile.ts';
import type { LibraryEntry } from './shelf.ts';
import { searchEntries } from './searchEntries.ts';
import { ServerNotice } from './ServerNotice.tsx';
import { StartRow } from './StartRow.tsx';
import { storageErrorText } from './storageErrorText.ts';
import { useImport } from './useImport.ts';
import { useLibrary } from './useLibrary.ts';

/** More maps than this that come at once are counted, not named. */
const mostNamed = 5;

/** The home of the application: ways to a new map, and the maps of this device and of the server. */
export function LibraryScreen() {
  const { t, i18n } = useLingui();
  const library = useLibrary();
  const language = usePreferences((preferences) => interfaceLanguage(preferences, navigator.languages));
  const [query, setQuery] = useState('');
  const { create } = library;

  useEffect(() => {
    document.title = t`Your maps · Throughline`;
  }, [t]);

  const open = useCallback(
    async (map: JourneyMap) => {
      const made = await create(map);
      if (made.ok) go({ screen: 'editor', mapId: made.value });
      else tellProblem(storageErrorText(made.error, i18n));
    },
    [create, i18n],
  );

  const files = useImport(language, {
    open,
    store: async (map) => {
      const made = await create(map);
      if (!made.ok) tellProblem(storageErrorText(made.error, i18n));
      return made.ok;
    },
    onCame: (titles) => {
      if (titles.length === 0) return;
      const names = new Intl.ListFormat(i18n.locale).format(titles.map((title) => t`“${title}”`));
      tell(
        titles.length > mostNamed
          ? t`${titles.length} maps came into your library.`
          : t`Now in your library: ${names}.`,
      );
    },
  });

  const startFrom = (template: JourneyTemplate) => {
    const map = mapFromTemplate(template.content, language, newId('map', Math.random));
    assert(map.ok, 'every template is a sound map (templates/journeys/journeyTemplates.test.ts)');
    void open(map.value);
  };

  const duplicate = async (entry: LibraryEntry) => {
    const map = await library.read(entry);
    if (map === undefined) return;
    const title = t`${map.title} (copy)`;
    const made = await library.create({ ...map, title });
    if (!made.ok) return tellProblem(storageErrorText(made.error, i18n));
    tell(t`“${title}” is in your library.`);
  };

  const remove = async (entry: LibraryEntry) => {
    const undo = await library.remove(entry);
    offerToTakeBack(entry.id, t`“${entry.title}” is deleted.`, () => void undo());
  };

  const save = async (entry: LibraryEntry) => {
    const map = await library.read(entry);
    if (map !== undefined) saveFile(`${fileNameOf(map.title)}.json`, 'application/json', mapToJson(map));
  };

  return (
    <DropArea onFiles={files.readAll}>
      <div className={styles['page']}>
        <header className={styles['bar']}>
          <Mark size={28} />
          <span className={styles['name']}>Throughline</span>
          {library.server === 'offline' && (
            <span className={styles['offline']} role="status">
              <WifiOff aria-hidden />
              <Trans>Offline: your maps are on this device, edits are sent later</Trans>
            </span>
          )}
          <span className={styles['space']} />
          <PreferencesMenu />
        </header>
        <main className={styles['main']}>
          <ServerNotice />
          <section aria-labelledby="start">
            <h1 id="start" className={styles['title']}>
              {library.entries?.length === 0 ? (
                <Trans>Start your first map</Trans>
              ) : (
                <Trans>Start a new map</Trans>
              )}
            </h1>
            <StartRow language={language} onTemplate={startFrom} onFile={(file) => files.readAll([file])} />
          </section>
          {library.entries === undefined ? (
            <LoadingMaps />
          ) : (
            library.entries.length > 0 && (
              <Maps
                entries={library.entries}
                query={query}
                onQuery={setQuery}
                actions={(entry) => ({
                  onRename: (title) => void library.rename(entry, title),
                  onDuplicate: () => void duplicate(entry),
                  onSave: () => void save(entry),
                  onDelete: () => void remove(entry),
                })}
              />
            )
          )}
        </main>
      </div>
      {files.importing !== undefined && (
        <ImportDialog
          importing={files.importing}
          onOpen={files.take}
          onLayout={files.readAgain}
          onClose={files.leaveOut}
        />
      )}
    </DropArea>
  );
}

interface MapsProps {
  readonly entries: readonly LibraryEntry[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly actions: (
    entry: LibraryEntry,
  ) => Pick<Parameters<typeof MapTile>[0], 'onRename' | 'onDuplicate' | 'onSave' | 'onDelete'>;
}

function Maps({ entries, query, onQuery, actions }: MapsProps) {
  const { t } = useLingui();
  const found = searchEntries(entries, useDeferredValue(query));
  return (
    <section aria-labelledby="maps">
      <div className={styles['head']}>
        <h2 id="maps" className={styles['title']}>
          <Trans>Your maps</Trans>
        </h2>
        <label className={styles['search']}>
          <Search aria-hidden />
          <input
            type="search"
            aria-label={t`Search all maps`}
            placeholder={t`Search titles and cards`}
            value={query}
            onChange={(event) => onQuery(event.currentTarget.value)}
          />
        </label>
      </div>
      <p className={styles['count']} role="status">
        {query !== '' && <Plural value={found.length} one="# map found" other="# maps found" />}
      </p>
      {found.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title={t`No map has “${query}”`}
          action={
            <Button onClick={() => onQuery('')}>
              <Trans>Show all maps</Trans>
            </Button>
          }
        >
          <Trans>Titles, stages, steps, personas and the text of cards were searched.</Trans>
        </EmptyState>
      ) : (
        <ul className={styles['grid']}>
          {found.map((entry) => (
            <MapTile key={entry.id} entry={entry} {...actions(entry)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function LoadingMaps() {
  const { t } = useLingui();
  return (
    <div className={styles['grid']} role="status" aria-busy aria-label={t`Reading your maps`}>
      {[0, 1, 2].map((each) => (
        <Skeleton key={each} height={236} />
      ))}
    </div>
  );
}
