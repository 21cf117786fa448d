import type { JourneyMap } from './journeyMap.ts';

/** A rule of docs/spec/map-format.md that a map breaks. `path` as in code: `steps[3].stageId`. */
export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

/** Every broken reference and rule that holds between records. An empty list: the map is sound. */
export function checkInvariants(map: JourneyMap): readonly Violation[] {
  return [
    ...uniqueIds(map),
    ...cells(map),
    ...emotionsAndMarkers(map),
    ...service(map),
    ...quality(map),
    ...plans(map),
    ...pictures(map),
  ];
}

type Keyed = { readonly id: string };

const has = (list: readonly Keyed[]) => {
  const ids = new Set(list.map((record) => record.id));
  return (id: string | undefined): boolean => id === undefined || ids.has(id);
};

/** One violation when `holds` is false. */
function rule(holds: boolean, id: string, path: string, message: string): readonly Violation[] {
  return holds ? [] : [{ rule: id, path, message }];
}

/** [M1] Within its list an id stands once. */
function uniqueIds(map: JourneyMap): readonly Violation[] {
  const lists: Readonly<Record<string, readonly Keyed[]>> = {
    stages: map.stages,
    steps: map.steps,
    lanes: map.lanes,
    cards: map.cards,
    markers: map.markers,
    connectors: map.connectors,
    personas: map.personas,
    emotions: map.emotions,
    metrics: map.metrics,
    measurements: map.measurements,
    evidence: map.evidence,
    pools: map.pools,
    nodes: map.nodes,
    arrivals: map.arrivals,
    qualityModels: map.qualityModels,
    levers: map.levers,
    plans: map.plans,
    forecasts: map.forecasts,
    pictures: map.pictures.map((picture) => ({ id: picture.hash })),
  };
  return Object.entries(lists).flatMap(([name, list]) => {
    const seen = new Set<string>();
    return list.flatMap((record, i) => {
      const first = !seen.has(record.id);
      seen.add(record.id);
      return rule(
        first,
        'M1',
        `${name}[${i}].id`,
        `The id ${record.id} stands twice in ${name}; give each record its own.`,
      );
    });
  });
}

function cells(map: JourneyMap): readonly Violation[] {
  const hasStage = has(map.stages);
  const hasStep = has(map.steps);
  const hasLane = has(map.lanes);
  const hasCard = has(map.cards);
  const hasEvidence = has(map.evidence);
  const stageOrder = new Map(map.stages.map((stage, i) => [stage.id, i]));
  const stepPlace = new Map(map.steps.map((step, i) => [step.id, i]));
  let stageBefore = 0;
  return [
    ...map.steps.flatMap((step, i) => {
      const place = stageOrder.get(step.stageId) ?? stageBefore;
      const inOrder = place >= stageBefore;
      stageBefore = Math.max(stageBefore, place);
      return [
        ...rule(
          hasStage(step.stageId),
          'M2',
          `steps[${i}].stageId`,
          `The stage ${step.stageId} does not exist; name one of the map's stages.`,
        ),
        ...rule(
          inOrder,
          'M3',
          `steps[${i}].stageId`,
          `The steps of a stage stand together, in the order of the stages; "${step.title}" stands too late.`,
        ),
      ];
    }),
    ...map.cards.flatMap((card, i) => {
      const placed = card.laneId !== undefined || card.stepId !== undefined;
      const start = card.stepId === undefined ? undefined : stepPlace.get(card.stepId);
      return [
        ...rule(hasLane(card.laneId), 'M4', `cards[${i}].laneId`, `The lane ${card.laneId} does not exist.`),
        ...rule(hasStep(card.stepId), 'M4', `cards[${i}].stepId`, `The step ${card.stepId} does not exist.`),
        ...rule(
          !placed || (card.laneId !== undefined && card.stepId !== undefined && card.position === undefined),
          'M5',
          `cards[${i}]`,
          'A card has a lane and a step, or neither of them (then it is in the tray or has a position).',
        ),
        ...rule(
          start === undefined || start + card.span <= map.steps.length,
          'M6',
          `cards[${i}].span`,
          `The card spans ${card.span} steps and leaves the map on the right.`,
        ),
        ...card.evidenceIds.flatMap((id) =>
          rule(hasEvidence(id), 'M7', `cards[${i}].evidenceIds`, `The evidence ${id} does not exist.`),
        ),
      ];
    }),
    ...map.connectors.flatMap((connector, i) => [
      ...rule(
        hasCard(connector.fromCardId),
        'M8',
        `connectors[${i}].fromCardId`,
        `The card ${connector.fromCardId} does not exist.`,
      ),
      ...rule(
        hasCard(connector.toCardId),
        'M8',
        `connectors[${i}].toCardId`,
        `The card ${connector.toCardId} does not exist.`,
      ),
      ...rule(
        connector.fromCardId !== connector.toCardId,
        'M8',
        `connectors[${i}]`,
        'A connector joins two different cards.',
      ),
    ]),
  ];
}

