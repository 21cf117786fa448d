import { Trans, useLingui } from '@lingui/react/macro';
import { Compass } from 'lucide-react';
import { useEffect } from 'react';
import { lazyPart } from '../design/lazyPart.tsx';
import { Button } from '../design/parts/Button.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { JoinScreen } from './JoinScreen.tsx';
import { OpeningMap } from './OpeningMap.tsx';
import { go, useRoute } from './route.ts';

/** Library and editor are a chunk each: neither waits for the other. */
const LibraryScreen = lazyPart(async () => (await import('../library/LibraryScreen.tsx')).LibraryScreen);
const MapScreen = lazyPart(async () => (await import('./MapScreen.tsx')).MapScreen, {
  waiting: <OpeningMap />,
  // Its words came with the first.
  words: () => Promise.resolve(),
});

/** The screen that the address names. */
export function Screen() {
  const route = useRoute();
  switch (route.screen) {
    case 'library':
      return <LibraryScreen />;
    case 'join':
      return <JoinScreen key={route.secret} secret={route.secret} />;
    case 'editor':
      return <MapScreen key={route.mapId} mapId={route.mapId} />;
    case 'unknown':
      return <NothingHere path={route.path} />;
  }
}

function NothingHere({ path }: { readonly path: string }) {
  const { t } = useLingui();
  useEffect(() => {
    document.title = t`Nothing here · Throughline`;
  }, [t]);
  return (
    <main>
      <EmptyState
        problem
        icon={<Compass />}
        title={<Trans>There is nothing at this address</Trans>}
        action={
          <Button look="main" onClick={() => go({ screen: 'library' })}>
            <Trans>Go to your maps</Trans>
          </Button>
        }
      >
        <Trans>
          Expected the address of a map, like /map/map_…; found {path}. A link may have been cut when it was
          copied.
        </Trans>
      </EmptyState>
    </main>
  );
}
