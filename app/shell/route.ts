import { useSyncExternalStore } from 'react';
import { type MapId, mapIdSchema } from '../../model/map/ids.ts';

/** Where one is: `/` the library, `/map/<id>` the editor, `/#join=<secret>` a link that somebody sent. */
export type Route =
  | { readonly screen: 'library' }
  | { readonly screen: 'join'; readonly secret: string }
  | { readonly screen: 'editor'; readonly mapId: MapId }
  | { readonly screen: 'unknown'; readonly path: string };

export function readRoute(path: string, fragment: string): Route {
  const secret = new URLSearchParams(fragment.replace(/^#/, '')).get('join');
  if (secret !== null) return { screen: 'join', secret };
  if (path === '/' || path === '/index.html') return { screen: 'library' };
  const mapId = mapIdSchema.safeParse(/^\/map\/([^/]+)\/?$/.exec(path)?.[1]);
  if (!mapId.success) return { screen: 'unknown', path };
  return { screen: 'editor', mapId: mapId.data };
}

export function pathOf(route: Route): string {
  switch (route.screen) {
    case 'library':
    case 'join':
      return '/';
    case 'editor':
      return `/map/${route.mapId}`;
    case 'unknown':
      return route.path;
  }
}

/** Goes there; the browser's back button comes back. `replace` leaves nothing to come back to, no secret in the history. */
export function go(route: Route, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', pathOf(route));
  else history.replaceState(null, '', pathOf(route));
  dispatchEvent(new PopStateEvent('popstate'));
}

export function useRoute(): Route {
  const address = useSyncExternalStore(onMove, () => `${location.pathname}\n${location.hash}`);
  const [path = '/', fragment = ''] = address.split('\n');
  return readRoute(path, fragment);
}

function onMove(moved: () => void): () => void {
  addEventListener('popstate', moved);
  addEventListener('hashchange', moved);
  return () => {
    removeEventListener('popstate', moved);
    removeEventListener('hashchange', moved);
  };
}
