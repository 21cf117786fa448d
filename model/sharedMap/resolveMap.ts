import type { StageId } from '../map/ids.ts';
import type { CollectionName, JourneyMap } from '../map/journeyMap.ts';
import type { RecordOf } from './mapDocument.ts';
import type { Flag, StoredRecord } from './readRecord.ts';

/**
 * From stored records to the records of a sound map: what two people did at the same time may leave a card in a deleted
 * step or a marker on a deleted card. The rules below answer each such case, the same on every device, and write nothing:
 * when the step comes back by undo, so does everything that belongs to it. docs/spec/shared-map.md lists them.
 */
export type StoredMap = { readonly [C in CollectionName]: readonly StoredRecord<C>[] };

/** The collections so far resolved in this pass; later ones look things up in earlier ones. */
export type ResolvedLists = { readonly [C in CollectionName]: readonly RecordOf<C>[] };

/** Which collections a collection looks at, in the order in which they are resolved. */
export const lookedAt: Readonly<Record<CollectionName, readonly CollectionName[]>> = {
  stages: ['steps'],
  steps: ['stages'],
  lanes: [],
  pictures: [],
  personas: ['pictures'],
  metrics: [],
  evidence: [],
  cards: ['lanes', 'steps', 'evidence', 'pictures'],
  markers: ['cards', 'steps'],
  connectors: ['cards'],
  emotions: ['lanes', 'steps', 'personas'],
  pools: ['nodes', 'steps'],
  nodes: ['steps', 'pools'],
  arrivals: ['nodes'],
  measurements: ['steps', 'nodes', 'pools', 'personas', 'evidence'],
  qualityModels: [],
  levers: ['evidence'],
  plans: ['levers', 'steps', 'nodes', 'pools'],
  forecasts: ['plans'],
};

export const resolutionOrder = Object.keys(lookedAt) as readonly CollectionName[];

/** Where the steps stand whose stage was never in the document. */
export const unsortedStageId = 'stage_unsorted' as StageId;

export interface Resolution {
  readonly stored: StoredMap;
  readonly lists: ResolvedLists;
  readonly mapId: string;
  readonly flag: (flag: Flag) => void;
}

type Resolver<C extends CollectionName> = (
  records: readonly RecordOf<C>[],
  at: Resolution,
) => readonly RecordOf<C>[];

/** The shown records of one collection, in order. */
export function resolveCollection<C extends CollectionName>(
  collection: C,
  at: Resolution,
): readonly RecordOf<C>[] {
  const resolver = resolvers[collection];
  const live = liveRecords(at.stored[collection]);
  return resolver === undefined ? live : resolver(live, at);
}

function liveRecords<C extends CollectionName>(
  stored: readonly StoredRecord<C>[],
  keptInUse?: (id: string) => boolean,
): readonly RecordOf<C>[] {
  return stored.flatMap((entry) =>
    entry.record === undefined || (entry.deleted && keptInUse?.(entry.id) !== true) ? [] : [entry.record],
  );
}

