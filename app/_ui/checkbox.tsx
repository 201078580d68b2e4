'use client';

import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cx } from './class-names';

export interface CheckboxProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  /** Some of what it stands for, not all. */
  readonly indeterminate?: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox(props: CheckboxProps) {
  const {
    label,
    hideLabel = false,
    hint,
    checked,
    indeterminate = false,
    disabled = false,
    onChange,
  } = props;
  const hintId = useId();
  return (
    <div>
      <label className={cx('flex items-start gap-2.5 text-sm', disabled && 'opacity-60')}>
        <Base.Root
          checked={checked}
          indeterminate={indeterminate}
          disabled={disabled}
          aria-describedby={hint === undefined ? undefined : hintId}
          onCheckedChange={(next) => onChange(next)}
          className="mt-px flex size-4.5 shrink-0 items-center justify-center rounded border border-line-strong bg-sheet data-checked:border-primary data-checked:bg-primary data-checked:text-on-primary data-indeterminate:border-primary data-indeterminate:bg-primary data-indeterminate:text-on-primary"
        >
          <Base.Indicator>
            {indeterminate ? (
              <Minus aria-hidden className="size-3.5" strokeWidth={3} />
            ) : (
              <Check aria-hidden className="size-3.5" strokeWidth={3} />
            )}
          </Base.Indicator>
        </Base.Root>
        <span className={cx(hideLabel && 'sr-only', 'font-medium')}>{label}</span>
      </label>
      {hint === undefined ? null : (
        <p id={hintId} className="mt-1 pl-7 text-[0.8125rem] text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
