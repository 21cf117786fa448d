import type { I18n } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { CardId } from '../../../model/map/ids.ts';
import {
  copyCards,
  copyTracksToClipboard,
  mostPasted,
  ownClipboardType,
  type PastedRows,
  pasteLines,
  pasteOwn,
  pasteText,
} from '../../../model/sharedMap/clipboard.ts';
import { readTracks } from '../../../model/sharedMap/copiedTracks.ts';
import { tell, tellDone, tellProblem } from '../../design/parts/toasts.ts';
import type { Canvas } from '../canvasContext.ts';
import { bringPictures } from './bringPictures.ts';
import { pictureTarget } from './pictureTarget.ts';

const mostPastedCards = 4 * mostPasted;
/** Reading more would hold up the page. */
const mostCharacters = 2_000_000;

/** Listens to copy, cut and paste for the canvas, between maps and programs, until the answer is called. */
export function listenToClipboard(
  belongsHere: (event: Event) => boolean,
  canvas: Canvas,
  i18n: I18n,
): () => void {
  const onCopy = (event: ClipboardEvent) => {
    if (belongsHere(event) && !hasSelectedText() && copy(event, canvas, i18n)) event.preventDefault();
  };
  const onCut = (event: ClipboardEvent) => {
    if (canvas.readOnly || !belongsHere(event) || !copy(event, canvas, i18n)) return;
    event.preventDefault();
    const { focus } = canvas.store.getState();
    if (canvas.actions.cardsInHand().length > 0) canvas.actions.deleteCards(canvas.actions.cardsInHand());
    else if (focus !== undefined) canvas.actions.deletePlace(focus);
    canvas.store.keepKeyboard();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!belongsHere(event) || event.clipboardData === null) return;
    event.preventDefault();
    paste(event.clipboardData, canvas, i18n);
  };
  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCut);
  document.addEventListener('paste', onPaste);
  return () => {
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('cut', onCut);
    document.removeEventListener('paste', onPaste);
  };
}

const hasSelectedText = (): boolean => document.getSelection()?.isCollapsed === false;

/** Whether there was something to copy. */
function copy({ clipboardData }: ClipboardEvent, canvas: Canvas, i18n: I18n): boolean {
  const cardIds = canvas.actions.cardsInHand();
  const track = canvas.actions.trackInHand();
  if (clipboardData === null || (cardIds.length === 0 && track === undefined)) return false;
  const content =
    track === undefined || cardIds.length > 0
      ? copyCards(canvas.map(), cardIds)
      : copyTracksToClipboard(canvas.shared.map(), track);
  clipboardData.setData('text/plain', content.text);
  clipboardData.setData('text/html', content.html);
  clipboardData.setData(ownClipboardType, content.own);
  canvas.store.announce(
    cardIds.length === 0
      ? i18n._(msg`Copied`)
      : i18n._(msg`${plural(cardIds.length, { one: '# card copied', other: '# cards copied' })}`),
  );
  return true;
}

function paste(data: DataTransfer, canvas: Canvas, i18n: I18n): void {
  if (canvas.readOnly) {
    tellProblem(i18n._(msg`You may look at this map, but not change it.`));
    return;
  }
  const files = [...data.files];
  const text = data.getData('text/plain');
  if (files.length > 0 && text === '') {
    const to = pictureTarget(canvas.store.getState().focus, canvas.shared);
    if (to === undefined) tell(i18n._(msg`Select the cell first that the card shall go to.`));
    else void bringPictures(files, to, canvas, i18n);
    return;
  }
  const own = data.getData(ownClipboardType);
  const characters = Math.max(text.length, own.length);
  if (characters > mostCharacters) {
    tellProblem(
      i18n._(
        msg`A paste brings at most ${i18n.number(mostCharacters)} characters, found ${i18n.number(characters)}. Nothing was pasted: bring larger tables in as a file, from the library.`,
      ),
    );
    return;
  }
  const tracks = readTracks(own);
  if (tracks !== undefined) return void canvas.actions.pasteTracks(tracks);
  const lines = text.split('\n').length;
  if (lines > mostPasted) {
    tellProblem(
      i18n._(
        msg`A paste brings at most ${mostPasted} rows, found ${lines}. Nothing was pasted: bring larger tables in as a file, from the library.`,
      ),
    );
    return;
  }
  const rows = pasteOwn(own) ?? rowsOfText(text, data.getData('text/html'));
  const cards = rows.flat(2).length;
  if (cards === 0) return;
  if (cards > mostPastedCards) {
    tellProblem(
      i18n._(
        msg`A paste brings at most ${mostPastedCards} cards, found ${cards}. Nothing was pasted: bring larger tables in as a file, from the library.`,
      ),
    );
    return;
  }
  const place = canvas.actions.cellInHand();
  if (place === undefined) {
    tell(i18n._(msg`Select the cell first that the card shall go to.`));
    return;
  }
  const created = canvas.actions.run({ type: 'pasteCells', rows, to: place });
  const first = created?.[0] as CardId | undefined;
  if (created === undefined || first === undefined) return;
  canvas.store.setFocus({ kind: 'card', cardId: first });
  canvas.store.select(created as readonly CardId[]);
  canvas.store.keepKeyboard();
  const told = i18n._(msg`${plural(created.length, { one: '# card pasted', other: '# cards pasted' })}`);
  canvas.store.announce(told);
  if (created.length > 1) tellDone(told, canvas.shared, canvas.actions.undo);
}

/** A table goes cell by cell over the map; the lines of a note are cards of one cell. */
function rowsOfText(text: string, html: string): PastedRows {
  return text.includes('\t') || /<t(able|r|d)[\s>]/i.test(html) ? pasteText(text) : pasteLines(text);
}
