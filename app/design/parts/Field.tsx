import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './Field.module.css';

interface Described {
  readonly label: string;
  /** What the field means, in one sentence. */
  readonly hint?: ReactNode;
  /** What is wrong with the present value, and what to do. */
  readonly error?: string | undefined;
  /** Shown behind the value: the unit. */
  readonly unit?: string | undefined;
  /** The label is read out but not drawn. */
  readonly hiddenLabel?: boolean;
}

export type FieldProps = Described & Omit<ComponentProps<'input'>, 'id'>;

export function Field({ label, hint, error, unit, hiddenLabel, className, ...rest }: FieldProps) {
  const id = useId();
  return (
    <Frame id={id} {...{ label, hint, error, hiddenLabel }} className={className}>
      <span className={styles['box']}>
        <input id={id} className={styles['input']} {...described(id, hint, error)} {...rest} />
        {unit !== undefined && unit !== '' && <span className={styles['unit']}>{unit}</span>}
      </span>
    </Frame>
  );
}

export type TextFieldProps = Omit<Described, 'unit'> & Omit<ComponentProps<'textarea'>, 'id'>;

export function TextField({ label, hint, error, hiddenLabel, className, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <Frame id={id} {...{ label, hint, error, hiddenLabel }} className={className}>
      <textarea
        id={id}
        rows={3}
        className={classNames(styles['box'], styles['area'])}
        {...described(id, hint, error)}
        {...rest}
      />
    </Frame>
  );
}

export type SelectFieldProps = Omit<Described, 'unit'> & Omit<ComponentProps<'select'>, 'id'>;

export function SelectField({
  label,
  hint,
  error,
  hiddenLabel,
  className,
  children,
  ...rest
}: SelectFieldProps) {
  const id = useId();
  return (
    <Frame id={id} {...{ label, hint, error, hiddenLabel }} className={className}>
      <select
        id={id}
        className={classNames(styles['box'], styles['select'])}
        {...described(id, hint, error)}
        {...rest}
      >
        {children}
      </select>
    </Frame>
  );
}

interface FrameProps extends Omit<Described, 'unit'> {
  readonly id: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

function Frame({ id, label, hint, error, hiddenLabel = false, className, children }: FrameProps) {
  return (
    <div className={classNames(styles['field'], className)}>
      <label htmlFor={id} className={classNames(styles['label'], hiddenLabel && 'unseen')}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function described(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  return {
    'aria-describedby': ids.length === 0 ? undefined : ids.join(' '),
    'aria-invalid': error !== undefined,
  };
}
