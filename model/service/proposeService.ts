import type { Arrivals } from '../map/arrivals.ts';
import { type Channel, digitalChannels } from '../map/channel.ts';
import type { NodeId, StepId } from '../map/ids.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { LocalizedText } from '../map/language.ts';
import { newId, type RandomSource } from '../map/newId.ts';
import type { Pool } from '../map/pool.ts';
import { type ServiceNode, serviceNodeSchema } from '../map/serviceNode.ts';
import { err, ok, type Result } from '../result.ts';
import { visitsPerDay } from './checkService.ts';
import { readService } from './readService.ts';

/**
 * "Set up the service" in one click: people where the map shows people, machines where it shows only screens, and
 * numbers that a usual team could have. All of them are estimates, there to be replaced.
 */
export interface ServiceProposal {
  readonly pools: readonly Pool[];
  readonly nodes: readonly ServiceNode[];
  readonly arrivals: readonly Arrivals[];
}

export type ProposalError =
  /** No step shows people or a channel with people. */
  | { readonly type: 'NoContactStep' }
  /** There is a service already; a proposal never replaces what somebody set up. */
  | { readonly type: 'ServiceExists' };

/** What is assumed of a service that nobody described. Judgement, grade E. */
export const usualService = {
  arrivalsPerDay: 400,
  firstHour: 9,
  /** By hour from the first: a morning peak. */
  profile: [0.9, 1.5, 1.5, 1, 0.9, 0.9, 0.9, 0.9, 0.9],
  handleSeconds: 240,
  handleCv: 1.2,
  /** Of the main contact's, at other steps with people. */
  lighterShare: 0.25,
  selfServiceSeconds: 60,
  patienceSeconds: { phone: 240, chat: 600 } as Readonly<Partial<Record<Channel, number>>>,
  resolvedShare: 0.8,
  returnAfterSeconds: 4 * 3_600,
  shrinkage: 0.3,
  occupancy: 0.85,
} as const;

const teamName: LocalizedText = { en: 'Service team', 'zh-Hans': '客服团队', 'zh-Hant': '客服團隊' };

export function proposeService(
  map: JourneyMap,
  random: RandomSource,
): Result<ServiceProposal, ProposalError> {
  if (map.nodes.length > 0) return err({ type: 'ServiceExists' });
  const steps = map.steps.map((step) => ({ step, ...whatStands(map, step.id) }));
  const mostPeople = Math.max(0, ...steps.map(({ people }) => people));
  const main =
    mostPeople > 0
      ? steps.find(({ people }) => people === mostPeople)
      : steps.find(({ channels }) => channels.some((channel) => !digitalChannels.has(channel)));
  if (main === undefined) return err({ type: 'NoContactStep' });

  const pool: Pool = {
    id: newId('pool', random),
    title: teamName[map.language],
    agents: Array.from({ length: 24 }, () => 0),
    shrinkage: usualService.shrinkage,
    concurrency: 1,
    discipline: 'fifo',
    skills: [],
  };
  const served = steps.filter((each) => each === main || each.people > 0 || isDigital(each.channels));
  const ids = served.map(() => newId('node', random));
  const lastContact = served.findLastIndex((each) => each === main || each.people > 0);
  const nodes = served.map((each, i) =>
    serviceNodeSchema.parse({
      id: ids[i],
      stepId: each.step.id,
      title: each.step.title,
      startsContact: i === 0,
      routes: routesFrom(ids, i, i === lastContact),
      ...(each === main || each.people > 0
        ? {
            kind: 'contact',
            poolId: pool.id,
            handle: {
              meanSeconds: usualService.handleSeconds * (each === main ? 1 : usualService.lighterShare),
              cv: usualService.handleCv,
            },
            ...contactChannel(each.channels),
          }
        : {
            kind: 'selfService',
            channel: each.channels[0],
            handle: { meanSeconds: usualService.selfServiceSeconds, cv: usualService.handleCv },
          }),
    }),
  );
  const arrivals: Arrivals = {
    id: newId('arrivals', random),
    nodeId: ids[0]!,
    perDay: usualService.arrivalsPerDay,
    profile: byHour(usualService.profile),
    dayVariation: 0.1,
  };
  const proposal = { pools: [pool], nodes, arrivals: [arrivals] };
  return ok({ ...proposal, pools: [{ ...pool, agents: agentsFor(map, proposal) }] });
}

const byHour = (values: readonly number[]): readonly number[] =>
  Array.from({ length: 24 }, (_, hour) => values[hour - usualService.firstHour] ?? 0);

/** How many cards show people at a step, and by which channels it is reached. */
function whatStands(
  map: JourneyMap,
  stepId: StepId,
): { readonly people: number; readonly channels: readonly Channel[] } {
  const peopleLanes = new Set(
    map.lanes.filter(({ kind }) => kind === 'frontstagePeople').map(({ id }) => id),
  );
  const here = map.cards.filter((card) => card.stepId === stepId);
  return {
    people: here.filter(({ laneId }) => laneId !== undefined && peopleLanes.has(laneId)).length,
    channels: here.flatMap(({ touchpoint }) => touchpoint?.channel ?? []),
  };
}

const isDigital = (channels: readonly Channel[]): boolean =>
  channels.length > 0 && channels.every((channel) => digitalChannels.has(channel));

/** The first channel with people, and how long customers wait on it. */
function contactChannel(channels: readonly Channel[]) {
  const channel = channels.find((each) => !digitalChannels.has(each)) ?? 'phone';
  const patience = usualService.patienceSeconds[channel];
  return { channel, ...(patience !== undefined && { patience: { meanSeconds: patience } }) };
}

/** In the order of the steps; what is not solved at the last person comes back. */
function routesFrom(ids: readonly NodeId[], i: number, judges: boolean): ServiceNode['routes'] {
  const next = ids[i + 1] ?? 'exit';
  if (!judges) return [{ outcome: 'resolved', to: next, share: 1, afterSeconds: 0 }];
  const { resolvedShare, returnAfterSeconds } = usualService;
  return [
    { outcome: 'resolved', to: next, share: resolvedShare, afterSeconds: 0 },
    { outcome: 'unresolved', to: ids[0]!, share: 1 - resolvedShare, afterSeconds: returnAfterSeconds },
  ];
}

/** Enough people for the usual occupancy in each hour. (The same number everywhere would overload any real map.) */
function agentsFor(map: JourneyMap, proposal: ServiceProposal): readonly number[] {
  const model = readService({ ...map, ...proposal });
  const visits = visitsPerDay(model);
  const secondsPerDay = model.nodes.reduce(
    (sum, node, i) => sum + (node.pool < 0 ? 0 : visits[i]! * node.handleSeconds),
    0,
  );
  const { occupancy, shrinkage } = usualService;
  return model.arrivals[0]!.profile.map((share) => {
    const erlangs = (secondsPerDay * share) / 3_600;
    return Math.ceil(erlangs / (occupancy * (1 - shrinkage)));
  });
}
