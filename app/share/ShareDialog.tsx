import { Trans, useLingui } from '@lingui/react/macro';
import { Check, CloudUpload, Copy, Link2, Link2Off } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { MapId } from '../../model/map/ids.ts';
import type { LinkInfo } from '../../model/protocol/api.ts';
import type { Role } from '../../model/protocol/roles.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { Field, SelectField } from '../design/parts/Field.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { Skeleton } from '../design/parts/Skeleton.tsx';
import { mapLinks } from './mapLinks.ts';
import type { OpenedMap } from '../session/openMap.ts';
import { publishMap } from '../session/publishMap.ts';
import { useObservable } from '../session/useSharedMap.ts';
import { device } from '../shell/device.ts';
import { refusalText } from './refusalText.ts';
import { useRoleNames } from './useRoleNames.ts';
import styles from './ShareDialog.module.css';

export interface ShareDialogProps {
  readonly opened: OpenedMap;
  readonly onClose: () => void;
}

/** How others come into a map: by links, one role each. A map that only this device has is put on the server first. */
export function ShareDialog({ opened, onClose }: ShareDialogProps) {
  const { t } = useLingui();
  const known = useObservable(device.maps.list);
  const onlyHere = known?.find((map) => map.id === opened.id)?.onServer === false;
  return (
    <Dialog
      open
      title={t`Share this map`}
      description={t`Whoever has a link can come in with its role. No account is needed.`}
      onClose={onClose}
    >
      {onlyHere ? <Publish opened={opened} /> : <Links mapId={opened.id} />}
    </Dialog>
  );
}

