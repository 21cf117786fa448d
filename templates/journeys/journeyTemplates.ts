import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { LocalizedText } from '../../model/map/language.ts';
import bankAccount from './bankAccount.json';
import blankBlueprint from './blankBlueprint.json';
import blankJourney from './blankJourney.json';
import clinicVisit from './clinicVisit.json';
import onlineConsultation from './onlineConsultation.json';
import wrongParcel from './wrongParcel.json';

/** A map to start from. `content` is a map file whose every text is `{ en, zh-Hans, zh-Hant }`; `mapFromTemplate` makes a map of it. */
export interface JourneyTemplate {
  readonly id: string;
  readonly kind: JourneyMap['kind'];
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly content: object;
}

/** Every template, the one that newcomers should open first at the top. */
export const journeyTemplates: readonly JourneyTemplate[] = [
  template('wrongParcel', 'blueprint', wrongParcel),
  template('onlineConsultation', 'blueprint', onlineConsultation),
  template('bankAccount', 'blueprint', bankAccount),
  template('clinicVisit', 'journey', clinicVisit),
  template('blankJourney', 'journey', blankJourney),
  template('blankBlueprint', 'blueprint', blankBlueprint),
];

function template(
  id: string,
  kind: JourneyMap['kind'],
  content: { readonly title: LocalizedText; readonly description: LocalizedText },
): JourneyTemplate {
  return { id, kind, title: content.title, description: content.description, content };
}
