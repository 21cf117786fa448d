import type { CollectionName } from '../map/journeyMap.ts';
import { collectionNames } from '../map/journeyMap.ts';
import { deletionSeen } from './deletion.ts';
import { goTogether } from './goTogether.ts';
import type { MapDocument } from './mapDocument.ts';
import { goneKey } from './partDeletion.ts';
import { nameOf, partsOf, type RecordName } from './recordName.ts';
import { isFlatCollection } from './recordShape.ts';

/** How long a deleted record can still come back by what others wrote on it offline. */
export const daysKept = 90;

/** The origin of the transaction: an act of nobody, so nobody undoes it. */
export const tidyOrigin = { tidy: true };

/**
 * Takes records out of the document that have been deleted for `daysKept` days, with what shows with them only, and
 * pictures that nothing named for so long (decision 0010). A deletion bears no time, so the first call that sees it
 * notes the day beside its fingerprint; a record that somebody changes or brings back is out of the count.
 * `today` is in days since 1970. Gives how many records were taken out. What is shown does not change.
 */
export function tidyDeleted(document: MapDocument, today: number): number {
  const noted = document.deletionDays;
  const gone = new Map([...deletions(document), ...unusedPictures(document)]);
  const dayOf = (name: RecordName): number | undefined => {
    const note = noted.get(noteKey(name));
    const [day, mark] = typeof note === 'string' ? note.split(' ') : [];
    return mark === gone.get(name) ? Number(day) : undefined;
  };
  // A day in the future, from a clock that was wrong, is today's.
  const isOld = (day: number | undefined): boolean => day !== undefined && today - day >= daysKept;
  const isUnknown = (day: number | undefined): boolean =>
    day === undefined || Number.isNaN(day) || day > today;
  const names = [...gone.keys()];
  const old = new Set(names.filter((name) => isOld(dayOf(name))));
  const going = old.size === 0 ? old : goTogether(document, old);
  const fresh = names.filter((name) => isUnknown(dayOf(name)));
  const current = new Set(names.filter((name) => !going.has(name)).map(noteKey));
  const stale = noted.keys('').filter((key) => !current.has(key));
  if (going.size + fresh.length + stale.length === 0) return 0;
  document.doc.transact(() => {
    for (const key of stale) noted.remove(key);
    for (const name of fresh) noted.set(noteKey(name), `${today} ${gone.get(name)}`);
    for (const name of going) {
      const { collection, id } = partsOf(name);
      document.takeOut(collection, id);
    }
  }, tidyOrigin);
  return going.size;
}

/** Cards were noted under their id alone before other records were. */
const noteKey = (name: RecordName): string => (name.startsWith('cards/') ? partsOf(name).id : name);

function deletions(document: MapDocument): readonly (readonly [RecordName, string])[] {
  return collectionNames
    .filter((collection) => !isFlatCollection(collection))
    .flatMap((collection) =>
      document
        .ids(collection)
        .filter((id) => deletionSeen(document, collection, id))
        .map((id) => [nameOf(collection, id), String(document.bag(collection, id)?.get(goneKey))] as const),
    );
}

/** Also a deleted card names its picture, as long as it can come back. */
function unusedPictures(document: MapDocument): readonly (readonly [RecordName, string])[] {
  const naming: readonly CollectionName[] = ['cards', 'personas'];
  const used = new Set(
    naming.flatMap((collection) =>
      document.ids(collection).map((id) => document.bag(collection, id)?.get('pictureId')),
    ),
  );
  return document
    .ids('pictures')
    .filter((hash) => !used.has(hash))
    .map((hash) => [nameOf('pictures', hash), 'unused'] as const);
}
