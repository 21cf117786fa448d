import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { endOffer } from '../library/offerToTakeBack.ts';
import type { LocalMap } from '../session/deviceDatabase.ts';
import type { LocalMaps } from '../session/localMaps.ts';
import styles from './SettingsDialog.module.css';

export interface TrashListProps {
  readonly trashed: readonly LocalMap[];
  readonly maps: Pick<LocalMaps, 'takeBack' | 'forget'>;
}

/** The maps in the trash of this device. What cannot be undone is asked first, with the name of the map. */
export function TrashList({ trashed, maps }: TrashListProps) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<LocalMap>();
  const nameOf = ({ title }: LocalMap) => (title.trim() === '' ? t`Untitled map` : title);
  const forget = (map: LocalMap) => {
    setAsked(undefined);
    endOffer(map.id);
    void maps.forget(map.id);
  };
  return (
    <div className={styles['trash']}>
      <h4 className={styles['sub']}>
        <Trans>Trash</Trans>
      </h4>
      <ul>
        {trashed.map((map) => (
          <li key={map.id}>
            <span>{nameOf(map)}</span>
            <Button size="small" onClick={() => void maps.takeBack(map.id)}>
              <Trans>Take back</Trans>
            </Button>
            <Button size="small" look="danger" onClick={() => setAsked(map)}>
              <Trans>Delete for good</Trans>
            </Button>
          </li>
        ))}
      </ul>
      {asked !== undefined && (
        <Dialog
          open
          width="narrow"
          title={t`Delete “${nameOf(asked)}” for good?`}
          description={
            <Trans>
              The map goes from this device with its versions and the key of its owner. Nothing brings it
              back.
            </Trans>
          }
          onClose={() => setAsked(undefined)}
          actions={
            <>
              <Button onClick={() => setAsked(undefined)}>
                <Trans>Cancel</Trans>
              </Button>
              <Button look="danger" onClick={() => forget(asked)}>
                <Trans>Delete for good</Trans>
              </Button>
            </>
          }
        />
      )}
    </div>
  );
}
