import { useLingui } from '@lingui/react/macro';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { TextMatch } from '../../model/sharedMap/findText.ts';
import { graphemesOf } from '../../model/sharedMap/graphemes.ts';
import { placeText } from '../history/changeText.ts';
import styles from './ReplaceDialog.module.css';

export interface FoundTextProps {
  readonly map: JourneyMap;
  readonly match: TextMatch;
  readonly replacement: string;
}

/** How much of a text is shown before and after what was found in it. */
const around = 40;

/** Where a text stands, and what it would say. */
export function FoundText({ map, match, replacement }: FoundTextProps) {
  const { i18n } = useLingui();
  const { owner, id, text, at, length } = match;
  const record = owner === 'map' ? map : map[owner].find((one) => 'id' in one && one.id === id);
  return (
    <>
      <span className={styles['place']}>
        {placeText({ collection: owner, before: undefined, after: record }, [map, map], i18n)}
      </span>
      <span className={styles['text']}>
        {at.map((start, n) => {
          const end = start + length;
          return (
            <span key={start}>
              {shortened(text.slice(n === 0 ? 0 : at[n - 1]! + length, start), n === 0 ? 'start' : 'middle')}
              <del>{text.slice(start, end)}</del>
              {replacement !== '' && <ins>{replacement}</ins>}
              {n === at.length - 1 && shortened(text.slice(end), 'end')}
            </span>
          );
        })}
      </span>
    </>
  );
}

/** Long text between finds is left out, whole characters at a time. */
function shortened(text: string, at: 'start' | 'middle' | 'end'): string {
  if (text.length <= around) return text;
  const signs = graphemesOf(text);
  if (signs.length <= (at === 'middle' ? 2 * around : around)) return text;
  if (at === 'start') return `…${signs.slice(-around).join('')}`;
  if (at === 'end') return `${signs.slice(0, around).join('')}…`;
  return `${signs.slice(0, around).join('')} … ${signs.slice(-around).join('')}`;
}
