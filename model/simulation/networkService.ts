import { concurrencyStretch, judgesResolution, type ServiceModel } from '../service/serviceModel.ts';
import type { NetworkFigures } from './queueNetwork.ts';
import type { ServedNode, ServiceFigures } from './serviceInputs.ts';
import { tailAt } from './waitGrid.ts';

/** The formulas' figures in the shape that the scores take: distributions over the whole day, first answers, time to resolution. */
export function networkService(
  model: ServiceModel,
  network: NetworkFigures,
): ServiceFigures & { readonly meanSecondsToResolution: number | null } {
  const first = firstAnswers(model, network);
  return {
    nodes: network.nodes.map((node, i): ServedNode => {
      const waitedLonger = (seconds: number): number => tailAt(node.waitedLonger, seconds);
      const answer = first[i];
      return {
        visitsPerDay: node.visitsPerDay,
        abandonedShare: node.abandonedShare,
        meanWaitSeconds: node.meanWaitSeconds,
        waitedLonger,
        ...(answer !== undefined && {
          firstAnswer: {
            contactsPerDay: answer.contactsPerDay,
            meanSeconds: answer.secondsBefore + node.meanWaitSeconds,
            waitedLonger: (seconds: number) =>
              seconds < answer.secondsBefore ? 1 : waitedLonger(seconds - answer.secondsBefore),
          },
        }),
      };
    }),
    meanSecondsToResolution: meanSecondsToResolution(model, network),
  };
}

interface FirstAnswer {
  readonly contactsPerDay: number;
  /** Mean time from the start of the contact to the queue. */
  readonly secondsBefore: number;
}

/** [D25] Follows contacts from where they start through machines and delays to the first node with people. */
function firstAnswers(model: ServiceModel, network: NetworkFigures): readonly (FirstAnswer | undefined)[] {
  const marked = model.nodes.some((node) => node.startsContact);
  const starts = model.nodes.map((node, i) =>
    marked ? node.startsContact : model.arrivals.some((arrivals) => arrivals.node === i),
  );
  // Contacts without an answer yet, and the sum of their times so far. A contact has begun: a marked node does not begin it anew.
  let open = model.nodes.map((_, i) => ({
    contacts: starts[i]! ? network.nodes[i]!.visitsPerDay : 0,
    seconds: 0,
  }));
  const answered = model.nodes.map(() => ({ contacts: 0, seconds: 0 }));
  for (let pass = 0; pass <= model.nodes.length; pass++) {
    const next = model.nodes.map(() => ({ contacts: 0, seconds: 0 }));
    model.nodes.forEach((node, i) => {
      const { contacts, seconds } = open[i]!;
      if (contacts <= 0) return;
      if (node.pool >= 0) {
        answered[i]!.contacts += contacts;
        answered[i]!.seconds += seconds;
        return;
      }
      for (const { to, share, outcome, afterSeconds } of node.routes) {
        const going = contacts * share * (1 - node.containment);
        const target = next[to];
        if (target === undefined || outcome === 'abandoned' || outcome === 'unresolved' || starts[to]!)
          continue;
        target.contacts += going;
        target.seconds += (seconds / contacts + node.handleSeconds + afterSeconds) * going;
      }
    });
    open = next;
  }
  return answered.map(({ contacts, seconds }) =>
    contacts > 0 ? { contactsPerDay: contacts, secondsBefore: seconds / contacts } : undefined,
  );
}

/**
 * Mean time from the start of a contact until its matter is solved, returns included; null where nothing is judged.
 * Linear: time(node) = here + sum of share x (delay + time(next)).
 */
function meanSecondsToResolution(model: ServiceModel, network: NetworkFigures): number | null {
  if (!model.nodes.some(judgesResolution)) return null;
  const here = model.nodes.map((node, i) => {
    const stretch = concurrencyStretch(model.pools[node.pool]?.concurrency ?? 1);
    return network.nodes[i]!.meanWaitSeconds + node.handleSeconds * stretch;
  });
  let time = here;
  for (let pass = 0; pass < 200; pass++) {
    const before = time;
    time = model.nodes.map((node, i) =>
      node.routes.reduce((sum, { to, share, outcome, afterSeconds }) => {
        // Solved here, or gone for good: the clock stops, whatever follows (a follow-up call).
        const ends = outcome === 'abandoned' || to < 0 || (outcome === 'resolved' && judgesResolution(node));
        return ends ? sum : sum + share * (1 - node.containment) * (afterSeconds + before[to]!);
      }, here[i]!),
    );
    if (time.every((seconds, i) => seconds === before[i])) break;
  }
  const starts = model.nodes.flatMap((node, i) => (node.startsContact ? [i] : []));
  const from = starts.length > 0 ? starts : model.arrivals.map((arrivals) => arrivals.node);
  const all = from.reduce((sum, i) => sum + network.nodes[i]!.visitsPerDay, 0);
  return all > 0 ? from.reduce((sum, i) => sum + time[i]! * network.nodes[i]!.visitsPerDay, 0) / all : null;
}
