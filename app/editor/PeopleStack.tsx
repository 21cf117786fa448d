import { useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import { Tooltip } from '../design/parts/Tooltip.tsx';
import { initials, personColour } from '../canvas/people/personColour.ts';
import type { OpenedMap } from '../session/openMap.ts';
import type { Participant } from '../session/presence.ts';
import { usePresence } from '../session/useSharedMap.ts';
import { comma } from '../language/comma.ts';
import { useLanguage } from '../language/useLanguage.ts';
import styles from './PeopleStack.module.css';

const mostShown = 4;

/** Who else has this map open. One person with several pages is shown once. */
export const PeopleStack = memo(({ opened }: { readonly opened: OpenedMap }) => {
  const { t } = useLingui();
  const language = useLanguage();
  const people = distinct(usePresence(opened));
  if (people.length === 0) return null;
  const more = people.length - mostShown;
  return (
    <ul className={styles['people']} aria-label={t`People at this map`}>
      {people.slice(0, mostShown).map(({ person }) => (
        <li key={person.id}>
          <Tooltip text={person.name}>
            <span
              className={styles['person']}
              tabIndex={0}
              role="img"
              aria-label={person.name}
              style={{ background: personColour(person.colour) }}
            >
              {initials(person.name)}
            </span>
          </Tooltip>
        </li>
      ))}
      {more > 0 && (
        <li>
          <span
            className={styles['more']}
            title={people
              .slice(mostShown)
              .map(({ person }) => person.name)
              .join(comma(language))}
          >
            +{more}
          </span>
        </li>
      )}
    </ul>
  );
});

/** How many people are at the map, this one included. */
export const countPeople = (others: readonly Participant[]): number => distinct(others).length + 1;

function distinct(others: readonly Participant[]): readonly Participant[] {
  const seen = new Set<string>();
  return others.filter(({ person }) => !seen.has(person.id) && seen.add(person.id));
}
