'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import type { SuggestionView } from '@/lib/contract/checking';
import { CORRECTION_MAX } from '@/lib/annotation/annotation';
import { VALUE_MAX } from '@/lib/schema/tag-schema';

export interface EditSuggestionProps {
  readonly suggestion: SuggestionView;
  readonly onSave: (edits: { readonly value: string | null; readonly correction: string | null }) => void;
  readonly onLeave: () => void;
}

/** What a suggestion should say instead, before it becomes a mark; other readings are one press away. */
export function EditSuggestion({ suggestion, onSave, onLeave }: EditSuggestionProps) {
  const [value, setValue] = useState(suggestion.value ?? '');
  const [correction, setCorrection] = useState(suggestion.correction ?? '');
  return (
    <form
      aria-label="Edit the suggestion"
      className="mt-2 space-y-2.5 border-t border-line pt-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({
          value: value.trim() === '' ? null : value.trim(),
          correction: correction === '' && suggestion.correction === null ? null : correction,
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      <TextField label="Value" optional value={value} maxLength={VALUE_MAX} onChange={setValue} />
      <TextField
        label="Should read"
        autoFocus
        value={correction}
        maxLength={CORRECTION_MAX}
        onChange={setCorrection}
      />
      {suggestion.alternatives.length === 0 ? null : (
        <p className="flex flex-wrap items-baseline gap-1.5 text-[0.8125rem]">
          <span className="text-muted">or</span>
          {suggestion.alternatives.slice(0, 6).map((alternative) => (
            <Button
              key={alternative}
              type="button"
              size="small"
              look="quiet"
              onClick={() => setCorrection(alternative)}
            >
              {alternative}
            </Button>
          ))}
        </p>
      )}
      <div className="flex justify-end gap-1.5">
        <Button type="button" size="small" look="quiet" onClick={onLeave}>
          Cancel
        </Button>
        <Button type="submit" size="small" look="primary">
          Accept
        </Button>
      </div>
    </form>
  );
}
