import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { paperNames } from '../../model/drawing/paper.ts';
import { languages } from '../../model/map/language.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { Checkbox } from '../design/parts/Checkbox.tsx';
import { Field, SelectField } from '../design/parts/Field.tsx';
import { languageNames } from '../language/language.ts';
import { numberIn } from '../design/readNumber.ts';
import { chooseExport, useExportChoices } from './exportChoices.ts';
import type { ExportOption } from './exportKinds.ts';
import styles from './ExportOptions.module.css';
import { type ChosenParts, PartsChoice } from './PartsChoice.tsx';

export interface ExportOptionsProps {
  readonly map: JourneyMap;
  /** Those that the kind of file has. */
  readonly options: readonly ExportOption[];
  readonly planId: string | undefined;
  readonly onPlan: (planId: string | undefined) => void;
  /** Of those that this person may read. */
  readonly commentCount: number;
  readonly parts: ChosenParts;
  readonly onParts: (parts: ChosenParts) => void;
}

/** What can be chosen about a drawn file. */
export function ExportOptions({
  map,
  options,
  planId,
  onPlan,
  commentCount,
  parts,
  onParts,
}: ExportOptionsProps) {
  const { t } = useLingui();
  const choices = useExportChoices();
  const has = (option: ExportOption) => options.includes(option);
  return (
    <>
      {has('paper') && <PaperChoice />}
      {(has('margin') || has('overlap')) && (
        <div className={styles['lengths']}>
          {has('margin') && (
            <LengthField
              label={t`Margin`}
              most={100}
              value={choices.marginMm}
              onChange={(marginMm) => chooseExport({ marginMm })}
            />
          )}
          {has('overlap') && (
            <LengthField
              label={t`Overlap`}
              most={50}
              value={choices.overlapMm}
              onChange={(overlapMm) => chooseExport({ overlapMm })}
            />
          )}
        </div>
      )}
      {has('view') && (
        <SelectField
          label={t`View`}
          value={choices.view}
          onChange={(event) =>
            chooseExport({ view: event.currentTarget.value === 'journey' ? 'journey' : 'blueprint' })
          }
        >
          <option value="blueprint">{t`Everything`}</option>
          <option value="journey">{t`Only what the customer sees`}</option>
        </SelectField>
      )}
      {has('theme') && (
        <SelectField
          label={t`Colour`}
          value={choices.theme}
          onChange={(event) =>
            chooseExport({ theme: event.currentTarget.value === 'grey' ? 'grey' : 'colour' })
          }
        >
          <option value="colour">{t`In colour`}</option>
          <option value="grey">{t`Greys, for printing without colour`}</option>
        </SelectField>
      )}
      {has('language') && (
        <SelectField
          label={t`Language of headings and legend`}
          value={choices.language ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            chooseExport({ language: languages.find((each) => each === value) });
          }}
        >
          <option value="">{t`In the map’s language`}</option>
          {languages.map((each) => (
            <option key={each} value={each}>
              {languageNames[each]}
            </option>
          ))}
        </SelectField>
      )}
      {has('plan') && map.plans.length > 0 && (
        <SelectField
          label={t`Forecast of a plan`}
          value={planId ?? ''}
          onChange={(event) => onPlan(event.currentTarget.value || undefined)}
        >
          <option value="">{t`None`}</option>
          {map.plans.map((plan) => (
            <option key={plan.id} value={plan.id}>
              {plan.title}
            </option>
          ))}
        </SelectField>
      )}
      {has('evidence') && (
        <Checkbox checked={choices.evidence} onChange={(evidence) => chooseExport({ evidence })}>
          <Trans>With the evidence as an appendix</Trans>
        </Checkbox>
      )}
      {has('comments') && commentCount > 0 && (
        <Checkbox checked={choices.comments} onChange={(comments) => chooseExport({ comments })}>
          <Plural
            value={commentCount}
            one="With the comment as an appendix"
            other="With the # comments as an appendix"
          />
        </Checkbox>
      )}
      {has('parts') && <PartsChoice map={map} parts={parts} onChange={onParts} />}
    </>
  );
}

const ownSize = 'own';

/** A sheet by its name, or by its width and height. */
function PaperChoice() {
  const { t } = useLingui();
  const { paper } = useExportChoices();
  const isNamed = paper === '' || paperNames.some((name) => name === paper);
  return (
    <>
      <SelectField
        label={t`Paper`}
        value={isNamed ? paper : ownSize}
        onChange={(event) => {
          const { value } = event.currentTarget;
          chooseExport({ paper: value === ownSize ? '600x400mm' : value });
        }}
      >
        <option value="">{t`What suits the map`}</option>
        {paperNames.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        <option value={ownSize}>{t`A size of one’s own`}</option>
      </SelectField>
      {!isNamed && (
        <Field
          label={t`Width × height`}
          value={paper}
          onChange={(event) => chooseExport({ paper: event.currentTarget.value })}
        />
      )}
    </>
  );
}

interface LengthFieldProps {
  readonly label: string;
  readonly most: number;
  readonly value: number;
  readonly onChange: (mm: number) => void;
}

/** Millimetres. What is typed counts once it is a length. */
function LengthField({ label, most, value, onChange }: LengthFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(String(value));
  const mm = numberIn(typed);
  const fits = typed.trim() !== '' && mm >= 0 && mm <= most;
  return (
    <Field
      label={label}
      unit="mm"
      inputMode="decimal"
      value={typed}
      error={fits ? undefined : t`Expected a length of 0 to ${most} mm.`}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const length = numberIn(next);
        if (next.trim() !== '' && length >= 0 && length <= most) onChange(length);
      }}
    />
  );
}
