import { msg } from '@lingui/core/macro';
import type { I18n } from '@lingui/core';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import type { Effect } from '../../model/map/lever.ts';
import { effectName } from '../../model/text/effectNames.ts';

/** What an effect is on, in the language of the interface. */
export const effectTarget = (on: Effect['on'], map: Pick<JourneyMap, 'metrics'>, i18n: I18n): string =>
  // The interface activates only languages of ours.
  effectName(on, map, i18n.locale as Language);

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
