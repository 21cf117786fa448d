import { useLingui } from '@lingui/react/macro';
import { Languages, Settings, SunMoon } from 'lucide-react';
import { useState } from 'react';
import { languages } from '../../model/map/language.ts';
import { lazyPart } from '../design/lazyPart.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { Menu, MenuChoice } from '../design/parts/Menu.tsx';
import { languageNames } from '../language/language.ts';
import { choose, interfaceLanguage, usePreferences } from './preferences.ts';
import { useThemeNames } from './useThemeNames.ts';

const SettingsDialog = lazyPart(async () => (await import('./SettingsDialog.tsx')).SettingsDialog);

/** The two choices that people look for first, language and theme, and the door to all settings. */
export function PreferencesMenu() {
  const { t } = useLingui();
  const preferences = usePreferences();
  const themeNames = useThemeNames();
  const [settings, setSettings] = useState(false);
  return (
    <>
      <Menu align="end" trigger={<IconButton label={t`Language`} icon={<Languages />} />}>
        <MenuChoice
          title={t`Language`}
          value={interfaceLanguage(preferences, navigator.languages)}
          options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          onChange={(language) => choose({ language })}
        />
      </Menu>
      <Menu align="end" trigger={<IconButton label={t`Theme`} icon={<SunMoon />} />}>
        <MenuChoice
          title={t`Theme`}
          value={preferences.theme}
          options={themeNames}
          onChange={(theme) => choose({ theme })}
        />
      </Menu>
      <IconButton label={t`Settings`} icon={<Settings />} onClick={() => setSettings(true)} />
      {settings && <SettingsDialog onClose={() => setSettings(false)} />}
    </>
  );
}
