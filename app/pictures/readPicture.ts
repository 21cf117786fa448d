import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { tellProblem, tellProgress } from '../design/parts/toasts.ts';
import type { Pictures } from '../session/pictures.ts';
import type { PreparedPicture } from '../workers/pictureMessages.ts';
import { preparePicture } from '../workers/preparePicture.ts';
import { pictureErrorText } from './pictureErrorText.ts';

/** Makes a file a picture of the map, with its bytes kept. What hinders that is told; then there is none. */
export async function readPicture(
  file: File,
  pictures: Pictures,
  i18n: I18n,
): Promise<PreparedPicture | undefined> {
  const stop = new AbortController();
  const done = tellProgress(i18n._(msg`Preparing the picture “${file.name}”`), () => stop.abort());
  try {
    const prepared = await preparePicture(file, stop.signal);
    if (!prepared.ok) {
      if (prepared.error.type !== 'Cancelled') tellProblem(pictureErrorText(prepared.error, file.name, i18n));
      return undefined;
    }
    const kept = await pictures.keep(prepared.value);
    if (!kept.ok)
      tellProblem(
        i18n._(
          msg`This device could not store the picture. Keep this page open until the map is saved on the server, or make room on the device.`,
        ),
      );
    return prepared.value;
  } finally {
    done();
  }
}

/** The name of a file as words: what is seen on the picture until somebody says it better. */
export const wordsOfFileName = (name: string): string =>
  name
    .replace(/\.[a-z0-9]+$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim()
    .slice(0, 200);
