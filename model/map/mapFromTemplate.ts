import type { Result } from '../result.ts';
import type { MapId } from './ids.ts';
import type { JourneyMap } from './journeyMap.ts';
import { inLanguage, type Language } from './language.ts';
import { type MapFileError, parseMap } from './mapJson.ts';

/**
 * A map of its own from a template: its texts in one language, under a fresh id. The ids of its records stay, so that
 * two maps from one template can be compared step by step.
 */
export function mapFromTemplate(
  content: object,
  language: Language,
  id: MapId,
): Result<JourneyMap, MapFileError> {
  const chosen = inLanguage(content, language);
  return parseMap({ ...(chosen as object), id, language });
}
