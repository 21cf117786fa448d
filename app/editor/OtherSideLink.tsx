import { useLingui } from '@lingui/react/macro';
import { ArrowLeftRight } from 'lucide-react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { mapStateNames } from '../../model/text/mapNames.ts';
import { otherSide } from '../library/otherSide.ts';
import { useObservable } from '../session/useSharedMap.ts';
import { device } from '../shell/device.ts';
import { followLink } from '../shell/followLink.ts';
import { pathOf } from '../shell/route.ts';
import styles from './TopBar.module.css';

/** Leads to the to-be map of an as-is map and back, where this device has both. */
export function OtherSideLink({ map: { id, scope } }: { readonly map: Pick<JourneyMap, 'id' | 'scope'> }) {
  const { t, i18n } = useLingui();
  const maps = useObservable(device.maps.list);
  const other = maps && otherSide({ id, counterpartId: scope.counterpartId }, maps);
  if (other === undefined) return null;
  const state = mapStateNames[scope.state === 'toBe' ? 'asIs' : 'toBe'][i18n.locale as Language];
  const title = other.title === '' ? t`Untitled map` : other.title;
  return (
    <a
      className={styles['other']}
      href={pathOf({ screen: 'editor', mapId: other.id })}
      title={title}
      aria-label={t`${state}: ${title}`}
      onClick={followLink}
    >
      <ArrowLeftRight aria-hidden />
      <span>{state}</span>
    </a>
  );
}
