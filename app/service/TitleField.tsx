import { Field } from '../design/parts/Field.tsx';

export interface TitleFieldProps {
  readonly label: string;
  readonly hiddenLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A name that counts when the field is left or Enter is pressed. */
export const TitleField = ({ label, hiddenLabel = false, value, onChange }: TitleFieldProps) => (
  <Field
    key={value}
    label={label}
    hiddenLabel={hiddenLabel}
    placeholder={label}
    defaultValue={value}
    maxLength={500}
    onBlur={(event) => {
      const next = event.currentTarget.value.trim();
      if (next !== value) onChange(next);
    }}
    onKeyDown={(event) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
    }}
  />
);
