'use client';

import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId, type ReactNode } from 'react';
import type { Side } from '@/lib/sync/merge-mark';

export interface ChoiceProps {
  readonly title: string;
  /** What it was before either of the two; left out where that says nothing. */
  readonly base?: string;
  readonly theirs: { readonly who: string; readonly says: ReactNode };
  readonly yours: { readonly who: string; readonly says: ReactNode };
  readonly side: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

/** One thing that two people want differently: theirs or yours. */
export function Choice({ title, base, theirs, yours, side, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <p id={id} className="mb-1 text-sm font-medium">
        {title}
        {base === undefined ? null : <span className="font-normal text-muted"> · it was: {base}</span>}
      </p>
      <RadioGroup
        aria-labelledby={id}
        value={side ?? null}
        onValueChange={(next) => {
          if (next !== null) onChoose(next);
        }}
        className="grid gap-2 sm:grid-cols-2"
      >
        <Option value="theirs" {...theirs} />
        <Option value="yours" {...yours} />
      </RadioGroup>
    </div>
  );
}

interface OptionProps {
  readonly value: Side;
  readonly who: string;
  readonly says: ReactNode;
}

function Option({ value, who, says }: OptionProps) {
  return (
    <label className="flex min-h-11 items-start gap-2.5 rounded-md border border-line-strong bg-sheet px-3 py-2 text-sm text-ink hover:bg-hover has-data-checked:border-accent has-data-checked:bg-accent-soft">
      <Radio.Root
        value={value}
        className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-sheet data-checked:border-accent"
      >
        <Radio.Indicator className="size-2 rounded-full bg-accent" />
      </Radio.Root>
      <span className="min-w-0">
        <span className="block text-[0.8125rem] text-muted">{who}</span>
        <span className="block font-serif break-words whitespace-pre-wrap">{says}</span>
      </span>
    </label>
  );
}
