import { Trans, useLingui } from '@lingui/react/macro';
import { languages } from '../../model/map/language.ts';
import { Dialog } from '../design/parts/Dialog.tsx';
import { SelectField } from '../design/parts/Field.tsx';
import { Switch } from '../design/parts/Switch.tsx';
import { languageNames } from '../language/language.ts';
import { choose, interfaceLanguage, type Theme, usePreferences } from './preferences.ts';
import styles from './SettingsDialog.module.css';
import { StorageSection } from './StorageSection.tsx';
import { useThemeNames } from './useThemeNames.ts';

/** How the interface speaks, looks and moves on this device, and what the device keeps. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const preferences = usePreferences();
  const themeNames = useThemeNames();
  return (
    <Dialog open title={t`Settings`} onClose={onClose}>
      <section className={styles['section']} aria-labelledby="appearance">
        <h3 id="appearance" className={styles['heading']}>
          <Trans>Language and appearance</Trans>
        </h3>
        <div className={styles['pair']}>
          <SelectField
            label={t`Language`}
            hint={t`Of the interface. A map keeps its own language.`}
            value={interfaceLanguage(preferences, navigator.languages)}
            onChange={(event) =>
              choose({ language: languages.find((language) => language === event.currentTarget.value) })
            }
          >
            {languages.map((language) => (
              <option key={language} value={language}>
                {languageNames[language]}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t`Theme`}
            value={preferences.theme}
            // The options are the themes.
            onChange={(event) => choose({ theme: event.currentTarget.value as Theme })}
          >
            {themeNames.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
        </div>
        <label className={styles['switch']}>
          <Switch
            label={t`Less motion`}
            checked={preferences.motion === 'reduced'}
            onChange={(reduced) => choose({ motion: reduced ? 'reduced' : 'system' })}
          />
          <span aria-hidden>
            <Trans>Less motion: nothing slides or fades</Trans>
          </span>
        </label>
      </section>
      <StorageSection />
    </Dialog>
  );
}
