import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Archive, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { today } from '../design/today.ts';
import { Button } from '../design/parts/Button.tsx';
import { tell, tellProblem } from '../design/parts/toasts.ts';
import { saveFile } from '../library/saveFile.ts';
import { useObservable } from '../session/useSharedMap.ts';
import { device } from '../shell/device.ts';
import { backUpMaps } from './backUpMaps.ts';
import styles from './SettingsDialog.module.css';
import { TrashList } from './TrashList.tsx';

interface Room {
  readonly used: number;
  readonly most: number;
  /** Whether the browser has promised not to clear it away when the disk gets full. */
  readonly kept: boolean;
}

/** What Throughline keeps on this device: how much, how safely, a backup of all of it, and the trash. */
export function StorageSection() {
  const { t, i18n } = useLingui();
  const maps = useObservable(device.maps.list) ?? [];
  const [room, setRoom] = useState<Room>();
  const [busy, setBusy] = useState(false);
  const trashed = maps.filter((map) => map.deletedAt !== undefined);
  const kept = maps.filter((map) => map.deletedAt === undefined);

  useEffect(() => {
    void measureRoom().then(setRoom);
  }, []);

  const megabytes = (bytes: number) =>
    i18n.number(bytes / 1_000_000, { maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 });

  const backUp = async () => {
    setBusy(true);
    const bytes = await backUpMaps(kept, device.maps);
    setBusy(false);
    saveFile(`throughline-${today()}.zip`, 'application/zip', bytes);
  };

  const keep = async () => {
    if (await navigator.storage.persist())
      tell(t`The browser will not clear your maps away when space gets short.`);
    else
      tellProblem(
        t`The browser did not promise it. Save your maps as files from time to time, or put them on the server.`,
      );
    setRoom(await measureRoom());
  };

  return (
    <section className={styles['section']} aria-labelledby="storage">
      <h3 id="storage" className={styles['heading']}>
        <Trans>Storage and backup</Trans>
      </h3>
      <p className={styles['line']}>
        <Plural value={kept.length} one="# map on this device" other="# maps on this device" />
        {room !== undefined && (
          <>
            {' · '}
            <Trans>
              {megabytes(room.used)} MB used, up to {megabytes(room.most)} MB are free to use
            </Trans>
          </>
        )}
      </p>
      <div className={styles['buttons']}>
        <Button icon={<Archive />} disabled={kept.length === 0 || busy} onClick={() => void backUp()}>
          <Trans>Save all maps as files</Trans>
        </Button>
        {room?.kept === false && (
          <Button icon={<ShieldCheck />} onClick={() => void keep()}>
            <Trans>Ask the browser to keep them</Trans>
          </Button>
        )}
      </div>
      {trashed.length > 0 && <TrashList trashed={trashed} maps={device.maps} />}
    </section>
  );
}

/** undefined where the browser does not tell. */
async function measureRoom(): Promise<Room | undefined> {
  // Undefined on plain http, whatever the type says.
  const storage = navigator.storage as StorageManager | undefined;
  if (storage === undefined) return undefined;
  const { usage = 0, quota = 0 } = await storage.estimate();
  return { used: usage, most: quota, kept: await storage.persisted() };
}
