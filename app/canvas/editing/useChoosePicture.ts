import { useLingui } from '@lingui/react';
import { pickPicture } from '../../pictures/pickPicture.ts';
import { useCanvas } from '../canvasContext.ts';
import { bringPictures } from './bringPictures.ts';
import type { PictureTarget } from './pictureTarget.ts';

/** Asks for a file and puts it on a card or into a cell. */
export function useChoosePicture(): (to: PictureTarget) => Promise<void> {
  const { i18n } = useLingui();
  const canvas = useCanvas();
  return async (to) => {
    const file = await pickPicture();
    if (file !== undefined) await bringPictures([file], to, canvas, i18n);
  };
}
