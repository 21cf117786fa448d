import { outcomeShare, servedShare } from '../../model/service/serviceModel.ts';
import type { Route } from '../../model/map/serviceNode.ts';

/**
 * The routes of a node with one share changed. Shares of all but `abandoned` routes sum to 1: the others keep their
 * proportion; where they had none, they share the rest alike. `abandoned` routes have a sum of their own, at most 1.
 */
export function rescaledRoutes(routes: readonly Route[], changed: number, share: number): readonly Route[] {
  const target = routes[changed];
  if (target === undefined) return routes;
  const wanted = Math.min(1, Math.max(0, share));
  if (target.outcome === 'abandoned')
    return routes.map((route, i) => (i === changed ? { ...route, share: wanted } : route));
  const others = routes.filter((route, i) => i !== changed && route.outcome !== 'abandoned');
  if (others.length === 0) return routes.map((route, i) => (i === changed ? { ...route, share: 1 } : route));
  const sum = others.reduce((total, route) => total + route.share, 0);
  return routes.map((route, i) => {
    if (route.outcome === 'abandoned') return route;
    if (i === changed) return { ...route, share: wanted };
    return { ...route, share: rounded((1 - wanted) * (sum > 0 ? route.share / sum : 1 / others.length)) };
  });
}

/**
 * Routes after one came, went or got another outcome: the shares of all but `abandoned` ones make 1 again in their
 * proportion, those of `abandoned` ones at most 1.
 */
export function wholeRoutes(routes: readonly Route[]): readonly Route[] {
  const [served, abandoned] = [servedShare(routes), outcomeShare(routes, 'abandoned')];
  const count = routes.filter(({ outcome }) => outcome !== 'abandoned').length;
  return routes.map((route) => {
    if (route.outcome === 'abandoned')
      return { ...route, share: rounded(route.share / Math.max(1, abandoned)) };
    return { ...route, share: served > 0 ? rounded(route.share / served) : 1 / count };
  });
}

/** Shares are shown in per cent with one decimal; more digits would only be noise of the division. */
const rounded = (share: number): number => Math.round(share * 1e9) / 1e9;
