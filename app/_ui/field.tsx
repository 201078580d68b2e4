'use client';

import { useId, type ComponentProps, type ReactNode } from 'react';
import { cx } from './class-names';

interface FieldFrame {
  readonly label: string;
  /** Keeps the label for assistive technology alone. */
  readonly hideLabel?: boolean | undefined;
  /** One quiet sentence under the field. */
  readonly hint?: ReactNode;
  /** What is wrong with it, as a sentence; null for nothing. */
  readonly error?: string | null | undefined;
  readonly optional?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A label above, a hint and an error below. The control inside carries `id` and `describedBy(id, frame)`. */
function Field(props: FieldFrame & { readonly id: string; readonly children: ReactNode }) {
  const { label, hideLabel = false, hint, error, optional = false, className, id, children } = props;
  return (
    <div className={cx('min-w-0', className)}>
      <label
        htmlFor={id}
        className={hideLabel ? 'sr-only' : 'mb-1.5 flex items-baseline gap-2 text-sm font-medium'}
      >
        {label}
        {optional ? <span className="text-xs font-normal text-muted">optional</span> : null}
      </label>
      {children}
      {hint === undefined ? null : (
        <div id={`${id}-hint`} className="mt-1.5 text-[0.8125rem] text-muted">
          {hint}
        </div>
      )}
      <p
        id={`${id}-error`}
        role="alert"
        className="text-[0.8125rem] font-medium text-danger not-empty:mt-1.5"
      >
        {error}
      </p>
    </div>
  );
}

const describedBy = (id: string, hint: ReactNode, error: string | null | undefined): string | undefined =>
  cx(hint !== undefined && `${id}-hint`, Boolean(error) && `${id}-error`) || undefined;

type Control<Tag extends 'input' | 'textarea'> = Omit<
  ComponentProps<Tag>,
  keyof FieldFrame | 'onChange' | 'id'
>;

export interface TextFieldProps extends FieldFrame, Control<'input'> {
  readonly onChange?: (value: string) => void;
  /** Stands inside the field, at its end: a unit, a small button. */
  readonly trailing?: ReactNode;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, hint, error, optional, className, onChange, trailing, ...rest } = props;
  const id = useId();
  return (
    <Field {...{ label, hideLabel, hint, error, optional, className, id }}>
      <div className="relative">
        <input
          type="text"
          {...rest}
          id={id}
          aria-invalid={Boolean(error) || undefined}
          aria-describedby={describedBy(id, hint, error)}
          className={cx('control', trailing !== undefined && 'pr-11')}
          onChange={(event) => onChange?.(event.target.value)}
        />
        {trailing === undefined ? null : (
          <div className="absolute inset-y-0 right-1 flex items-center">{trailing}</div>
        )}
      </div>
    </Field>
  );
}

export interface TextAreaProps extends FieldFrame, Control<'textarea'> {
  readonly onChange?: (value: string) => void;
  /** Sets the text in the article's face. */
  readonly prose?: boolean;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, hint, error, optional, className, onChange, prose = false, ...rest } = props;
  const id = useId();
  return (
    <Field {...{ label, hideLabel, hint, error, optional, className, id }}>
      <textarea
        {...rest}
        id={id}
        aria-invalid={Boolean(error) || undefined}
        aria-describedby={describedBy(id, hint, error)}
        className={cx('control block resize-y', prose && 'font-serif !text-base')}
        onChange={(event) => onChange?.(event.target.value)}
      />
    </Field>
  );
}
