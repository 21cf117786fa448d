import { msg } from '@lingui/core/macro';
import type { I18n, MessageDescriptor } from '@lingui/core';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Effect } from '../../model/map/lever.ts';
import { catalogueMetric } from '../../model/quality/metricCatalogue.ts';

/** Parameters of the service that levers change, in words; everything else a lever changes is a metric. */
const parameterNames: Readonly<Record<string, MessageDescriptor>> = {
  arrivalsPerDay: msg`contacts per day`,
  arrivalShape: msg`arrivals by hour`,
  handleSeconds: msg`handle time`,
  handleCv: msg`spread of the handle time`,
  patienceSeconds: msg`patience of customers`,
  containment: msg`solved without a person`,
  resolvedShare: msg`solved at first contact`,
  returnShare: msg`contacts that come back`,
  returnAfterSeconds: msg`time until they come back`,
  transferShare: msg`contacts handed on`,
  agents: msg`people on duty`,
  shrinkage: msg`time away from customers`,
  concurrency: msg`chats at a time`,
  discipline: msg`order of the queue`,
  priority: msg`priority`,
  skill: msg`skills`,
};

/** What an effect is on: "handle time", "politeness". */
export function effectTarget(on: Effect['on'], map: Pick<JourneyMap, 'metrics'>, i18n: I18n): string {
  const parameter = parameterNames[on];
  if (parameter !== undefined) return i18n._(parameter);
  const own = map.metrics.find((metric) => metric.id === on);
  // The interface activates only languages of ours.
  const title = own?.title ?? catalogueMetric(on)?.title[i18n.locale as Language] ?? on;
  return title.charAt(0).toLocaleLowerCase(i18n.locale) + title.slice(1);
}

/** How much an effect is: "closes 3–20 % of the gap, likely 10 %", "+1". */
export function effectSize(effect: Effect, i18n: I18n): string {
  const { form, low, likely, high } = effect;
  const exact = low === high;
  const percent = (value: number) => i18n.number(value, { style: 'percent', maximumFractionDigits: 0 });
  const plain = (value: number) => i18n.number(value, { maximumFractionDigits: 2 });
  const signed = (value: number) =>
    i18n.number(value, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  switch (form) {
    case 'gapClosure':
      return exact
        ? i18n._(msg`closes ${percent(likely)} of the gap`)
        : i18n._(msg`closes ${percent(low)} to ${percent(high)} of the gap, likely ${percent(likely)}`);
    case 'multiply':
      return exact
        ? i18n._(msg`times ${plain(likely)}`)
        : i18n._(msg`times ${plain(low)} to ${plain(high)}, likely ${plain(likely)}`);
    case 'add':
      return exact
        ? signed(likely)
        : i18n._(msg`${signed(low)} to ${signed(high)}, likely ${signed(likely)}`);
    case 'set':
      return exact
        ? i18n._(msg`becomes ${plain(likely)}`)
        : i18n._(msg`becomes ${plain(low)} to ${plain(high)}, likely ${plain(likely)}`);
  }
}
