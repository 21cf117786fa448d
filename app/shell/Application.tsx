import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { useEffect, useState } from 'react';
import type { Language } from '../../model/map/language.ts';
import { ToastArea } from '../design/parts/ToastArea.tsx';
import { TooltipLayer } from '../design/parts/TooltipLayer.tsx';
import { useReducedMotion, useTheme } from '../design/useTheme.ts';
import { speak } from '../language/language.ts';
import { interfaceLanguage, usePreferences } from '../settings/preferences.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Screen } from './Screen.tsx';

/** What surrounds every screen: language, theme, messages, and a net for our own defects. */
export function Application() {
  useShownTheme();
  const spoken = useSpokenLanguage();
  if (spoken === undefined) return null;
  return (
    <I18nProvider i18n={i18n}>
      <ErrorBoundary>
        <Screen />
      </ErrorBoundary>
      <TooltipLayer />
      <ToastArea />
    </I18nProvider>
  );
}

/** The language that is loaded; undefined only before the first is. */
function useSpokenLanguage(): Language | undefined {
  const wanted = usePreferences((preferences) => interfaceLanguage(preferences, navigator.languages));
  const [spoken, setSpoken] = useState<Language>();
  useEffect(() => {
    void speak(wanted).then(() => setSpoken(wanted));
  }, [wanted]);
  return spoken;
}

function useShownTheme(): void {
  const theme = useTheme();
  const reducedMotion = useReducedMotion();
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dataset['motion'] = reducedMotion ? 'reduced' : 'full';
  }, [theme, reducedMotion]);
}
