import { Trans, useLingui } from '@lingui/react/macro';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Effect, Lever } from '../../model/map/lever.ts';
import type { PlanLever } from '../../model/map/plan.ts';
import { doubleCounts } from '../../model/simulation/checkLever.ts';
import { effectName } from '../../model/text/effectNames.ts';
import { minorUnits } from '../../model/map/currency.ts';
import { Button } from '../design/parts/Button.tsx';
import { Checkbox } from '../design/parts/Checkbox.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { Field, SelectField, TextField } from '../design/parts/Field.tsx';
import { NumberField } from '../design/parts/NumberField.tsx';
import { useLanguage } from '../language/useLanguage.ts';
import { EffectFields } from './EffectFields.tsx';
import styles from './LeverForm.module.css';

export interface LeverFormProps {
  readonly map: JourneyMap;
  readonly lever: Lever;
  /** How the plan uses it; undefined: not yet. */
  readonly use: PlanLever | undefined;
  readonly onSave: (lever: Lever, inPlan: Pick<PlanLever, 'targets' | 'override'>) => void;
  readonly onClose: () => void;
}

export const newEffect: Effect = {
  on: 'handleSeconds',
  form: 'multiply',
  low: 0.9,
  likely: 0.95,
  high: 1,
  basis: 'judgement',
  grade: 'E',
};

const mostWeeks = 520;
const mostMoney = 1e12;

