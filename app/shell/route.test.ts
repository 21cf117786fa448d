import { expect, it } from 'vitest';
import { pathOf, readRoute } from './route.ts';

it('[U3] reads the library, a map and a link', () => {
  expect(readRoute('/', '')).toEqual({ screen: 'library' });
  expect(readRoute('/map/map_abc', '')).toEqual({ screen: 'editor', mapId: 'map_abc' });
  expect(readRoute('/', '#join=s3cret')).toEqual({ screen: 'join', secret: 's3cret' });
});

it('[U3] an address that is none of ours is unknown and keeps its path', () => {
  expect(readRoute('/map/step_1', '')).toEqual({ screen: 'unknown', path: '/map/step_1' });
  expect(readRoute('/nowhere', '')).toEqual({ screen: 'unknown', path: '/nowhere' });
});

it('[U3] no path of ours carries a secret', () => {
  expect(pathOf({ screen: 'join', secret: 's3cret' })).toBe('/');
});
