import { useSyncExternalStore } from 'react';
import { usePreferences } from '../settings/preferences.ts';

export type ShownTheme = 'light' | 'dark' | 'contrast';

/** The theme that is shown now: the chosen one, or what the system asks for. */
export function useTheme(): ShownTheme {
  const chosen = usePreferences((preferences) => preferences.theme);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(prefers-contrast: more)');
  if (chosen !== 'system') return chosen;
  if (contrast) return 'contrast';
  return dark ? 'dark' : 'light';
}

/** Whether movement is to be left out: the person's choice here, or the system's. */
export function useReducedMotion(): boolean {
  const chosen = usePreferences((preferences) => preferences.motion);
  const asked = useMedia('(prefers-reduced-motion: reduce)');
  return chosen === 'reduced' || asked;
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}
