import type { JourneyMap } from '../map/journeyMap.ts';
import type { Language } from '../map/language.ts';
import type { Measurement } from '../map/measurement.ts';
import type { RandomSource } from '../map/newId.ts';
import { laneKindNames } from '../text/laneNames.ts';
import { languageOfText } from '../text/languageOfText.ts';
import { logTexts } from '../text/logTexts.ts';
import type { DiscoveredJourney } from './discoverJourney.ts';
import { draftMap } from './draftMap.ts';
import { dayOfSeconds } from './isoTime.ts';

/** Above this a map is a wall of columns: the rarest activities are left out. */
export const mostActivities = 60;

/** What of the log is not in the map, a sentence each. */
export function logRemarks({ activities }: DiscoveredJourney, language: Language): readonly string[] {
  const left = activities.length - mostActivities;
  return left > 0 ? [logTexts[language].leftOut(left, mostActivities)] : [];
}

/**
 * A discovered journey as a map: a step for each activity in the order in which cases pass through them, its figures as
 * measurements with n and period, and the most common paths as cards.
 */
export function mapFromLog(
  journey: DiscoveredJourney,
  logName: string,
  context: { readonly language: Language; readonly random: RandomSource },
): JourneyMap {
  const language = languageOfText(journey.activities.map(({ name }) => name).join(' '), context.language);
  const say = logTexts[language];
  const draft = draftMap(language, logName, context.random);
  const stage = draft.stage(logName);
  const kept = new Set(
    journey.activities
      .toSorted((a, b) => b.cases - a.cases)
      .slice(0, mostActivities)
      .map(({ name }) => name),
  );
  const activities = journey.activities.filter(({ name }) => kept.has(name));
  const period =
    journey.period === null
      ? undefined
      : { from: dayOfSeconds(journey.period.fromSeconds), to: dayOfSeconds(journey.period.toSeconds) };
  const days =
    journey.period === null
      ? null
      : Math.max(1, (journey.period.toSeconds - journey.period.fromSeconds) / 86_400);
  const source = { kind: 'measured' as const, reference: logName.slice(0, 1_000), ownerName: '' };
  const paths = draft.lane(laneKindNames.notes[language], 'notes');
  draft.lane(laneKindNames.metrics[language], 'metrics');
  draft.metric({
    id: 'caseCoverage',
    title: say.caseCoverage,
    ...ownMetric,
    range: { min: 0, max: 1 },
    estimator: 'proportion',
  });
  draft.metric({
    id: 'secondsToNext',
    title: say.secondsToNext,
    ...ownMetric,
    unit: 's',
    range: { min: 0 },
    direction: 'lower',
    estimator: 'mean',
  });
  draft.metric({
    id: 'resources',
    title: say.resources,
    ...ownMetric,
    unit: say.people,
    range: { min: 0 },
    direction: 'none',
    estimator: 'count',
  });

  const stepIds = activities.map((activity) => {
    const stepId = draft.step(stage, activity.name);
    const measure = (
      metric: string,
      value: number | null,
      n: number,
      more: Partial<Measurement> = {},
    ): void => {
      if (value !== null)
        draft.measurement({ metric, on: { stepId }, value, n, ...(period && { period }), source, ...more });
    };
    const median = (p90: number | null, value: number | null): Partial<Measurement> =>
      p90 === null || value === null
        ? {}
        : {
            quantiles: [
              { p: 0.5, value },
              { p: 0.9, value: p90 },
            ],
          };
    if (days !== null) measure('volume', activity.events / days, activity.events);
    measure('caseCoverage', activity.cases / journey.cases, journey.cases);
    const { medianSecondsToNext: toNext, p90SecondsToNext, medianServiceSeconds: service } = activity;
    measure('secondsToNext', toNext, activity.events, median(p90SecondsToNext, toNext));
    measure('handleTime', service, activity.events, median(activity.p90ServiceSeconds, service));
    measure('reworkRate', activity.reworkRate, activity.cases);
    measure('dropoff', activity.dropOffRate, activity.cases);
    if (activity.resources > 0) measure('resources', activity.resources, activity.events);
    return stepId;
  });
  for (const { count, path } of journey.topVariants.slice(0, 3))
    draft.card(paths, stepIds[0], say.path(count, journey.cases, path), { span: stepIds.length });
  return draft.finish('journey');
}

const ownMetric = { unit: '', direction: 'higher' as const };
