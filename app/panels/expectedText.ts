import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { possibleRange } from '../../model/quality/isPossible.ts';
import type { KnownMetric } from '../../model/quality/metricCatalogue.ts';
import { typedScale } from './measurementDraft.ts';

/** What a person reads at a number that its metric cannot have: its range, in the unit in which one types. */
export function expectedText(metric: KnownMetric | undefined, i18n: I18n): string {
  const { min, max } = possibleRange(metric);
  const typed = (value: number) => i18n.number(value * typedScale(metric), { maximumFractionDigits: 4 });
  const [least, most] = [typed(min), typed(max)];
  return metric?.positive === true
    ? i18n._(msg`Expected a number above ${least}, up to ${most}.`)
    : i18n._(msg`Expected a number from ${least} to ${most}.`);
}
