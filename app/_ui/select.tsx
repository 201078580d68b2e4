'use client';

import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cx } from './class-names';
import { useLandmark } from './use-landmark';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: ReactNode;
  /** A second, quieter line. */
  readonly hint?: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  /** Keeps the label for assistive technology alone. */
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  readonly size?: 'small' | 'medium';
  readonly className?: string | undefined;
}

/** One of a list. Type-ahead, arrows, Home and End work; the label names it. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const {
    label,
    hideLabel = false,
    hint,
    value,
    options,
    onChange,
    disabled = false,
    size,
    className,
  } = props;
  const hintId = useId();
  const [landmark, findLandmark] = useLandmark();
  const chosen = options.find((option) => option.value === value);
  return (
    <div className={cx('min-w-0', className)}>
      <Base.Root
        items={options.map((option) => ({ value: option.value, label: option.label }))}
        value={value}
        disabled={disabled}
        onValueChange={(next) => {
          if (next !== null) onChange(next);
        }}
      >
        <Base.Label className={hideLabel ? 'sr-only' : 'mb-1.5 block text-sm font-medium'}>
          {label}
        </Base.Label>
        <Base.Trigger
          ref={findLandmark}
          aria-describedby={hint === undefined ? undefined : hintId}
          className={cx(
            'control flex items-center justify-between gap-2 text-left data-disabled:cursor-not-allowed data-disabled:opacity-60',
            size === 'small' && '!min-h-8 !px-2.5 !py-1 !text-[0.8125rem] pointer-coarse:!min-h-10',
          )}
        >
          <span className="flex min-w-0 items-center gap-2">
            {chosen?.icon}
            <Base.Value className="truncate" />
          </span>
          <Base.Icon>
            <ChevronsUpDown aria-hidden className="size-4 text-muted" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal container={landmark}>
          <Base.Positioner
            alignItemWithTrigger={false}
            sideOffset={4}
            className="z-50 outline-none select-none"
          >
            <Base.Popup className="max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ink shadow-high outline-none">
              <Base.List>
                {options.map((option) => (
                  <Base.Item
                    key={option.value}
                    value={option.value}
                    className="flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm -outline-offset-2 focus:not-focus-visible:outline-none data-highlighted:bg-accent-soft pointer-coarse:min-h-11"
                  >
                    {option.icon}
                    <span className="min-w-0 flex-1">
                      <Base.ItemText>{option.label}</Base.ItemText>
                      {option.hint === undefined ? null : (
                        <span className="block text-xs text-muted">{option.hint}</span>
                      )}
                    </span>
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-4 text-accent" />
                    </Base.ItemIndicator>
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      {hint === undefined ? null : (
        <p id={hintId} className="mt-1.5 text-[0.8125rem] text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
