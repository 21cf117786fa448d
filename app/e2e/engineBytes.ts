import type { MapId } from '../../model/map/ids.ts';
import { mapFromTemplate } from '../../model/map/mapFromTemplate.ts';
import { fullSimulation } from '../../model/simulation/fullLevel.ts';
import { simulatePlan } from '../../model/simulation/simulatePlan.ts';

/** Everything that a seed gives, as text: both simulated levels of a template's first plan. */
export function engineBytes(template: string): string {
  const read = mapFromTemplate(JSON.parse(template) as object, 'en', 'map_bytes' as MapId);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const map = read.value;
  const plan = map.plans[0]!;
  const full = fullSimulation(map, plan, { draws: 10 });
  let step = full.next();
  while (step.done !== true) step = full.next();
  return JSON.stringify([simulatePlan(map, plan, { replications: 20 }), step.value]);
}

// In a Worker it answers; elsewhere it is only imported.
if ('WorkerGlobalScope' in globalThis)
  self.addEventListener('message', ({ data }: MessageEvent<string>) => {
    self.postMessage(engineBytes(data));
  });
