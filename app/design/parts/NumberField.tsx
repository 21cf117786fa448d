import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { numberIn } from '../readNumber.ts';
import { Field } from './Field.tsx';

export interface NumberFieldProps {
  readonly label: string;
  readonly hiddenLabel?: boolean;
  readonly unit?: string;
  readonly hint?: string | undefined;
  /** What is wrong with a number that is one by itself. */
  readonly error?: string | undefined;
  readonly value: number | undefined;
  readonly least?: number;
  readonly most: number;
  readonly whole?: boolean;
  /** An empty field means `undefined`, where that is a value. */
  readonly mayBeEmpty?: boolean;
  readonly className?: string | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** A number that counts when the field is left or Enter is pressed: one edit, one step of undo. */
export function NumberField({
  label,
  hiddenLabel = false,
  unit,
  hint,
  error,
  value,
  least = 0,
  most,
  whole = false,
  mayBeEmpty = false,
  className,
  onChange,
}: NumberFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === undefined ? '' : String(Math.round(value * 1e4) / 1e4));
  const number = numberIn(shown);
  const isEmpty = shown.trim() === '';
  const fits = isEmpty
    ? mayBeEmpty
    : Number.isFinite(number) && number >= least && number <= most && (!whole || Number.isInteger(number));
  const commit = () => {
    if (typed === undefined) return;
    if (!fits) return;
    setTyped(undefined);
    const next = isEmpty ? undefined : number;
    if (next !== value) onChange(next);
  };
  return (
    <Field
      label={label}
      hiddenLabel={hiddenLabel}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      unit={unit}
      {...(hint === undefined ? {} : { hint })}
      className={className}
      error={
        fits
          ? error
          : whole
            ? t`Expected a whole number from ${least} to ${most}.`
            : t`Expected a number from ${least} to ${most}.`
      }
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          commit();
        }
        if (event.key === 'Escape' && typed !== undefined) {
          event.stopPropagation();
          setTyped(undefined);
        }
      }}
    />
  );
}
