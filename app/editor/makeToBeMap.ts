import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { tell, tellProblem } from '../design/parts/toasts.ts';
import { storageErrorText } from '../library/storageErrorText.ts';
import type { OpenedMap } from '../session/openMap.ts';
import { device } from '../shell/device.ts';
import { go } from '../shell/route.ts';

/** A copy of the map to be changed into what shall be. Its records keep their ids, so that both can be compared. */
export async function makeToBeMap({ shared }: OpenedMap): Promise<void> {
  const map = shared.map();
  const made = await device.maps.create({
    ...map,
    title: i18n._(msg`${map.title} (to be)`),
    scope: { ...map.scope, state: 'toBe', counterpartId: map.id },
  });
  if (!made.ok) {
    tellProblem(storageErrorText(made.error, i18n));
    return;
  }
  go({ screen: 'editor', mapId: made.value });
  tell(i18n._(msg`This is the to-be map. Change what shall be otherwise, then look at Compare.`));
}