const resolvers: { readonly [C in CollectionName]?: Resolver<C> } = {
  stages: (_, { stored }) => {
    const steps = liveRecords(stored.steps);
    const used = new Set<string>(steps.map((step) => step.stageId));
    // A stage stays while steps stand in it: they were added or edited while somebody deleted it.
    const stages = liveRecords(stored.stages, (id) => used.has(id));
    const known = idsOf(stages);
    if (stages.length > 0 || steps.every((step) => known.has(step.stageId))) return stages;
    return [{ id: unsortedStageId, title: '', hue: 0 }];
  },

  steps: (steps, { lists: { stages }, stored, mapId, flag }) => {
    const placeOfStage = new Map(stages.map((stage, i) => [stage.id, i]));
    const resolved = steps.map((step) => {
      let shown = step;
      if (!placeOfStage.has(step.stageId)) {
        flagMissing(flag, stored.stages, 'steps', step.id, 'stageId', step.stageId);
        shown = { ...shown, stageId: stages[0]!.id };
      }
      if (step.childMapId === mapId) {
        flag({ type: 'BrokenRule', collection: 'steps', id: step.id, field: 'childMapId' });
        shown = without(shown, 'childMapId');
      }
      return shown;
    });
    // Sorting is stable: within a stage the order of the keys stays.
    return resolved.sort((a, b) => placeOfStage.get(a.stageId)! - placeOfStage.get(b.stageId)!);
  },

  personas: (personas, { lists: { pictures }, stored, flag }) => {
    const hashes = hashesOf(pictures);
    return personas.map((persona) => {
      if (persona.pictureId === undefined || hashes.has(persona.pictureId)) return persona;
      flagMissing(flag, stored.pictures, 'personas', persona.id, 'pictureId', persona.pictureId);
      return without(persona, 'pictureId');
    });
  },

  cards: (cards, { lists, stored, flag }) => {
    const lanes = idsOf(lists.lanes);
    const placeOfStep = new Map<string, number>(lists.steps.map((step, i) => [step.id, i]));
    const evidence = idsOf(lists.evidence);
    const pictures = hashesOf(lists.pictures);
    return cards.map((card) => {
      let shown = card;
      const { laneId, stepId } = card;
      if (laneId !== undefined && stepId !== undefined) {
        const start = placeOfStep.get(stepId);
        if (start === undefined || !lanes.has(laneId)) {
          // Into the tray: its step or lane was deleted while the card was added, moved there or edited.
          flagMissing(flag, stored.steps, 'cards', card.id, 'stepId', stepId);
          flagMissing(flag, stored.lanes, 'cards', card.id, 'laneId', laneId);
          shown = without(without(shown, 'laneId'), 'stepId');
        } else if (start + card.span > lists.steps.length) {
          shown = { ...shown, span: lists.steps.length - start };
        }
      }
      if (shown.evidenceIds.some((id) => !evidence.has(id)))
        shown = { ...shown, evidenceIds: shown.evidenceIds.filter((id) => evidence.has(id)) };
      if (shown.pictureId !== undefined && !pictures.has(shown.pictureId)) {
        flagMissing(flag, stored.pictures, 'cards', card.id, 'pictureId', shown.pictureId);
        shown = without(shown, 'pictureId');
      }
      return shown;
    });
  },

  markers: (markers, { lists, stored, flag }) => {
    const cards = idsOf(lists.cards);
    const steps = idsOf(lists.steps);
    return markers.flatMap((marker) => {
      if (marker.cardId !== undefined && cards.has(marker.cardId))
        return [marker.stepId === undefined ? marker : without(marker, 'stepId')];
      if (marker.cardId === undefined && marker.stepId !== undefined && steps.has(marker.stepId))
        return [marker];
      flagMissing(flag, stored.cards, 'markers', marker.id, 'cardId', marker.cardId);
      flagMissing(flag, stored.steps, 'markers', marker.id, 'stepId', marker.stepId);
      return [];
    });
  },

  connectors: (connectors, { lists, stored, flag }) => {
    const cards = idsOf(lists.cards);
    return connectors.filter((connector) => {
      const { id, fromCardId, toCardId } = connector;
      if (cards.has(fromCardId) && cards.has(toCardId) && fromCardId !== toCardId) return true;
      flagMissing(flag, stored.cards, 'connectors', id, 'fromCardId', fromCardId);
      flagMissing(flag, stored.cards, 'connectors', id, 'toCardId', toCardId);
      return false;
    });
  },

  emotions: (emotions, { lists, stored, flag }) => {
    const lanes = idsOf(lists.lanes.filter((lane) => lane.kind === 'emotion'));
    const steps = idsOf(lists.steps);
    const personas = idsOf(lists.personas);
    const taken = new Set<string>();
    return emotions.filter((emotion) => {
      const { id, laneId, stepId, personaId } = emotion;
      if (!lanes.has(laneId) || !steps.has(stepId) || !personas.has(personaId)) {
        flagMissing(flag, stored.lanes, 'emotions', id, 'laneId', laneId);
        flagMissing(flag, stored.steps, 'emotions', id, 'stepId', stepId);
        flagMissing(flag, stored.personas, 'emotions', id, 'personaId', personaId);
        return false;
      }
      // Two people placed the same point at the same time: the first by order is shown, and edited from then on.
      const place = `${laneId} ${personaId} ${stepId}`;
      const first = !taken.has(place);
      taken.add(place);
      return first;
    });
  },

  pools: (_, { stored }) => {
    const steps = new Set<string>(liveRecords(stored.steps).map((step) => step.id));
    const used = new Set<string | undefined>(
      liveRecords(stored.nodes).map((node) => (steps.has(node.stepId) ? node.poolId : undefined)),
    );
    // A pool stays while a node needs it.
    return liveRecords(stored.pools, (id) => used.has(id));
  },

  nodes: (all, { lists, stored, flag }) => {
    const steps = idsOf(lists.steps);
    const pools = idsOf(lists.pools);
    const nodes = all.filter((node) => {
      flagMissing(flag, stored.steps, 'nodes', node.id, 'stepId', node.stepId);
      flagMissing(flag, stored.pools, 'nodes', node.id, 'poolId', node.poolId);
      return steps.has(node.stepId) && (node.poolId === undefined || pools.has(node.poolId));
    });
    const targets = idsOf(nodes).add('exit').add('lost');
    return nodes.map((node) => {
      let shown = node;
      if (node.waitShownAt !== undefined && !steps.has(node.waitShownAt))
        shown = without(shown, 'waitShownAt');
      if (node.routes.some((route) => !targets.has(route.to))) {
        // The shares must still sum to 1: who would have gone to the deleted node leaves. Shown as a flag, to be decided.
        flag({ type: 'MissingReference', collection: 'nodes', id: node.id, field: 'routes' });
        shown = {
          ...shown,
          routes: node.routes.map((route) =>
            targets.has(route.to) ? route : { ...route, to: 'exit' as const },
          ),
        };
      }
      return shown;
    });
  },

  arrivals: (arrivals, { lists, stored, flag }) => {
    const nodes = idsOf(lists.nodes);
    return arrivals.filter((one) => {
      if (nodes.has(one.nodeId)) return true;
      flagMissing(flag, stored.nodes, 'arrivals', one.id, 'nodeId', one.nodeId);
      return false;
    });
  },

  measurements: (measurements, { lists, stored, flag }) => {
    const steps = idsOf(lists.steps);
    const nodes = idsOf(lists.nodes);
    const pools = idsOf(lists.pools);
    const personas = idsOf(lists.personas);
    const evidence = idsOf(lists.evidence);
    return measurements.flatMap((measurement) => {
      const { id, on, segment, source } = measurement;
      if ('stepId' in on && !steps.has(on.stepId)) {
        flagMissing(flag, stored.steps, 'measurements', id, 'on', on.stepId);
        return [];
      }
      if ('nodeId' in on && !nodes.has(on.nodeId)) {
        flagMissing(flag, stored.nodes, 'measurements', id, 'on', on.nodeId);
        return [];
      }
      if ('poolId' in on && !pools.has(on.poolId)) {
        flagMissing(flag, stored.pools, 'measurements', id, 'on', on.poolId);
        return [];
      }
      let shown = measurement;
      if (segment?.personaId !== undefined && !personas.has(segment.personaId))
        shown = { ...shown, segment: without(segment, 'personaId') };
      if (source.evidenceId !== undefined && !evidence.has(source.evidenceId))
        shown = { ...shown, source: without(source, 'evidenceId') };
      return [shown];
    });
  },

  levers: (levers, { lists }) => {
    const known = idsOf(levers);
    const evidence = idsOf(lists.evidence);
    return levers.map((lever) => {
      const sound =
        [...lever.requires, ...lever.excludes].every((id) => known.has(id)) &&
        lever.evidenceIds.every((id) => evidence.has(id));
      if (sound) return lever;
      return {
        ...lever,
        requires: lever.requires.filter((id) => known.has(id)),
        excludes: lever.excludes.filter((id) => known.has(id)),
        evidenceIds: lever.evidenceIds.filter((id) => evidence.has(id)),
      };
    });
  },

  plans: (plans, { lists, flag }) => {
    const levers = idsOf(lists.levers);
    const targets = idsOf([...lists.steps, ...lists.nodes, ...lists.pools]);
    return plans.map((plan) => {
      const sound = plan.levers.every(
        (use) => levers.has(use.leverId) && use.targets.every((target) => targets.has(target)),
      );
      if (sound) return plan;
      return {
        ...plan,
        levers: plan.levers
          .filter((use) => levers.has(use.leverId))
          .map((use) => {
            const left = use.targets.filter((target) => targets.has(target));
            if (left.length === use.targets.length) return use;
            // No target would mean everywhere: a lever that has lost all its targets is off instead.
            if (left.length > 0) return { ...use, targets: left };
            flag({
              type: 'MissingReference',
              collection: 'plans',
              id: plan.id,
              field: `levers.${use.leverId}`,
            });
            return { ...use, on: false, targets: [] };
          }),
      };
    });
  },

  forecasts: (forecasts, { lists }) => {
    const plans = idsOf(lists.plans);
    return forecasts.filter((forecast) => plans.has(forecast.planId));
  },
};

const idsOf = (records: readonly { readonly id: string }[]): Set<string> =>
  new Set(records.map((record) => record.id));

const hashesOf = (pictures: JourneyMap['pictures']): ReadonlySet<string> =>
  new Set(pictures.map((picture) => picture.hash));

/** A reference to something that never was in the document is a flag; one to something deleted is a matter of course. */
function flagMissing(
  flag: (flag: Flag) => void,
  stored: readonly StoredRecord[],
  collection: CollectionName,
  id: string,
  field: string,
  reference: string | undefined,
): void {
  if (reference === undefined || stored.some((entry) => entry.id === reference)) return;
  flag({ type: 'MissingReference', collection, id, field });
}

function without<R extends object, K extends keyof R>(record: R, name: K): Omit<R, K> & { [N in K]?: never } {
  const { [name]: _, ...rest } = record;
  return rest as Omit<R, K> & { [N in K]?: never };
}
