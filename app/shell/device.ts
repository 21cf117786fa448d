import { colourOfPerson, type PresencePerson } from '../../model/protocol/presence.ts';
import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { summariseMap } from '../library/mapSummary.ts';
import { type Device, openDevice } from '../session/device.ts';

/** This browser, opened once for the whole page. */
export const device: Device = openDevice({
  summarise: summariseMap,
  me,
  titleOfCopy: (title) =>
    title === '' ? i18n._(msg`Recovered copy of an untitled map`) : i18n._(msg`Recovered copy of ${title}`),
  server: location.origin,
});

const storedId = 'throughline.me';

/** Who I am until the server says so: the same guest on every page of this device. */
function me(): PresencePerson {
  const id = localStorage.getItem(storedId) ?? crypto.randomUUID();
  localStorage.setItem(storedId, id);
  return { id, name: i18n._(msg`Guest`), colour: colourOfPerson(id) };
}
