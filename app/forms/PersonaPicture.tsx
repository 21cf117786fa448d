import { useLingui } from '@lingui/react/macro';
import { ImagePlus, Trash2, UserRound } from 'lucide-react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Persona } from '../../model/map/persona.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import { Button } from '../design/parts/Button.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { pickPicture } from '../pictures/pickPicture.ts';
import { PictureView } from '../pictures/PictureView.tsx';
import { readPicture, wordsOfFileName } from '../pictures/readPicture.ts';
import type { Pictures } from '../session/pictures.ts';
import styles from './PersonaPicture.module.css';

export interface PersonaPictureProps {
  readonly persona: Persona;
  readonly map: JourneyMap;
  readonly pictures: Pictures;
  readonly readOnly: boolean;
  readonly run: (command: Command) => void;
}

/** The face of a persona: chosen, dropped, or taken away again; each one step of undo. */
export function PersonaPicture({ persona, map, pictures, readOnly, run }: PersonaPictureProps) {
  const { t, i18n } = useLingui();
  const hash = persona.pictureId;
  const bring = async (file: File | undefined) => {
    const picture = file && (await readPicture(file, pictures, i18n));
    if (file === undefined || picture === undefined) return;
    const { bytes: _, ...record } = picture;
    const known = map.pictures.find((one) => one.hash === picture.hash);
    const alt = known?.alt ?? wordsOfFileName(file.name);
    run({
      type: 'together',
      commands: [
        { type: 'put', collection: 'pictures', record: { ...record, alt } },
        pictureOf(persona, picture.hash),
      ],
    });
  };
  if (readOnly && hash === undefined) return null;
  return (
    <div
      className={styles['place']}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!readOnly) void bring(event.dataTransfer.files[0]);
      }}
    >
      {hash === undefined ? (
        <span className={styles['face']} aria-hidden>
          <UserRound />
        </span>
      ) : (
        <PictureView className={styles['face']} pictures={pictures} hash={hash} alt={persona.name} />
      )}
      {!readOnly && (
        <Button
          size="small"
          icon={<ImagePlus />}
          onClick={() => void pickPicture().then((file) => bring(file))}
        >
          {t`Choose a picture…`}
        </Button>
      )}
      {!readOnly && hash !== undefined && (
        <IconButton
          size="small"
          label={t`Take the picture away`}
          icon={<Trash2 />}
          onClick={() => run(pictureOf(persona, undefined))}
        />
      )}
    </div>
  );
}

const pictureOf = ({ id }: Persona, pictureId: string | undefined): Command => ({
  type: 'setFields',
  collection: 'personas',
  ids: [id],
  fields: { pictureId },
});
