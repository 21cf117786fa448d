import { Trans, useLingui } from '@lingui/react/macro';
import { Compass } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../design/parts/Button.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { LibraryScreen } from '../library/LibraryScreen.tsx';
import { go, useRoute } from './route.ts';

/** The screen that the address names. */
export function Screen() {
  const route = useRoute();
  switch (route.screen) {
    case 'library':
      return <LibraryScreen />;
    case 'editor':
    case 'unknown':
      return <NothingHere path={location.pathname} />;
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
