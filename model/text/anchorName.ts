import type { JourneyMap } from '../map/journeyMap.ts';
import type { Language } from '../map/language.ts';
import type { CommentAnchor } from '../protocol/talk.ts';
import { metricTitle } from '../quality/metricTitle.ts';

/** What the record is called that a thread is about; undefined when it is no longer in the map. */
export function anchorName(
  map: JourneyMap,
  { collection, recordId }: CommentAnchor,
  language: Language,
): string | undefined {
  const record = map[collection].find((each) => 'id' in each && each.id === recordId);
  if (record === undefined) return undefined;
  if ('metric' in record && 'on' in record) {
    const { on } = record;
    const at = 'stepId' in on ? map.steps.find(({ id }) => id === on.stepId)?.title : undefined;
    return [metricTitle(map, record.metric, language), at].filter(Boolean).join(' · ');
  }
  const text =
    'title' in record ? record.title : 'text' in record ? record.text : 'claim' in record ? record.claim : '';
  const name = text.trim().split('\n')[0] ?? '';
  return Array.from(name).slice(0, mostLetters).join('');
}

const mostLetters = 60;