function emotionsAndMarkers(map: JourneyMap): readonly Violation[] {
  const hasStep = has(map.steps);
  const hasCard = has(map.cards);
  const hasPersona = has(map.personas);
  const emotionLanes = has(map.lanes.filter((lane) => lane.kind === 'emotion'));
  const seen = new Set<string>();
  return [
    ...map.emotions.flatMap((emotion, i) => {
      const place = `${emotion.laneId} ${emotion.personaId} ${emotion.stepId}`;
      const first = !seen.has(place);
      seen.add(place);
      return [
        ...rule(
          emotionLanes(emotion.laneId),
          'M9',
          `emotions[${i}].laneId`,
          `${emotion.laneId} is not an emotion lane of this map.`,
        ),
        ...rule(
          hasPersona(emotion.personaId),
          'M9',
          `emotions[${i}].personaId`,
          `The persona ${emotion.personaId} does not exist.`,
        ),
        ...rule(
          hasStep(emotion.stepId),
          'M9',
          `emotions[${i}].stepId`,
          `The step ${emotion.stepId} does not exist.`,
        ),
        ...rule(first, 'M10', `emotions[${i}]`, 'A persona has one emotion per step and lane.'),
      ];
    }),
    ...map.markers.flatMap((marker, i) => [
      ...rule(
        (marker.cardId === undefined) !== (marker.stepId === undefined),
        'M11',
        `markers[${i}]`,
        'A marker is on one card or on one step.',
      ),
      ...rule(
        hasCard(marker.cardId),
        'M11',
        `markers[${i}].cardId`,
        `The card ${marker.cardId} does not exist.`,
      ),
      ...rule(
        hasStep(marker.stepId),
        'M11',
        `markers[${i}].stepId`,
        `The step ${marker.stepId} does not exist.`,
      ),
    ]),
  ];
}

function service(map: JourneyMap): readonly Violation[] {
  const hasStep = has(map.steps);
  const hasNode = has(map.nodes);
  const hasPool = has(map.pools);
  return [
    ...map.nodes.flatMap((node, i) => [
      ...rule(hasStep(node.stepId), 'M12', `nodes[${i}].stepId`, `The step ${node.stepId} does not exist.`),
      ...rule(
        hasStep(node.waitShownAt),
        'M12',
        `nodes[${i}].waitShownAt`,
        `The step ${node.waitShownAt} does not exist.`,
      ),
      ...rule(hasPool(node.poolId), 'M12', `nodes[${i}].poolId`, `The pool ${node.poolId} does not exist.`),
      ...rule(
        (node.kind !== 'contact' && node.kind !== 'work') || node.poolId !== undefined,
        'M13',
        `nodes[${i}].poolId`,
        `"${node.title}" is done by people: name the pool that does it.`,
      ),
      ...node.routes.flatMap((route, r) =>
        rule(
          route.to === 'exit' || route.to === 'lost' || hasNode(route.to),
          'M14',
          `nodes[${i}].routes[${r}].to`,
          `The node ${route.to} does not exist.`,
        ),
      ),
      ...routeShares(node.routes, i),
    ]),
    ...map.arrivals.flatMap((arrivals, i) => [
      ...rule(
        hasNode(arrivals.nodeId),
        'M16',
        `arrivals[${i}].nodeId`,
        `The node ${arrivals.nodeId} does not exist.`,
      ),
      ...rule(
        arrivals.perDay === 0 || arrivals.profile.some((weight) => weight > 0),
        'M16',
        `arrivals[${i}].profile`,
        'Some hour of the profile must be above 0.',
      ),
    ]),
  ];
}