function Publish({ opened }: { readonly opened: OpenedMap }) {
  const { t, i18n } = useLingui();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const publish = async () => {
    setBusy(true);
    setProblem(undefined);
    const done = await publishMap(device.database, opened.id);
    setBusy(false);
    if (done.ok) return opened.connect();
    setProblem(
      done.error.type === 'noOwnerKey'
        ? t`This device has no key for this map. Duplicate the map in the library and share the copy.`
        : refusalText(done.error, i18n),
    );
  };
  return (
    <>
      {problem !== undefined && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
      <EmptyState
        icon={<CloudUpload />}
        title={<Trans>Only this device has this map</Trans>}
        action={
          <Button look="main" icon={<CloudUpload />} disabled={busy} onClick={() => void publish()}>
            {busy ? <Trans>Sending…</Trans> : <Trans>Put it on the server</Trans>}
          </Button>
        }
      >
        <Trans>
          To share it, put it on your own server. It stays on this device as well and goes on working offline.
        </Trans>
      </EmptyState>
    </>
  );
}

/** A link's secret is shown once, when it is made; the server keeps its hash only. */
function Links({ mapId }: { readonly mapId: MapId }) {
  const { i18n } = useLingui();
  const [list] = useState(() => mapLinks(mapId));
  const { links, refusal } = useObservable(list.state);
  const [made, setMade] = useState<{ readonly address: string; readonly role: Role }>();
  useEffect(() => void list.load(), [list]);

  const create = async (wish: LinkWish) => {
    const address = await list.create({
      role: wish.role,
      label: wish.label,
      ...(wish.password === '' ? {} : { password: wish.password }),
      ...(wish.days === undefined ? {} : { expiresAt: Date.now() + wish.days * 86_400_000 }),
    });
    if (address !== undefined) setMade({ address, role: wish.role });
  };

  return (
    <>
      {refusal !== undefined && (
        <p className={styles['problem']} role="alert">
          {refusalText(refusal, i18n)}
        </p>
      )}
      <LinkForm onCreate={(wish) => void create(wish)} />
      {made !== undefined && <MadeLink {...made} />}
      <section className={styles['links']} aria-labelledby="links-in-use" aria-busy={links === undefined}>
        <h3 id="links-in-use" className={styles['heading']}>
          <Trans>Links in use</Trans>
        </h3>
        {links === undefined ? (
          refusal === undefined && <Skeleton height={40} />
        ) : links.length === 0 ? (
          <EmptyState icon={<Link2 />} title={<Trans>No links yet</Trans>}>
            <Trans>Make one above and send it. You can withdraw it at any time.</Trans>
          </EmptyState>
        ) : (
          <ul>
            {links.map((link) => (
              <LinkRow key={link.id} link={link} onRevoke={() => void list.revoke(link)} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

interface LinkWish {
  readonly role: Role;
  readonly label: string;
  readonly password: string;
  readonly days: number | undefined;
}

/** As the server asks for (model/protocol/api.ts). */
const leastPassword = 4;

const linkRoles = ['editor', 'commenter', 'viewer'] as const satisfies readonly Role[];

function LinkForm({ onCreate }: { readonly onCreate: (wish: LinkWish) => void }) {
  const { t } = useLingui();
  const names = useRoleNames();
  const [wish, setWish] = useState<LinkWish>({ role: 'editor', label: '', password: '', days: undefined });
  const [isTried, setTried] = useState(false);
  const isTooShort = wish.password !== '' && wish.password.length < leastPassword;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isTooShort) onCreate(wish);
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <SelectField
        label={t`May`}
        value={wish.role}
        onChange={(event) => setWish({ ...wish, role: event.currentTarget.value as Role })}
      >
        {linkRoles.map((role) => (
          <option key={role} value={role}>
            {names[role].does}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t`Valid`}
        value={wish.days ?? ''}
        onChange={(event) => {
          const days = event.currentTarget.value;
          setWish({ ...wish, days: days === '' ? undefined : Number(days) });
        }}
      >
        <option value="">{t`until withdrawn`}</option>
        <option value="1">{t`for a day`}</option>
        <option value="7">{t`for a week`}</option>
        <option value="30">{t`for 30 days`}</option>
      </SelectField>
      <Field
        label={t`Password (optional)`}
        type="password"
        autoComplete="new-password"
        maxLength={200}
        value={wish.password}
        error={
          isTried && isTooShort
            ? t`Expected ${leastPassword} characters or more, or an empty field.`
            : undefined
        }
        onChange={(event) => setWish({ ...wish, password: event.currentTarget.value })}
      />
      <Field
        label={t`For whom (optional)`}
        maxLength={80}
        value={wish.label}
        onChange={(event) => setWish({ ...wish, label: event.currentTarget.value })}
      />
      <Button look="main" type="submit" icon={<Link2 />} className={styles['make']}>
        <Trans>Make a link</Trans>
      </Button>
    </form>
  );
}

function MadeLink({ address, role }: { readonly address: string; readonly role: Role }) {
  const { t } = useLingui();
  const names = useRoleNames();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div className={styles['made']}>
      <Field
        label={t`New link (${names[role].title})`}
        hint={t`Copy it now: for safety it is not shown again.`}
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button icon={copied ? <Check /> : <Copy />} onClick={() => void copy()}>
        {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
      </Button>
    </div>
  );
}

function LinkRow({ link, onRevoke }: { readonly link: LinkInfo; readonly onRevoke: () => void }) {
  const { t, i18n } = useLingui();
  const names = useRoleNames();
  const day = (at: number) => i18n.date(new Date(at), { dateStyle: 'medium' });
  const facts = [
    t`made ${day(link.createdAt)}`,
    link.usedAt === null ? t`not used yet` : t`last used ${day(link.usedAt)}`,
    link.expiresAt !== null && t`until ${day(link.expiresAt)}`,
    link.hasPassword && t`with password`,
  ].filter(Boolean);
  const title = link.label === '' ? names[link.role].title : `${names[link.role].title} · ${link.label}`;
  return (
    <li className={styles['link']}>
      <div>
        <p className={styles['title']}>{title}</p>
        <p className={styles['facts']}>{facts.join(' · ')}</p>
      </div>
      <IconButton label={t`Withdraw the link “${title}”`} icon={<Link2Off />} onClick={onRevoke} />
    </li>
  );
}
