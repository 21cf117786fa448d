import { useSyncExternalStore } from 'react';
import { type MapId, mapIdSchema } from '../../model/map/ids.ts';

/** Where one is in the application: `/` the library, `/map/<id>` the editor. A link's secret stands in the fragment. */
export type Route =
  | { readonly screen: 'library' }
  | { readonly screen: 'editor'; readonly mapId: MapId; readonly secret: string | undefined }
  | { readonly screen: 'unknown'; readonly path: string };

export function readRoute(path: string, fragment: string): Route {
  if (path === '/' || path === '/index.html') return { screen: 'library' };
  const mapId = mapIdSchema.safeParse(/^\/map\/([^/]+)\/?$/.exec(path)?.[1]);
  if (!mapId.success) return { screen: 'unknown', path };
  const secret = new URLSearchParams(fragment.replace(/^#/, '')).get('key') ?? undefined;
  return { screen: 'editor', mapId: mapId.data, secret };
}

export function pathOf(route: Route): string {
  switch (route.screen) {
    case 'library':
      return '/';
    case 'editor':
      return `/map/${route.mapId}`;
    case 'unknown':
      return route.path;
  }
}

/** Goes there; the browser's back button comes back. */
export function go(route: Route): void {
  history.pushState(null, '', pathOf(route));
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Takes a secret out of the address bar (and so out of the history) once it has been read. */
export function forgetSecret(): void {
  history.replaceState(null, '', location.pathname);
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