/** A measure in full: what it changes, what it costs, when it works, and what it goes with. */
export function LeverForm({ map, lever, use, onSave, onClose }: LeverFormProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [draft, setDraft] = useState(lever);
  const [aim, setAim] = useState(use?.targets ?? []);
  /** Effects and cost of this plan alone; undefined: those of the lever hold. */
  const [override, setOverride] = useState(use?.override);
  const minor = minorUnits(map.currency);
  const set = (fields: Partial<Lever>) => setDraft({ ...draft, ...fields });
  const { effects, cost } = { effects: draft.effects, cost: draft.cost, ...override };
  const setNumbers = (numbers: Partial<Pick<Lever, 'effects' | 'cost'>>) =>
    override === undefined ? set(numbers) : setOverride({ ...override, ...numbers });
  const setEffects = (next: readonly Effect[]) => setNumbers({ effects: next });
  const twice = doubleCounts({ effects });
  const isSound =
    draft.title.trim() !== '' &&
    effects.length > 0 &&
    effects.every(({ low, likely, high }) => low <= likely && likely <= high) &&
    twice.length === 0;
  const followsFrom = (index: number): string | undefined => {
    const parameter = twice.find(({ metric }) => metric === index)?.parameter;
    return parameter === undefined ? undefined : effectName(effects[parameter]!.on, map, language);
  };
  const others = map.levers.filter(({ id }) => id !== draft.id);
  const money = (field: 'once' | 'perMonth', label: string) => (
    <NumberField
      label={label}
      unit={map.currency}
      most={mostMoney}
      value={cost[field] / minor}
      onChange={(value) => setNumbers({ cost: { ...cost, [field]: Math.round((value ?? 0) * minor) } })}
    />
  );
  const weeks = (field: 'leadWeeks' | 'rampWeeks', label: string) => (
    <NumberField
      label={label}
      unit={t`weeks`}
      most={mostWeeks}
      value={draft[field]}
      onChange={(value) => set({ [field]: value ?? 0 })}
    />
  );
  const setHalfLife = (value: number | undefined) => {
    const { decayHalfLifeWeeks: _, ...rest } = draft;
    setDraft(value === undefined || value === 0 ? rest : { ...rest, decayHalfLifeWeeks: value });
  };
  const setGroup = (text: string) => {
    const { group: _, ...rest } = draft;
    setDraft(text.trim() === '' ? rest : { ...rest, group: text });
  };
  return (
    <Dialog
      open
      width="wide"
      title={lever.title === '' ? t`New lever` : t`Change the lever`}
      description={<Trans>A lever is a measure that the team could take. Every number is a range.</Trans>}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            look="main"
            disabled={!isSound}
            onClick={() =>
              onSave(
                { ...draft, title: draft.title.trim() },
                { targets: aim, ...(override === undefined ? {} : { override }) },
              )
            }
          >
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Field
          label={t`Name`}
          value={draft.title}
          maxLength={1_000}
          error={draft.title.trim() === '' ? t`Give the lever a name.` : undefined}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextField
          label={t`What is done`}
          rows={2}
          value={draft.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
        {use !== undefined && (
          <SelectField
            label={t`Effects and cost hold`}
            value={override === undefined ? 'everywhere' : 'here'}
            onChange={(event) =>
              setOverride(event.currentTarget.value === 'here' ? { effects, cost } : undefined)
            }
          >
            <option value="everywhere">{t`in every plan with this lever`}</option>
            <option value="here">{t`in this plan alone`}</option>
          </SelectField>
        )}
        {effects.map((effect, i) => (
          <EffectFields
            // Effects have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
            map={map}
            effect={effect}
            followsFrom={followsFrom(i)}
            onChange={(next) => setEffects(effects.with(i, next))}
            onDelete={() => setEffects(effects.filter((_, at) => at !== i))}
          />
        ))}
        <Button size="small" icon={<Plus />} onClick={() => setEffects([...effects, newEffect])}>
          <Trans>Add an effect</Trans>
        </Button>
        {effects.length === 0 && (
          <p role="alert" className={styles['problem']}>
            <Trans>Say what it changes: a lever without an effect does nothing.</Trans>
          </p>
        )}
        <div className={styles['sizes']}>
          {money('once', t`Cost once`)}
          {money('perMonth', t`Cost per month`)}
        </div>
        <div className={styles['sizes']}>
          {weeks('leadWeeks', t`Begins to work after`)}
          {weeks('rampWeeks', t`Grows to its full effect over`)}
          <NumberField
            label={t`Halves again after`}
            unit={t`weeks`}
            hint={t`empty: it lasts`}
            mayBeEmpty
            most={5_200}
            value={draft.decayHalfLifeWeeks}
            onChange={setHalfLife}
          />
        </div>
        <Field
          label={t`Mechanism`}
          hint={t`Levers of one mechanism overlap: together they do less than their sum.`}
          value={draft.group ?? ''}
          maxLength={1_000}
          onChange={(event) => setGroup(event.currentTarget.value)}
        />
        <Choices
          title={t`Works at`}
          hint={t`none: everywhere it applies`}
          options={map.steps}
          chosen={aim}
          onChange={setAim}
        />
        <Choices
          title={t`Needs`}
          options={others}
          chosen={draft.requires}
          onChange={(requires) =>
            set({ requires, excludes: draft.excludes.filter((id) => !requires.includes(id)) })
          }
        />
        <Choices
          title={t`Not together with`}
          options={others}
          chosen={draft.excludes}
          onChange={(excludes) =>
            set({ excludes, requires: draft.requires.filter((id) => !excludes.includes(id)) })
          }
        />
        <Choices
          title={t`Evidence`}
          options={map.evidence.map(({ id, claim }) => ({ id, title: claim }))}
          chosen={draft.evidenceIds}
          onChange={(evidenceIds) => set({ evidenceIds })}
        />
      </div>
    </Dialog>
  );
}

interface ChoicesProps<Id extends string> {
  readonly title: string;
  readonly hint?: string;
  readonly options: readonly { readonly id: Id; readonly title: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: Id[]) => void;
}

/** Some of many, folded away until they are wanted. */
function Choices<Id extends string>({ title, hint, options, chosen, onChange }: ChoicesProps<Id>) {
  if (options.length === 0) return null;
  const known = options.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  return (
    <details className={styles['choices']}>
      <summary>
        {title}
        <span className={styles['note']}>{known.length === 0 ? (hint ?? '–') : known.length}</span>
      </summary>
      {options.map(({ id, title: name }) => (
        <Checkbox
          key={id}
          checked={known.includes(id)}
          onChange={(isIn) => onChange(isIn ? [...known, id] : known.filter((each) => each !== id))}
        >
          {name}
        </Checkbox>
      ))}
    </details>
  );
}
