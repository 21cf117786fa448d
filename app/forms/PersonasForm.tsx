import { Trans, useLingui } from '@lingui/react/macro';
import { Plus, Trash2, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
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

export interface PersonasFormProps {
  readonly map: JourneyMap;
  readonly pictures: Pictures;
  readonly readOnly: boolean;
  readonly run: (command: Command) => void;
  readonly onClose: () => void;
}

const mostPersonas = 8;

/** The kinds of customers whose curves the map shows. Each field is stored when one leaves it. */
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
  const [share, setShare] = useState<string>();
  const typed = share === undefined ? persona.share * 100 : numberIn(share);
  const wrong = Number.isNaN(typed) || typed < 0 || typed > 100;
  return (
    <li className={styles['persona']}>
      <div className={styles['wide']}>{picture}</div>
      <Field
        label={t`Name`}
        defaultValue={persona.name}
        onBlur={(event) => {
          const name = event.currentTarget.value.trim();
          if (name !== persona.name) onChange({ name });
        }}
      />
      <Field
        label={t`Share of customers`}
        unit="%"
        inputMode="decimal"
        value={share ?? String(Math.round(persona.share * 1_000) / 10)}
        error={wrong ? t`0 to 100` : undefined}
        onChange={(event) => setShare(event.currentTarget.value)}
        onBlur={() => {
          if (wrong) return;
          if (share !== undefined) onChange({ share: typed / 100 });
          setShare(undefined);
        }}
      />
      <IconButton
        label={t`Delete ${persona.name}`}
        icon={<Trash2 />}
        disabled={onDelete === undefined}
        onClick={onDelete}
      />
      <TextField
        className={styles['wide']}
        label={t`In their words`}
        rows={2}
        defaultValue={persona.quote}
        onBlur={(event) => {
          if (event.currentTarget.value !== persona.quote) onChange({ quote: event.currentTarget.value });
        }}
      />
      <TextField
        className={styles['wide']}
        label={t`Goals`}
        rows={2}
        defaultValue={persona.goals}
        onBlur={(event) => {
          if (event.currentTarget.value !== persona.goals) onChange({ goals: event.currentTarget.value });
        }}
      />
    </li>
  );
}
