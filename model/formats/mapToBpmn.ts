import type { Card } from '../map/card.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Lane } from '../map/lane.ts';
import { laneRoleNames } from '../text/laneNames.ts';

/**
 * A blueprint as a BPMN 2.0 collaboration with its diagram: the customer and the provider are pools, the lanes with a
 * role are lanes, their cards tasks in the columns of their steps. The customer's tasks follow each other; arrows inside
 * a pool are sequence flows, arrows across the line of interaction message flows; stages are groups. Emotions and
 * measurements stand in extension elements of our own namespace. Lanes without a role have no place in a process.
 */
export function mapToBpmn(map: JourneyMap): string {
  const plan = layOut(map);
  const pools = plan.pools.filter((pool) => pool.lanes.length > 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:throughline="urn:throughline:map:1" id="definitions" targetNamespace="urn:throughline:map:1">
${categories(map)}
  <bpmn:collaboration id="collaboration">
${pools.map((pool) => `    <bpmn:participant id="pool_${pool.side}" name="${xml(pool.name)}" processRef="process_${pool.side}"/>`).join('\n')}
${plan.messages.map((flow) => `    <bpmn:messageFlow id="${flow.id}" sourceRef="${flow.from}" targetRef="${flow.to}"/>`).join('\n')}
${map.stages.map((stage) => `    <bpmn:group id="group_${stage.id}" categoryValueRef="value_${stage.id}"/>`).join('\n')}
  </bpmn:collaboration>
${pools.map((pool) => process(map, plan, pool)).join('\n')}
${diagram(map, plan, pools)}
</bpmn:definitions>
`;
}

type Side = 'customer' | 'provider';

interface Task {
  readonly card: Card;
  readonly lane: Lane;
  readonly side: Side;
  readonly x: number;
  readonly y: number;
}

interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

interface PoolPlan {
  readonly side: Side;
  readonly name: string;
  readonly lanes: readonly { readonly lane: Lane; readonly y: number; readonly height: number }[];
  readonly y: number;
  readonly height: number;
}

interface Plan {
  readonly pools: readonly PoolPlan[];
  readonly tasks: readonly Task[];
  readonly sequences: readonly (Flow & { readonly side: Side })[];
  readonly messages: readonly Flow[];
  readonly width: number;
}

const columnWidth = 180;
const task = { width: 140, height: 60, gap: 20 };
const left = 90;

function layOut(map: JourneyMap): Plan {
  const stepPlace = new Map(map.steps.map((step, i) => [step.id, i]));
  const tasks: Task[] = [];
  const width = left + Math.max(1, map.steps.length) * columnWidth;
  let y = 60;
  const poolOf = (side: Side): PoolPlan => {
    const top = y;
    const name = laneRoleNames[side === 'customer' ? 'customer' : 'frontstage'][map.language];
    const lanes = map.lanes
      .filter((lane) => sideOf(lane) === side)
      .map((lane) => {
        const used = new Map<number, number>();
        for (const card of map.cards.filter((each) => each.laneId === lane.id)) {
          const column = card.stepId === undefined ? undefined : stepPlace.get(card.stepId);
          if (column === undefined) continue;
          const row = used.get(column) ?? 0;
          used.set(column, row + 1);
          const x = left + column * columnWidth + 20;
          tasks.push({ card, lane, side, x, y: y + task.gap + row * (task.height + task.gap) });
        }
        const rows = Math.max(1, ...used.values());
        const place = { lane, y, height: task.gap + rows * (task.height + task.gap) };
        y += place.height;
        return place;
      });
    const pool = { side, name: side === 'customer' ? name : map.title, lanes, y: top, height: y - top };
    y += 60;
    return pool;
  };
  const pools = [poolOf('customer'), poolOf('provider')];

  const sideOfCard = new Map<string, Side>(tasks.map(({ card, side }) => [card.id, side]));
  const customer = tasks.filter(({ side }) => side === 'customer').toSorted((a, b) => a.x - b.x || a.y - b.y);
  const chain = customer.slice(1).map(({ card }, i) => ({
    id: `flow_${customer[i]!.card.id}_${card.id}`,
    from: customer[i]!.card.id as string,
    to: card.id as string,
    side: 'customer' as const,
  }));
  const drawn = map.connectors.filter(
    ({ kind, fromCardId, toCardId }) =>
      kind === 'triggers' && sideOfCard.has(fromCardId) && sideOfCard.has(toCardId),
  );
  const within = drawn.flatMap(({ id, fromCardId: from, toCardId: to }) => {
    const side = sideOfCard.get(from)!;
    const known = chain.some((flow) => flow.from === from && flow.to === to);
    return side === sideOfCard.get(to) && !known ? [{ id, from, to, side }] : [];
  });
  const across = drawn.flatMap(({ id, fromCardId: from, toCardId: to }) =>
    sideOfCard.get(from) === sideOfCard.get(to) ? [] : [{ id, from, to }],
  );
  return { pools, tasks, sequences: [...chain, ...within], messages: across, width };
}

function sideOf(lane: Lane): Side | undefined {
  if (lane.role === 'customer') return 'customer';
  return lane.role === 'frontstage' || lane.role === 'backstage' || lane.role === 'support'
    ? 'provider'
    : undefined;
}

function categories(map: JourneyMap): string {
  return map.stages
    .map(
      (stage) =>
        `  <bpmn:category id="category_${stage.id}"><bpmn:categoryValue id="value_${stage.id}" value="${xml(stage.title)}"/></bpmn:category>`,
    )
    .join('\n');
}

/** Who does it decides what kind of task it is. */
function taskType(lane: Lane): 'manualTask' | 'userTask' | 'serviceTask' {
  if (lane.role === 'customer') return 'manualTask';
  const byMachine = lane.kind.endsWith('Technology') || lane.role === 'support';
  return byMachine ? 'serviceTask' : 'userTask';
}

function process(map: JourneyMap, plan: Plan, pool: PoolPlan): string {
  const tasks = plan.tasks.filter(({ side }) => side === pool.side);
  const flows = plan.sequences.filter(({ side }) => side === pool.side);
  const lanes = pool.lanes.map(({ lane }) => {
    const refs = tasks
      .filter((each) => each.lane.id === lane.id)
      .map(({ card }) => `        <bpmn:flowNodeRef>${card.id}</bpmn:flowNodeRef>`);
    return `      <bpmn:lane id="${lane.id}" name="${xml(lane.title)}">\n${refs.join('\n')}\n      </bpmn:lane>`;
  });
  const nodes = tasks.map(({ card, lane }) => {
    const type = taskType(lane);
    const incoming = flows
      .filter(({ to }) => to === card.id)
      .map(({ id }) => `<bpmn:incoming>${id}</bpmn:incoming>`);
    const outgoing = flows
      .filter(({ from }) => from === card.id)
      .map(({ id }) => `<bpmn:outgoing>${id}</bpmn:outgoing>`);
    const inside = [extension(map, card, lane), ...incoming, ...outgoing].join('');
    return `    <bpmn:${type} id="${card.id}" name="${xml(card.text)}">${inside}</bpmn:${type}>`;
  });
  const sequence = flows.map(
    ({ id, from, to }) => `    <bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`,
  );
  return `  <bpmn:process id="process_${pool.side}" isExecutable="false">
    <bpmn:laneSet id="lanes_${pool.side}">
${lanes.join('\n')}
    </bpmn:laneSet>
${[...nodes, ...sequence].join('\n')}
  </bpmn:process>`;
}

/** Feelings and numbers of the step, on the customer's first task there. */
function extension(map: JourneyMap, card: Card, lane: Lane): string {
  const first = map.cards.find((each) => each.laneId === lane.id && each.stepId === card.stepId);
  if (lane.role !== 'customer' || first !== card) return '';
  const feelings = map.emotions
    .filter((emotion) => emotion.stepId === card.stepId)
    .map((emotion) => {
      const persona = map.personas.find(({ id }) => id === emotion.personaId)?.name ?? '';
      return `<throughline:emotion persona="${xml(persona)}" value="${emotion.value}"/>`;
    });
  const figures = map.measurements
    .filter(({ on, value }) => 'stepId' in on && on.stepId === card.stepId && value !== undefined)
    .map(
      ({ metric, value, source }) =>
        `<throughline:measurement metric="${xml(metric)}" value="${value}" source="${source.kind}"/>`,
    );
  const inside = [...feelings, ...figures].join('');
  return inside === '' ? '' : `<bpmn:extensionElements>${inside}</bpmn:extensionElements>`;
}

function diagram(map: JourneyMap, plan: Plan, pools: readonly PoolPlan[]): string {
  const shape = (element: string, x: number, y: number, width: number, height: number, more = ''): string =>
    `      <bpmndi:BPMNShape id="shape_${element}" bpmnElement="${element}"${more}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`;
  const horizontal = ' isHorizontal="true"';
  const bottom = Math.max(120, ...pools.map((pool) => pool.y + pool.height));
  const stagesAt = map.stages.flatMap((stage) => {
    const places = map.steps.flatMap((step, i) => (step.stageId === stage.id ? [i] : []));
    if (places.length === 0) return [shape(`group_${stage.id}`, left, 0, 20, 20)];
    const x = left + places[0]! * columnWidth + 5;
    return [shape(`group_${stage.id}`, x, 20, places.length * columnWidth - 10, bottom)];
  });
  const byCard = new Map<string, Task>(plan.tasks.map((each) => [each.card.id, each]));
  const edge = ({ id, from, to }: Flow): string => {
    const [a, b] = [byCard.get(from)!, byCard.get(to)!];
    const downwards = a.side !== b.side || Math.abs(a.x - b.x) < task.width;
    const points = downwards
      ? [
          [a.x + task.width / 2, a.y + (a.y < b.y ? task.height : 0)],
          [b.x + task.width / 2, b.y + (a.y < b.y ? 0 : task.height)],
        ]
      : [
          [a.x + (a.x < b.x ? task.width : 0), a.y + task.height / 2],
          [b.x + (a.x < b.x ? 0 : task.width), b.y + task.height / 2],
        ];
    const way = points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`).join('');
    return `      <bpmndi:BPMNEdge id="edge_${id}" bpmnElement="${id}">${way}</bpmndi:BPMNEdge>`;
  };
  return `  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">
${[
  ...pools.map((pool) => shape(`pool_${pool.side}`, 30, pool.y, plan.width, pool.height, horizontal)),
  ...pools.flatMap((pool) =>
    pool.lanes.map(({ lane, y, height }) => shape(lane.id, 60, y, plan.width - 30, height, horizontal)),
  ),
  ...plan.tasks.map(({ card, x, y }) => shape(card.id, x, y, task.width, task.height)),
  ...stagesAt,
  ...[...plan.sequences, ...plan.messages].map(edge),
].join('\n')}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>`;
}

/** Text inside an attribute; signs that XML 1.0 cannot hold are left out, line breaks are kept. */
const xml = (text: string): string =>
  text
    .replace(/[\uD800-\uDFFF]/gu, '')
    // oxlint-disable-next-line no-control-regex -- these are the signs to leave out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"'\n\r\t]/g, (sign) => `&#${sign.codePointAt(0)};`);
