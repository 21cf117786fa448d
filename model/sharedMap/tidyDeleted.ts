import { deletionSeen } from './deletion.ts';
import type { MapDocument } from './mapDocument.ts';
import { goneKey } from './partDeletion.ts';

/** How long a deleted card can still come back by what others wrote on it offline. */
export const daysKept = 90;

/** The origin of the transaction: an act of nobody, so nobody undoes it. */
export const tidyOrigin = { tidy: true };

/**
 * Takes the content of cards out of the document that have been deleted for `daysKept` days, with their markers and
 * connectors, which show with their cards only (decision 0010). A deletion bears no time, so the first call that sees it
 * notes the day beside its fingerprint; a card that somebody changes or brings back is out of the count.
 * `today` is in days since 1970. Gives how many cards were taken out.
 */
export function tidyDeleted(document: MapDocument, today: number): number {
  const noted = document.deletionDays;
  const present = new Set(document.ids('cards'));
  const goneIds = [...present].filter((id) => deletionSeen(document, 'cards', id));
  const dayOf = (id: string): number | undefined => {
    const note = noted.get(id);
    const [day, gone] = typeof note === 'string' ? note.split(' ') : [];
    return gone === document.bag('cards', id)?.get(goneKey) ? Number(day) : undefined;
  };
  // A day in the future, from a clock that was wrong, is today's.
  const isOld = (day: number | undefined): boolean => day !== undefined && today - day >= daysKept;
  const isUnknown = (day: number | undefined): boolean =>
    day === undefined || Number.isNaN(day) || day > today;
  const old = new Set(goneIds.filter((id) => isOld(dayOf(id))));
  const fresh = goneIds.filter((id) => isUnknown(dayOf(id)));
  const stale = noted.keys('').filter((id) => old.has(id) || dayOf(id) === undefined || !present.has(id));
  if (old.size + fresh.length + stale.length === 0) return 0;
  document.doc.transact(() => {
    for (const id of stale) noted.remove(id);
    for (const id of fresh) noted.set(id, `${today} ${String(document.bag('cards', id)?.get(goneKey))}`);
    for (const [collection, ends] of [
      ['markers', ['cardId']],
      ['connectors', ['fromCardId', 'toCardId']],
    ] as const)
      for (const id of document.ids(collection))
        if (ends.some((end) => old.has(String(document.bag(collection, id)?.get(end)))))
          document.takeOut(collection, id);
    for (const id of old) document.takeOut('cards', id);
  }, tidyOrigin);
  return old.size;
}
