import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { CloudOff, FileQuestion } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { MapId } from '../../model/map/ids.ts';
import { Button } from '../design/parts/Button.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { tell, tellProblem } from '../design/parts/toasts.ts';
import { EditorScreen } from '../editor/EditorScreen.tsx';
import { observable } from '../session/observable.ts';
import type { OpenedMap } from '../session/openMap.ts';
import type { RecoveredCopy } from '../session/recoveredCopy.ts';
import { useMap, useObservable, useSavedState } from '../session/useSharedMap.ts';
import { heldLink } from '../share/heldLinks.ts';
import { device } from './device.ts';
import { OpeningMap } from './OpeningMap.tsx';
import { go } from './route.ts';

/** Opens a map for as long as its address is shown, and says so where that does not work. */
export function MapScreen({ mapId }: { readonly mapId: MapId }) {
  const opened = useOpenedMap(mapId);
  return opened === undefined ? <OpeningMap /> : <Opened opened={opened} />;
}

function useOpenedMap(mapId: MapId): OpenedMap | undefined {
  const [slot] = useState(() => observable<OpenedMap | undefined>(undefined));
  const tellReplaced = useTellReplaced();
  useEffect(() => {
    const open = (): void => {
      const map = device.open(mapId, heldLink(mapId));
      slot.set(map);
      map.replaced.subscribe(() => {
        tellReplaced(map.replaced.get()?.copy);
        if (slot.get() !== map) return;
        slot.set(undefined);
        void map.close().then(() => slot.get() === undefined && !left && open());
      });
    };
    let left = false;
    open();
    return () => {
      left = true;
      const map = slot.get();
      slot.set(undefined);
      void map?.close();
    };
  }, [mapId, slot, tellReplaced]);
  return useObservable(slot);
}

/** Says that the owner has put other content in the map's place, and where the former one is. */
function useTellReplaced() {
  // Not `t`, which is another one when words come or the language changes: the map would be opened anew.
  const { i18n } = useLingui();
  return useCallback(
    (copy: RecoveredCopy | undefined) => {
      if (copy === undefined)
        tell(i18n._(msg`The owner replaced the content of this map. This is the new content.`));
      // It stays until it is closed, for it tells where one's own work is.
      else
        tellProblem(
          i18n._(
            msg`The owner replaced the content of this map. What this device had, with your edits, is in your library as “${copy.title}”.`,
          ),
        );
    },
    [i18n],
  );
}

function Opened({ opened }: { readonly opened: OpenedMap }) {
  const { t } = useLingui();
  const content = useObservable(opened.content);
  const { title } = useMap(opened.shared);
  useEffect(() => {
    document.title = t`${title === '' ? t`Untitled map` : title} · Throughline`;
  }, [t, title]);
  switch (content) {
    case 'opening':
      return <OpeningMap />;
    case 'absent':
      return <Absent opened={opened} />;
    case 'ready':
      return <EditorScreen opened={opened} />;
  }
}

/** This device has no copy, and no server has let us in. */
function Absent({ opened }: { readonly opened: OpenedMap }) {
  const saved = useSavedState(opened);
  const offline = saved.kind === 'savedOnDevice' && saved.server !== 'none';
  return (
    <main>
      <EmptyState
        problem
        icon={offline ? <CloudOff /> : <FileQuestion />}
        title={
          offline ? (
            <Trans>The server cannot be reached</Trans>
          ) : (
            <Trans>This map is not here, or not for you</Trans>
          )
        }
        action={
          <>
            <Button look="main" onClick={() => location.reload()}>
              <Trans>Try again</Trans>
            </Button>
            <Button onClick={() => go({ screen: 'library' })}>
              <Trans>Go to your maps</Trans>
            </Button>
          </>
        }
      >
        {offline ? (
          <Trans>This device has no copy of the map yet. It opens as soon as there is a connection.</Trans>
        ) : (
          <Trans>
            This device has no copy of it, and the server does not open it to this browser. Ask its owner for
            a link.
          </Trans>
        )}
      </EmptyState>
    </main>
  );
}
