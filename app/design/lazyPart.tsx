import { Trans } from '@lingui/react/macro';
import { CloudOff } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { speakOfAllParts } from '../language/language.ts';
import { Button } from './parts/Button.tsx';
import { EmptyState } from './parts/EmptyState.tsx';

type Part<Props> = (props: Props) => ReactNode;

interface LazyPartOptions {
  readonly waiting?: ReactNode;
  /** Stands in its place when it cannot come; left out: a word about it, and a way to try again. */
  readonly missing?: ReactNode;
  /** Settles once the part's words are there; left out: those of all parts. */
  readonly words?: () => Promise<void>;
}

const parts = new Set<() => Promise<unknown>>();
let allAreFetched = false;

/**
 * A part of the app in a chunk of its own: nobody waits for it before the map is there. Until it has come there is
 * `waiting`; where it cannot come, only its place says so, and tries again when the network is back.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<Part<Props>>,
  { waiting = null, missing, words = speakOfAllParts }: LazyPartOptions = {},
): Part<Props> {
  let loaded: Part<Props> | undefined;
  const fetchPart = async () => {
    const [part] = await Promise.all([load(), words()]);
    return (loaded ??= part);
  };
  parts.add(fetchPart);

  return function LazyPart(props: Props) {
    const [Shown, setShown] = useState<Part<Props> | undefined>(() => loaded);
    const [attempt, setAttempt] = useState(0);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Shown !== undefined) return undefined;
      let gone = false;
      const again = () => setAttempt((count) => count + 1);
      fetchPart().then(
        (part) => gone || setShown(() => part),
        () => gone || setFailed(true),
      );
      addEventListener('online', again);
      return () => {
        gone = true;
        removeEventListener('online', again);
      };
    }, [Shown, attempt]);
    if (Shown !== undefined) return <Shown {...props} />;
    if (!failed) return waiting;
    return missing === undefined ? <Missing onRetry={() => setAttempt(attempt + 1)} /> : missing;
  };
}

function Missing({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <EmptyState
      icon={<CloudOff />}
      title={<Trans>This part has not been fetched yet</Trans>}
      action={
        <Button onClick={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      }
    >
      <Trans>The server cannot be reached. Everything else goes on working; edits stay on this device.</Trans>
    </EmptyState>
  );
}

/** The script of a Worker, by its address: fetched with the parts, so that the browser still has it without a network. */
export function lazyScript(address: string): string {
  const fetchScript = () => fetch(address);
  parts.add(fetchScript);
  // It belongs to a part that came with all the others.
  if (allAreFetched) fetchScript().catch(() => undefined);
  return address;
}

/** Fetches every part that is not here yet, so that it is there without a network too. */
export function fetchAllParts(): void {
  allAreFetched = true;
  // One that does not come is tried again when it is needed.
  for (const fetchPart of parts) fetchPart().catch(() => undefined);
}
