import { useLingui } from '@lingui/react/macro';
import { Languages, SunMoon } from 'lucide-react';
import { languages } from '../../model/map/language.ts';
import { IconButton } from '../design/parts/IconButton.tsx';
import { Menu, MenuChoice } from '../design/parts/Menu.tsx';
import { languageNames } from '../language/language.ts';
import { choose, interfaceLanguage, usePreferences } from './preferences.ts';

/** The two choices that people look for first: language and theme. */
export function PreferencesMenu() {
  const { t } = useLingui();
  const preferences = usePreferences();
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
          options={[
            { value: 'system', label: t`As the system` },
            { value: 'light', label: t`Light` },
            { value: 'dark', label: t`Dark` },
            { value: 'contrast', label: t`High contrast` },
          ]}
          onChange={(theme) => choose({ theme })}
        />
      </Menu>
    </>
  );
}
