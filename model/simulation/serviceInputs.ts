import type { StepId } from '../map/ids.ts';
import type { MetricKey } from '../map/metric.ts';
import type { Distribution } from '../quality/distribution.ts';
import type { InputPlace, InputValue, ScoreInputs } from '../quality/scoreInputs.ts';
import { judgesResolution, lost, outcomeShare, type ServiceModel } from '../service/serviceModel.ts';

/**
 * What a running service gives to the scores, whether by formula or by the engine: waits, first answers, abandonment,
 * first-contact resolution and volumes. Everything else of the scores stays measured [Q7].
 */
export interface ServiceFigures {
  readonly nodes: readonly ServedNode[];
}

export interface ServedNode {
  readonly visitsPerDay: number;
  readonly abandonedShare: number;
  /** Of the served. */
  readonly meanWaitSeconds: number;
  /** Share of the served that waited longer. */
  readonly waitedLonger: (seconds: number) => number;
  /** The first answer by a person, where this node gives it. */
  readonly firstAnswer?: {
    readonly contactsPerDay: number;
    readonly meanSeconds: number;
    /** Share of the answered that waited longer since the contact began. */
    readonly waitedLonger: (seconds: number) => number;
  };
}

/** The measured inputs with the service's own figures in place of measured ones. */
export function withServiceFigures(
  measured: ScoreInputs,
  model: ServiceModel,
  figures: ServiceFigures,
): ScoreInputs {
  const own = ownInputs(model, figures);
  const values = new Map(measured.values);
  for (const [metric, places] of own.values) values.set(metric, places);
  return { values, volumes: own.volumes };
}

/** One run is scored in every draw of what was measured: its own part of the inputs is made once. */
const ownOf = new WeakMap<ServiceFigures, { readonly model: ServiceModel; readonly inputs: ScoreInputs }>();

function ownInputs(model: ServiceModel, figures: ServiceFigures): ScoreInputs {
  const known = ownOf.get(figures);
  if (known?.model === model) return known.inputs;
  const inputs: ScoreInputs = {
    values: serviceValues(model, figures),
    volumes: [{ kind: 'simulated', perDay: stepVolumes(model, figures) }],
  };
  ownOf.set(figures, { model, inputs });
  return inputs;
}

type Places = ReadonlyMap<InputPlace, readonly InputValue[]>;

function serviceValues(model: ServiceModel, figures: ServiceFigures): ReadonlyMap<MetricKey, Places> {
  const values = new Map<MetricKey, Map<InputPlace, InputValue[]>>();
  model.nodes.forEach((node, i) => {
    const served = figures.nodes[i]!;
    if (served.visitsPerDay === 0) return;
    const give = (metric: MetricKey, place: StepId, weight: number, distribution: Distribution) => {
      const places = values.get(metric) ?? new Map<InputPlace, InputValue[]>();
      values.set(metric, places);
      places.set(place, [
        ...(places.get(place) ?? []),
        {
          distribution,
          weight,
          ...(node.channel !== undefined && { channel: node.channel }),
          origin: { kind: 'simulated', nodeId: node.id },
        },
      ]);
    };
    const { abandonedShare, visitsPerDay, firstAnswer } = served;
    if (node.pool >= 0) {
      give('wait', node.waitStepId, visitsPerDay, {
        kind: 'tail',
        abandonedShare,
        shareLongerThan: served.waitedLonger,
      });
      give('abandonment', node.waitStepId, visitsPerDay, { kind: 'constant', value: abandonedShare });
    }
    if (firstAnswer !== undefined && firstAnswer.contactsPerDay > 0)
      give('firstResponse', node.waitStepId, firstAnswer.contactsPerDay, {
        kind: 'tail',
        abandonedShare,
        shareLongerThan: firstAnswer.waitedLonger,
      });
    if (judgesResolution(node)) {
      const resolved = outcomeShare(node.routes, 'resolved');
      give('firstContactResolution', node.stepId, visitsPerDay, { kind: 'constant', value: resolved });
      const returned = node.routes.reduce(
        (sum, { outcome, to, share }) => sum + (outcome === 'unresolved' && to !== lost ? share : 0),
        0,
      );
      give('reworkRate', node.stepId, visitsPerDay, { kind: 'constant', value: returned });
    }
    if (node.containment > 0)
      give('containment', node.stepId, visitsPerDay, { kind: 'constant', value: node.containment });
  });
  return values;
}

/** Visits a day at each step: of its own nodes, and of those whose wait it shows. */
function stepVolumes(model: ServiceModel, figures: ServiceFigures): ReadonlyMap<StepId, number> {
  const volumes = new Map<StepId, number>();
  model.nodes.forEach((node, i) => {
    for (const step of new Set([node.stepId, node.waitStepId]))
      volumes.set(step, (volumes.get(step) ?? 0) + figures.nodes[i]!.visitsPerDay);
  });
  return volumes;
}

/** Share of the matters that are solved at the first contact, over the places where that turns out; null without any. */
export function resolvedAtFirstContact(model: ServiceModel, figures: ServiceFigures): number | null {
  let solved = 0;
  let all = 0;
  model.nodes.forEach((node, i) => {
    if (!judgesResolution(node)) return;
    const visits = figures.nodes[i]!.visitsPerDay;
    solved += visits * outcomeShare(node.routes, 'resolved');
    all += visits;
  });
  return all > 0 ? solved / all : null;
}
