'use client';

import { Switch as Base } from '@base-ui/react/switch';
import { useId, type ReactNode } from 'react';

export interface SwitchProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off, at once. The knob's place and a tick tell which, not the colour alone. */
export function Switch({ label, hint, checked, disabled = false, onChange }: SwitchProps) {
  const hintId = useId();
  return (
    <div>
      <label className="flex items-center justify-between gap-4 text-sm">
        <span className="font-medium">{label}</span>
        <Base.Root
          checked={checked}
          disabled={disabled}
          aria-describedby={hint === undefined ? undefined : hintId}
          onCheckedChange={(next) => onChange(next)}
          className="flex h-6 w-10.5 shrink-0 items-center rounded-full border border-line-strong bg-sunken px-0.5 transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-60"
        >
          <Base.Thumb className="size-4.5 rounded-full bg-line-strong transition-transform data-checked:translate-x-4.5 data-checked:bg-on-accent" />
        </Base.Root>
      </label>
      {hint === undefined ? null : (
        <p id={hintId} className="mt-1 max-w-prose text-[0.8125rem] text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
