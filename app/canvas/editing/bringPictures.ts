import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { tell, tellProblem } from '../../design/parts/toasts.ts';
import { readPicture, wordsOfFileName } from '../../pictures/readPicture.ts';
import type { Canvas } from '../canvasContext.ts';
import type { ViewportSource } from '../viewport.ts';
import { type PictureTarget, pictureTarget } from './pictureTarget.ts';
import { placeOfElement } from './placeOfElement.ts';

/** Files become pictures one after the other; each is one step of undo. */
export async function bringPictures(
  files: readonly File[],
  to: PictureTarget,
  canvas: Canvas,
  i18n: I18n,
): Promise<void> {
  if (canvas.readOnly) return tellProblem(i18n._(msg`You may look at this map, but not change it.`));
  for (const file of files) {
    const picture = await readPicture(file, canvas.pictures, i18n);
    if (picture !== undefined) canvas.actions.addPicture(picture, wordsOfFileName(file.name), to);
  }
}

/** Takes the pictures that are dropped on the canvas, until the answer is called. */
export function listenToDrops(
  root: HTMLElement,
  canvas: Canvas,
  viewport: ViewportSource,
  i18n: I18n,
): () => void {
  const onDragOver = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = canvas.readOnly ? 'none' : 'copy';
  };
  const onDrop = (event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    const place = event.target instanceof Element ? placeOfElement(event.target) : undefined;
    const at = viewport.toMap({ x: event.clientX, y: event.clientY });
    const position = { x: Math.round(at.x), y: Math.round(at.y) };
    const to = place === undefined ? { position } : pictureTarget(place, canvas.shared);
    if (to === undefined) tell(i18n._(msg`Drop the picture on a card, in a cell, or beside the grid.`));
    else void bringPictures(files, to, canvas, i18n);
  };
  root.addEventListener('dragover', onDragOver);
  root.addEventListener('drop', onDrop);
  return () => {
    root.removeEventListener('dragover', onDragOver);
    root.removeEventListener('drop', onDrop);
  };
}
