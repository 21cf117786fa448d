import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useId, useState } from 'react';
import type { Evidence } from '../../model/map/evidence.ts';
import { type Grade, gradeSchema } from '../../model/map/fields.ts';
import { newId } from '../../model/map/newId.ts';
import type { Language } from '../../model/map/language.ts';
import { gradeNames } from '../../model/text/mapNames.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { Field, SelectField, TextField } from '../design/parts/Field.tsx';
import styles from './MeasurementForm.module.css';

export interface EvidenceFormProps {
  /** undefined: a new one. */
  readonly evidence: Evidence | undefined;
  readonly onSave: (evidence: Evidence) => void;
  readonly onClose: () => void;
}

/** A claim, where it comes from, and how far it can be trusted. */
export function EvidenceForm({ evidence, onSave, onClose }: EvidenceFormProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const formId = useId();
  const [draft, setDraft] = useState<Evidence>(
    () => evidence ?? { id: newId('evidence', Math.random), claim: '', quote: '', source: '', grade: 'E' },
  );
  const [missing, setMissing] = useState(false);
  const set = (change: Partial<Evidence>) => setDraft({ ...draft, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.claim.trim() === '') setMissing(true);
    else onSave(draft);
  };
  return (
    <Dialog
      open
      title={evidence === undefined ? t`Add evidence` : t`Change evidence`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="main" type="submit" form={formId}>
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={submit} noValidate>
        <TextField
          label={t`What it says`}
          value={draft.claim}
          error={missing && draft.claim.trim() === '' ? t`A sentence is needed here.` : undefined}
          onChange={(event) => set({ claim: event.currentTarget.value })}
        />
        <TextField
          label={t`In its own words (optional)`}
          rows={2}
          value={draft.quote}
          onChange={(event) => set({ quote: event.currentTarget.value })}
        />
        <Field
          label={t`Source`}
          value={draft.source}
          onChange={(event) => set({ source: event.currentTarget.value })}
        />
        <div className={styles['numbers']}>
          <Field
            label={t`Date`}
            type="date"
            value={draft.date ?? ''}
            onChange={(event) => set({ date: event.currentTarget.value || undefined })}
          />
          <SelectField
            label={t`Grade`}
            value={draft.grade}
            onChange={(event) => set({ grade: event.currentTarget.value as Grade })}
          >
            {gradeSchema.options.map((grade) => (
              <option key={grade} value={grade}>
                {grade}: {gradeNames[grade][language]}
              </option>
            ))}
          </SelectField>
        </div>
        <Field
          label={t`Link (optional)`}
          type="url"
          value={draft.link ?? ''}
          onChange={(event) => set({ link: event.currentTarget.value || undefined })}
        />
      </form>
    </Dialog>
  );
}
