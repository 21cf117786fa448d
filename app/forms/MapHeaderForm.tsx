import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useId, useState } from 'react';
import type { JourneyMap, Scope } from '../../model/map/journeyMap.ts';
import { type Language, languages } from '../../model/map/language.ts';
import type { MapChanges } from '../../model/sharedMap/commands/command.ts';
import { mapKindNames, mapStateNames } from '../../model/text/mapNames.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { Field, SelectField, TextField } from '../design/parts/Field.tsx';
import { languageNames } from '../language/language.ts';
import styles from './forms.module.css';

export interface MapHeaderFormProps {
  readonly map: JourneyMap;
  readonly readOnly: boolean;
  readonly onSave: (fields: MapChanges) => void;
  readonly onClose: () => void;
}

const currencies = ['CNY', 'TWD', 'HKD', 'USD', 'EUR', 'GBP', 'JPY', 'SGD', 'MOP'];

/** What the map is about: scenario, goal, where it starts and ends, who owns it and when it is looked at again. */
export function MapHeaderForm({ map, readOnly, onSave, onClose }: MapHeaderFormProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const formId = useId();
  const [changes, setChanges] = useState<MapChanges>({});
  const shown = { ...map, ...changes, scope: { ...map.scope, ...changes.scope } };
  const set = (change: MapChanges) => setChanges({ ...changes, ...change });
  const setScope = (change: Partial<Scope>) => set({ scope: { ...changes.scope, ...change } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { title, ...others } = changes;
    if (Object.keys(changes).length > 0)
      onSave(title === undefined ? others : { ...others, title: title.trim() });
    onClose();
  };
  return (
    <Dialog
      open
      title={t`About this map`}
      onClose={onClose}
      actions={
        readOnly ? undefined : (
          <>
            <Button onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button look="main" type="submit" form={formId}>
              <Trans>Save</Trans>
            </Button>
          </>
        )
      }
    >
      <form id={formId} onSubmit={submit}>
        <fieldset className={styles['form']} disabled={readOnly}>
          <Field
            label={t`Title`}
            maxLength={1000}
            value={shown.title}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          <TextField
            label={t`Scenario`}
            hint={t`Who does what, and in which situation.`}
            rows={2}
            value={shown.scope.scenario}
            onChange={(event) => setScope({ scenario: event.currentTarget.value })}
          />
          <Field
            label={t`Goal of the customer`}
            value={shown.scope.goal}
            onChange={(event) => setScope({ goal: event.currentTarget.value })}
          />
          <div className={styles['pair']}>
            <Field
              label={t`It starts when`}
              value={shown.scope.startTrigger}
              onChange={(event) => setScope({ startTrigger: event.currentTarget.value })}
            />
            <Field
              label={t`It ends when`}
              value={shown.scope.endTrigger}
              onChange={(event) => setScope({ endTrigger: event.currentTarget.value })}
            />
          </div>
          <TextField
            label={t`Description`}
            rows={2}
            value={shown.description}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
          <div className={styles['pair']}>
            <SelectField
              label={t`Kind`}
              value={shown.kind}
              onChange={(event) => set({ kind: event.currentTarget.value as JourneyMap['kind'] })}
            >
              {(['journey', 'blueprint'] as const).map((kind) => (
                <option key={kind} value={kind}>
                  {mapKindNames[kind][language]}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={t`State`}
              value={shown.scope.state}
              onChange={(event) => setScope({ state: event.currentTarget.value as Scope['state'] })}
            >
              {(['asIs', 'toBe'] as const).map((state) => (
                <option key={state} value={state}>
                  {mapStateNames[state][language]}
                </option>
              ))}
            </SelectField>
            <Field
              label={t`Person responsible`}
              value={shown.scope.ownerName}
              onChange={(event) => setScope({ ownerName: event.currentTarget.value })}
            />
            <Field
              label={t`To be reviewed on`}
              type="date"
              value={shown.scope.reviewDate ?? ''}
              onChange={(event) => setScope({ reviewDate: event.currentTarget.value || undefined })}
            />
            <SelectField
              label={t`Language of the map`}
              value={shown.language}
              onChange={(event) => set({ language: event.currentTarget.value as Language })}
            >
              {languages.map((each) => (
                <option key={each} value={each}>
                  {languageNames[each]}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={t`Currency`}
              value={shown.currency}
              onChange={(event) => set({ currency: event.currentTarget.value })}
            >
              {[...new Set([map.currency, ...currencies])].map((currency) => (
                <option key={currency} value={currency}>
                  {currencyName(currency, language)}
                </option>
              ))}
            </SelectField>
          </div>
        </fieldset>
      </form>
    </Dialog>
  );
}

function currencyName(code: string, language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' }).of(code);
  return name === undefined ? code : `${code} · ${name}`;
}
