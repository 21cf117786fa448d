import type { CollectionName } from '../map/journeyMap.ts';
import type { MapDocument } from './mapDocument.ts';
import { readRecord } from './readRecord.ts';
import { nameOf, type RecordName } from './recordName.ts';

/**
 * Which of the long deleted records may leave the document, and what leaves with them. With a record goes what shows
 * with it only (resolveMap.ts hides it): the marker of a card, the emotions and numbers of a step. A record stays as
 * long as one that stays names it and is shown otherwise for it: a card in the tray is flagged when its lane was never
 * in the document, a step needs its stage, the ledger its plan.
 */
export function goTogether(document: MapDocument, old: ReadonlySet<RecordName>): ReadonlySet<RecordName> {
  const links = linksOf(document);
  let wanted = new Set(old);
  for (;;) {
    const going = withDependents(wanted, links);
    const held = new Set(links.flatMap(({ from, needs }) => (going.has(from) ? [] : needs)));
    const free = new Set([...wanted].filter((name) => !held.has(name)));
    if (free.size === wanted.size) return going;
    wanted = free;
  }
}

interface Links {
  readonly from: RecordName;
  /** It is hidden when one of these is. */
  readonly showsWith: readonly RecordName[];
  readonly needs: readonly RecordName[];
}

function withDependents(wanted: ReadonlySet<RecordName>, links: readonly Links[]): Set<RecordName> {
  const going = new Set(wanted);
  for (let before = -1; before !== going.size;) {
    before = going.size;
    for (const { from, showsWith } of links) if (showsWith.some((name) => going.has(name))) going.add(from);
  }
  return going;
}

/** What a record names, by the two ways of naming. */
const readers: { readonly [C in CollectionName]?: (record: object) => Omit<Links, 'from'> } = {
  cards: (card) => ({ showsWith: [], needs: names(card, { laneId: 'lanes', stepId: 'steps' }) }),
  steps: (step) => ({ showsWith: [], needs: names(step, { stageId: 'stages' }) }),
  markers: (marker) => ({
    showsWith: names(marker, 'cardId' in marker ? { cardId: 'cards' } : { stepId: 'steps' }),
    needs: [],
  }),
  connectors: (connector) => ({
    showsWith: names(connector, { fromCardId: 'cards', toCardId: 'cards' }),
    needs: [],
  }),
  emotions: (emotion) => ({
    showsWith: names(emotion, { laneId: 'lanes', stepId: 'steps', personaId: 'personas' }),
    needs: [],
  }),
  nodes: (node) => ({ showsWith: names(node, { stepId: 'steps' }), needs: names(node, { poolId: 'pools' }) }),
  arrivals: (arrivals) => ({ showsWith: names(arrivals, { nodeId: 'nodes' }), needs: [] }),
  measurements: (measurement) => ({
    showsWith:
      'on' in measurement && typeof measurement.on === 'object' && measurement.on !== null
        ? names(measurement.on, { stepId: 'steps', nodeId: 'nodes', poolId: 'pools' })
        : [],
    needs: [],
  }),
  forecasts: (forecast) => ({ showsWith: [], needs: names(forecast, { planId: 'plans' }) }),
};

function names(record: object, fields: Readonly<Record<string, CollectionName>>): readonly RecordName[] {
  return Object.entries(fields).flatMap(([field, collection]) => {
    const id: unknown = (record as Readonly<Record<string, unknown>>)[field];
    return typeof id === 'string' ? [nameOf(collection, id)] : [];
  });
}

function linksOf(document: MapDocument): readonly Links[] {
  return (Object.keys(readers) as CollectionName[]).flatMap((collection) =>
    document.ids(collection).flatMap((id) => {
      const record = readRecord(document, collection, id)?.record;
      return record === undefined ? [] : [{ from: nameOf(collection, id), ...readers[collection]!(record) }];
    }),
  );
}
