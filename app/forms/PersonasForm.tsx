import { Trans, useLingui } from '@lingui/react/macro';
import { Plus, Trash2, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Persona } from '../../model/map/persona.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import { classNames } from '../design/classNames.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { Field, TextField } from '../design/parts/Field.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { numberIn } from '../design/readNumber.ts';
import type { Pictures } from '../session/pictures.ts';
import styles from './forms.module.css';
import { PersonaPicture } from './PersonaPicture.tsx';
import { useTypedText } from './useTypedText.ts';

export interface PersonasFormProps {
  readonly map: JourneyMap;
  readonly pictures: Pictures;
  readonly readOnly: boolean;
  readonly run: (command: Command) => void;
  readonly onClose: () => void;
}

const mostPersonas = 8;

/** The kinds of customers whose curves the map shows. Each field is stored when one leaves it, or the dialog. */
export function PersonasForm({ map, pictures, readOnly, run, onClose }: PersonasFormProps) {
  const { t, i18n } = useLingui();
  const all = map.personas.reduce((sum, persona) => sum + persona.share, 0);
  const add = () =>
    run({
      type: 'put',
      collection: 'personas',
      record: {
        name: t`Persona ${map.personas.length + 1}`,
        share: Math.max(0, Math.round((1 - all) * 100) / 100),
        styleIndex: map.personas.length % 8,
      },
    });
  return (
    <Dialog open title={t`Personas`} onClose={onClose}>
      {map.personas.length === 0 && (
        <EmptyState icon={<UserRound />} title={<Trans>No personas yet</Trans>}>
          <Trans>A persona is a kind of customer. Each has a curve of its own in the emotion lane.</Trans>
        </EmptyState>
      )}
      <fieldset className={classNames(styles['form'])} disabled={readOnly}>
        <ul className={styles['personas']}>
          {map.personas.map((persona) => (
            <PersonaFields
              key={persona.id}
              persona={persona}
              picture={
                <PersonaPicture
                  persona={persona}
                  map={map}
                  pictures={pictures}
                  readOnly={readOnly}
                  run={run}
                />
              }
              onChange={(fields) =>
                run({ type: 'setFields', collection: 'personas', ids: [persona.id], fields })
              }
              onDelete={
                map.personas.length > 1
                  ? () => run({ type: 'delete', collection: 'personas', ids: [persona.id] })
                  : undefined
              }
            />
          ))}
        </ul>
        {map.personas.length > 1 && (
          <p className={Math.abs(all - 1) < 0.005 ? styles['sum'] : styles['caution']}>
            <Trans>
              Together {i18n.number(all, { style: 'percent', maximumFractionDigits: 0 })} of all customers
            </Trans>
          </p>
        )}
        {!readOnly && map.personas.length < mostPersonas && (
          <div>
            <Button icon={<Plus />} onClick={add}>
              <Trans>Add a persona</Trans>
            </Button>
          </div>
        )}
      </fieldset>
    </Dialog>
  );
}

interface PersonaFieldsProps {
  readonly picture: ReactNode;
  readonly persona: Persona;
  readonly onChange: (fields: Partial<Omit<Persona, 'id'>>) => void;
  readonly onDelete: (() => void) | undefined;
}

function PersonaFields({ persona, picture, onChange, onDelete }: PersonaFieldsProps) {
  const { t } = useLingui();
  const name = useTypedText(persona.name, (typed) => {
    // Of blanks alone nobody could be called.
    const next = typed.trim();
    if (next !== '' && next !== persona.name) onChange({ name: next });
  });
  const share = useTypedText(
    String(Math.round(persona.share * 1_000) / 10),
    (typed) => onChange({ share: numberIn(typed) / 100 }),
    isPercentage,
  );
  const quote = useTypedText(persona.quote, (typed) => onChange({ quote: typed }));
  const goals = useTypedText(persona.goals, (typed) => onChange({ goals: typed }));
  return (
    <li className={styles['persona']}>
      <div className={styles['wide']}>{picture}</div>
      <Field label={t`Name`} maxLength={1000} {...name} />
      <Field
        label={t`Share of customers`}
        unit="%"
        inputMode="decimal"
        error={isPercentage(share.value) ? undefined : t`0 to 100`}
        {...share}
      />
      <IconButton
        label={t`Delete ${persona.name}`}
        icon={<Trash2 />}
        disabled={onDelete === undefined}
        onClick={onDelete}
      />
      <TextField className={styles['wide']} label={t`In their words`} rows={2} {...quote} />
      <TextField className={styles['wide']} label={t`Goals`} rows={2} {...goals} />
    </li>
  );
}

function isPercentage(typed: string): boolean {
  const number = numberIn(typed);
  return number >= 0 && number <= 100;
}
