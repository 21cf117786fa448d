import { addRoute, cleanupOutdatedCaches, createHandlerBoundToURL, precache } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/**
 * The service worker: it keeps the app's own files on the device, so that a reload works without the server. With the
 * server there the page always comes from it, so nobody works with an old release; a new worker takes over when the last
 * page of the old one is closed, so an open page finds its parts to the end.
 */

/** Put in by the build: every file that a screen may ask for. */
declare const keptFiles: readonly { readonly url: string; readonly revision: string | null }[];

precache([...keptFiles]);
const keptPage = createHandlerBoundToURL('/index.html');
registerRoute(
  new NavigationRoute(
    async (context) => {
      try {
        const answer = await fetch(context.request);
        // A proxy answers so while the server behind it is away.
        if (answer.status < 502 || answer.status > 504) return answer;
      } catch {
        // No network.
      }
      return keptPage(context);
    },
    { denylist: [/^\/(api|claim|health|ready)\b/] },
  ),
);
addRoute();
cleanupOutdatedCaches();
