import { expect, it } from 'vitest';
import type { MapId } from '../../model/map/ids.ts';
import type { LocalMap } from '../session/deviceDatabase.ts';
import { otherSide } from './otherSide.ts';

const local = (id: string, summary?: object, more?: Partial<LocalMap>): LocalMap => ({
  id: id as MapId,
  title: id,
  kind: 'journey',
  language: 'en',
  createdAt: 0,
  changedAt: 0,
  onServer: false,
  role: 'owner',
  ...(summary === undefined ? {} : { summary }),
  ...more,
});

it('[U15] the other side is the map that this one names, else the newest that names this one', () => {
  const asIs = local('map_a', { state: 'asIs' });
  const toBe = local('map_b', { state: 'toBe', counterpartId: 'map_a' });
  const later = local('map_c', { state: 'toBe', counterpartId: 'map_a' }, { changedAt: 5 });
  const thrownAway = local('map_d', { counterpartId: 'map_a' }, { changedAt: 9, deletedAt: 9 });
  const maps = [asIs, toBe, later, thrownAway, local('map_e')];
  const of = (id: string, counterpartId?: string) =>
    otherSide({ id: id as MapId, counterpartId: counterpartId as MapId | undefined }, maps)?.id;
  expect(of('map_b', 'map_a')).toBe('map_a');
  expect(of('map_a')).toBe('map_c');
  expect(of('map_e')).toBeUndefined();
  expect(of('map_f', 'map_gone')).toBeUndefined();
});