/** [M15] What leaves a node adds up: all served contacts go somewhere, and no more than all who gave up. */
function routeShares(routes: JourneyMap['nodes'][number]['routes'], node: number): readonly Violation[] {
  const sum = (list: typeof routes) => list.reduce((total, route) => total + route.share, 0);
  const served = sum(routes.filter((route) => route.outcome !== 'abandoned'));
  const abandoned = sum(routes.filter((route) => route.outcome === 'abandoned'));
  const anyServed = routes.some((route) => route.outcome !== 'abandoned');
  return [
    ...rule(
      !anyServed || Math.abs(served - 1) < 1e-6,
      'M15',
      `nodes[${node}].routes`,
      `The shares of the routes sum to ${round(served)}, expected 1.`,
    ),
    ...rule(
      abandoned <= 1 + 1e-6,
      'M15',
      `nodes[${node}].routes`,
      `The shares of the abandoned routes sum to ${round(abandoned)}, expected at most 1.`,
    ),
  ];
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function quality(map: JourneyMap): readonly Violation[] {
  const hasStep = has(map.steps);
  const hasNode = has(map.nodes);
  const hasPool = has(map.pools);
  const hasPersona = has(map.personas);
  const hasEvidence = has(map.evidence);
  return [
    ...map.measurements.flatMap((measurement, i) => {
      const { on } = measurement;
      const place =
        'stepId' in on
          ? hasStep(on.stepId)
          : 'nodeId' in on
            ? hasNode(on.nodeId)
            : 'poolId' in on
              ? hasPool(on.poolId)
              : true;
      const { low, likely, high } = measurement;
      const ranged = low !== undefined && likely !== undefined && high !== undefined;
      return [
        ...rule(
          place,
          'M17',
          `measurements[${i}].on`,
          `The place of this measurement (${Object.values(on).join()}) does not exist.`,
        ),
        ...rule(
          hasPersona(measurement.segment?.personaId),
          'M17',
          `measurements[${i}].segment`,
          `The persona ${measurement.segment?.personaId} does not exist.`,
        ),
        ...rule(
          hasEvidence(measurement.source.evidenceId),
          'M7',
          `measurements[${i}].source`,
          `The evidence ${measurement.source.evidenceId} does not exist.`,
        ),
        ...rule(
          measurement.source.kind !== 'estimate' || ranged,
          'M18',
          `measurements[${i}]`,
          'An estimate needs low, likely and high.',
        ),
        ...rule(
          !ranged || (low <= likely && likely <= high),
          'M18',
          `measurements[${i}]`,
          'Low, likely and high must ascend.',
        ),
      ];
    }),
    ...map.qualityModels.flatMap((model, i) => [
      ...rule(
        model.dimensions.length === 0 || model.dimensions.some((dimension) => dimension.weight > 0),
        'M19',
        `qualityModels[${i}]`,
        `"${model.title}" has no positive weight among its dimensions.`,
      ),
      ...model.dimensions.flatMap((dimension, d) =>
        rule(
          dimension.indicators.length === 0 || dimension.indicators.some((indicator) => indicator.weight > 0),
          'M19',
          `qualityModels[${i}].dimensions[${d}]`,
          `"${dimension.title}" has no positive weight among its indicators.`,
        ),
      ),
    ]),
  ];
}

function plans(map: JourneyMap): readonly Violation[] {
  const hasLever = has(map.levers);
  const hasPlan = has(map.plans);
  const hasEvidence = has(map.evidence);
  const hasTarget = has([...map.steps, ...map.nodes, ...map.pools]);
  return [
    ...map.levers.flatMap((lever, i) => [
      ...[...lever.requires, ...lever.excludes].flatMap((id) =>
        rule(hasLever(id), 'M20', `levers[${i}]`, `The lever ${id} does not exist.`),
      ),
      ...lever.evidenceIds.flatMap((id) =>
        rule(hasEvidence(id), 'M7', `levers[${i}].evidenceIds`, `The evidence ${id} does not exist.`),
      ),
      ...lever.effects.flatMap((effect, e) =>
        rule(
          effect.low <= effect.likely && effect.likely <= effect.high,
          'M18',
          `levers[${i}].effects[${e}]`,
          'Low, likely and high must ascend.',
        ),
      ),
    ]),
    ...map.plans.flatMap((plan, i) =>
      plan.levers.flatMap((use, u) => [
        ...rule(
          hasLever(use.leverId),
          'M21',
          `plans[${i}].levers[${u}].leverId`,
          `The lever ${use.leverId} does not exist.`,
        ),
        ...rule(
          plan.levers.findIndex((other) => other.leverId === use.leverId) === u,
          'M21',
          `plans[${i}].levers[${u}].leverId`,
          `The lever ${use.leverId} stands twice in "${plan.title}".`,
        ),
        ...use.targets.flatMap((id) =>
          rule(hasTarget(id), 'M21', `plans[${i}].levers[${u}].targets`, `The target ${id} does not exist.`),
        ),
      ]),
    ),
    ...map.forecasts.flatMap((forecast, i) =>
      rule(
        hasPlan(forecast.planId),
        'M22',
        `forecasts[${i}].planId`,
        `The plan ${forecast.planId} does not exist.`,
      ),
    ),
  ];
}

function pictures(map: JourneyMap): readonly Violation[] {
  const hashes = new Set(map.pictures.map((picture) => picture.hash));
  const known = (id: string | undefined): boolean => id === undefined || hashes.has(id);
  return [
    ...map.cards.flatMap((card, i) =>
      rule(
        known(card.pictureId),
        'M23',
        `cards[${i}].pictureId`,
        `The picture ${card.pictureId} is missing.`,
      ),
    ),
    ...map.personas.flatMap((persona, i) =>
      rule(
        known(persona.pictureId),
        'M23',
        `personas[${i}].pictureId`,
        `The picture ${persona.pictureId} is missing.`,
      ),
    ),
  ];
}
