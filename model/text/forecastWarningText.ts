import { indexMap } from '../map/mapIndex.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import type { Language } from '../map/language.ts';
import type { PlanForecast } from '../simulation/planForecast.ts';
import { serviceWarningText } from './serviceTexts.ts';
import { simulationText } from './simulationText.ts';

/** What a person reads about a forecast that came out, but not as they may think. */
export function forecastWarningText(
  warning: PlanForecast['warnings'][number],
  map: JourneyMap,
  language: Language,
): string {
  const say = simulationText[language];
  if (warning.type === 'ArrivalsOutsideHours') return serviceWarningText(warning, language);
  const lever = indexMap(map).leversById.get(warning.leverId)?.title ?? warning.leverId;
  switch (warning.type) {
    case 'NothingToMove':
      return say.nothingToMove(lever, warning.on);
    case 'NotWorkingYet':
      return say.notWorkingYet(lever);
    default:
      return say.unknownLever(lever);
  }
}
