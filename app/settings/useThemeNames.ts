import { useLingui } from '@lingui/react/macro';
import type { Theme } from './preferences.ts';

/** The themes in words, in the order in which they are offered. */
export function useThemeNames(): readonly { readonly value: Theme; readonly label: string }[] {
  const { t } = useLingui();
  return [
    { value: 'system', label: t`As the system` },
    { value: 'light', label: t`Light` },
    { value: 'dark', label: t`Dark` },
    { value: 'contrast', label: t`High contrast` },
  ];
}
