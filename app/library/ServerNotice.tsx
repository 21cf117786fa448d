import { Trans } from '@lingui/react/macro';
import { KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type ServerInfo, serverInfoSchema } from '../../model/protocol/api.ts';
import { askServer } from '../session/askServer.ts';
import styles from './ServerNotice.module.css';

/** What somebody has to do before the server keeps their maps: shown as long as it does not know this browser. */
export function ServerNotice() {
  const [server, setServer] = useState<ServerInfo>();
  useEffect(() => {
    const leaving = new AbortController();
    void askServer('/api/server', serverInfoSchema, { signal: leaving.signal }).then((asked) => {
      if (asked.ok && !leaving.signal.aborted) setServer(asked.value);
    });
    return () => leaving.abort();
  }, []);
  if (server === undefined || server.you !== null) return null;
  return (
    <p className={styles['notice']} role="status">
      <KeyRound aria-hidden />
      {server.signIn === 'oidc' ? (
        <span>
          <Trans>Your maps stay on this device until you sign in.</Trans>{' '}
          <a href="/api/sign-in">
            <Trans>Sign in</Trans>
          </a>
        </span>
      ) : server.claimed ? (
        <Trans>Your maps stay on this device. To see those of this server, open a link you were sent.</Trans>
      ) : (
        <Trans>
          This server has no owner yet: open the link that was printed in the terminal when it started. Until
          then your maps stay on this device.
        </Trans>
      )}
    </p>
  );
}
