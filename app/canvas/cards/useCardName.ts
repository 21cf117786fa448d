import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { channelNames } from '../../../model/text/mapNames.ts';
import { comma } from '../../language/comma.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Card } from '../../../model/map/card.ts';

/** What a screen reader says for a card: its text and the facts that the eye sees beside it. */
export function useCardName(card: Card | undefined): string {
  const { t } = useLingui();
  const language = useLanguage();
  if (card === undefined) return '';
  const facts = [card.text === '' ? t`empty card` : card.text];
  if (card.quote !== undefined && card.quote !== '') facts.push(t`quote: ${card.quote}`);
  if (card.touchpoint !== undefined) facts.push(channelNames[card.touchpoint.channel][language]);
  if (card.painPoint !== undefined) facts.push(t`severity ${card.painPoint.severity} of 5`);
  if (card.opportunity !== undefined)
    facts.push(t`impact ${card.opportunity.impact} of 5, effort ${card.opportunity.effort} of 5`);
  if (card.span > 1) facts.push(t`over ${plural(card.span, { one: '# step', other: '# steps' })}`);
  return facts.join(comma(language));
}
