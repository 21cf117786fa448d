import { Trans, useLingui } from '@lingui/react/macro';
import { KeyRound, Link2Off } from 'lucide-react';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { ticketAnswerSchema } from '../../model/protocol/api.ts';
import { Button } from '../design/parts/Button.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { Field } from '../design/parts/Field.tsx';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { askServer, type ServerRefusal } from '../session/askServer.ts';
import { holdLink } from '../share/heldLinks.ts';
import { refusalText } from '../share/refusalText.ts';
import styles from './JoinScreen.module.css';
import { Mark } from './Mark.tsx';
import { go } from './route.ts';

/** A secret that was cut when copied is not even one to the server: for whoever came by it the link is unknown. */
const aboutTheLink = (refusal: ServerRefusal): ServerRefusal =>
  refusal.type === 'throughline:bad-request' ? { ...refusal, type: 'throughline:link-unknown' } : refusal;

/** Exchanges the secret of a link for access, and goes to its map. Asks for the password where the link has one. */
export function JoinScreen({ secret }: { readonly secret: string }) {
  const { t, i18n } = useLingui();
  const [refusal, setRefusal] = useState<ServerRefusal>();
  const [password, setPassword] = useState('');
  const asked = useRef(false);

  useEffect(() => {
    document.title = t`Coming in · Throughline`;
  }, [t]);

  const join = useCallback(
    async (typed?: string) => {
      const answer = await askServer('/api/tickets', ticketAnswerSchema, {
        method: 'POST',
        body: { secret, ...(typed === undefined ? {} : { password: typed }) },
      });
      if (!answer.ok) return setRefusal(aboutTheLink(answer.error));
      const { mapId } = answer.value;
      holdLink(mapId, { secret, password: typed });
      go({ screen: 'editor', mapId }, 'replace');
    },
    [secret],
  );

  useEffect(() => {
    // Once, also when React mounts twice in development.
    if (asked.current) return;
    asked.current = true;
    void join();
  }, [join]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void join(password);
  };

  const needsPassword =
    refusal?.type === 'throughline:password-needed' || refusal?.type === 'throughline:password-wrong';
  return (
    <main className={styles['page']}>
      <Mark size={36} />
      {refusal === undefined && (
        <div className={styles['waiting']} role="status" aria-busy aria-label={t`Opening the link`}>
          <Skeleton width={220} />
          <Skeleton width={160} />
        </div>
      )}
      {needsPassword && (
        <form className={styles['form']} onSubmit={submit}>
          <h1 className={styles['title']}>
            <KeyRound aria-hidden /> <Trans>This link has a password</Trans>
          </h1>
          <Field
            label={t`Password`}
            type="password"
            autoComplete="current-password"
            autoFocus
            value={password}
            error={refusal.type === 'throughline:password-wrong' ? refusalText(refusal, i18n) : undefined}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button look="main" type="submit">
            <Trans>Open the map</Trans>
          </Button>
        </form>
      )}
      {refusal !== undefined && !needsPassword && (
        <EmptyState
          problem
          icon={<Link2Off />}
          title={<Trans>This link does not open</Trans>}
          action={
            <>
              {refusal.type === 'unreachable' && (
                <Button look="main" onClick={() => void join()}>
                  <Trans>Try again</Trans>
                </Button>
              )}
              <Button onClick={() => go({ screen: 'library' }, 'replace')}>
                <Trans>Go to your maps</Trans>
              </Button>
            </>
          }
        >
          {refusalText(refusal, i18n)}
        </EmptyState>
      )}
    </main>
  );
}
