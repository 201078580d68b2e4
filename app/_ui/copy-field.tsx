'use client';

import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from './button';
import { writeClipboard } from './write-clipboard';

export interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
}

/**
 * A secret or a link to take away: selected on focus, and copied by a button. Where the page has no clipboard (plain
 * http on a network name) the text is selected and the old copy command is tried; the keys work in any case.
 */
export function CopyField({ label, value }: CopyFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);

  async function copy(): Promise<void> {
    const done = await writeClipboard(value);
    input.current?.focus();
    input.current?.select();
    setOutcome(done ? 'copied' : 'selected');
  }

  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={input}
          id={id}
          readOnly
          value={value}
          className="control font-mono !text-[0.8125rem]"
          onFocus={(event) => event.target.select()}
        />
        <Button
          type="button"
          icon={
            outcome === 'copied' ? (
              <Check aria-hidden className="size-4" />
            ) : (
              <Copy aria-hidden className="size-4" />
            )
          }
          onClick={() => void copy()}
        >
          Copy
        </Button>
      </div>
      <p role="status" className="mt-1.5 min-h-5 text-[0.8125rem] text-muted">
        {outcome === 'copied' ? 'Copied.' : null}
        {outcome === 'selected' ? 'Selected. Press Ctrl+C or ⌘C to copy it.' : null}
      </p>
    </div>
  );
}
