import type { ServiceModel } from '../service/serviceModel.ts';
import { type DayTally, tailOf, type WaitTally } from './dayTally.ts';
import type { WaitFigures } from './planForecast.ts';
import type { RunService } from './planInputs.ts';
import type { ServedNode } from './serviceInputs.ts';
import { tailAt, waitExceededBy } from './waitGrid.ts';

/** What some simulated days say, in the shape that the scores take. */
export function simulatedService(model: ServiceModel, tally: DayTally, days: number): RunService {
  return {
    model,
    figures: {
      nodes: tally.nodes.map((node): ServedNode => {
        const waits = tailOf(node.waits);
        const answers = tailOf(node.firstAnswers);
        const contacts = node.firstAnswers.count + node.unanswered;
        return {
          visitsPerDay: node.visits / days,
          abandonedShare: node.visits > 0 ? node.abandoned / node.visits : 0,
          meanWaitSeconds: meanOf(node.waits),
          waitedLonger: (seconds) => tailAt(waits, seconds),
          ...(contacts > 0 && {
            firstAnswer: {
              contactsPerDay: contacts / days,
              meanSeconds: meanOf(node.firstAnswers),
              waitedLonger: (seconds: number) => tailAt(answers, seconds),
            },
          }),
        };
      }),
      meanSecondsToResolution: tally.resolution.count > 0 ? meanOf(tally.resolution) : null,
    },
  };
}

export const meanOf = (waits: WaitTally): number => (waits.count > 0 ? waits.seconds / waits.count : 0);

export function simulatedWaits(tally: DayTally, days: number): readonly WaitFigures[] {
  return tally.nodes.map((node) => ({
    visitsPerDay: node.visits / days,
    meanSeconds: meanOf(node.waits),
    p90Seconds: waitExceededBy(tailOf(node.waits), 0.1),
    abandonedShare: node.visits > 0 ? node.abandoned / node.visits : 0,
    byHour: Array.from(node.servedByHour, (served, hour) =>
      served > 0 ? node.waitSecondsByHour[hour]! / served : null,
    ),
  }));
}

/** Share of each pool's capacity in use, by hour; null when closed. Work that runs over the end of a shift counts to full. */
export const simulatedOccupancy = (tally: DayTally): readonly (readonly (number | null)[])[] =>
  tally.pools.map(({ busySecondsByHour, capacitySecondsByHour }) =>
    Array.from(capacitySecondsByHour, (capacity, hour) =>
      capacity > 0 ? Math.min(1, busySecondsByHour[hour]! / capacity) : null,
    ),
  );
