'use client';

import { TextField } from '@/app/_ui/field';
import { Select } from '@/app/_ui/select';
import { fieldMessage, type CallFailure } from '@/lib/sync/api-client';
import type { Facts } from './facts';

export interface FactsFieldsProps {
  readonly facts: Facts;
  readonly onChange: (facts: Facts) => void;
  readonly failure: CallFailure | null;
}

export const FACT_FIELDS = ['title', 'byline', 'url', 'publishedAt', 'phase'] as const;

/** Byline, link, date and phase: what the head of the report says about the article. */
export function FactsFields({ facts, onChange, failure }: FactsFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label="Byline"
        optional
        maxLength={300}
        autoComplete="off"
        value={facts.byline}
        onChange={(byline) => onChange({ ...facts, byline })}
        error={fieldMessage(failure, 'byline')}
      />
      <TextField
        label="Link"
        optional
        type="url"
        inputMode="url"
        placeholder="https://"
        autoComplete="off"
        value={facts.url}
        onChange={(url) => onChange({ ...facts, url })}
        error={fieldMessage(failure, 'url')}
      />
      <TextField
        label="Published"
        optional
        type="datetime-local"
        value={facts.publishedAt}
        onChange={(publishedAt) => onChange({ ...facts, publishedAt })}
        error={fieldMessage(failure, 'publishedAt')}
      />
      <Select
        label="Checked"
        value={facts.phase}
        onChange={(phase) => onChange({ ...facts, phase })}
        options={[
          { value: 'unknown', label: 'Not said' },
          { value: 'before', label: 'Before publication' },
          { value: 'after', label: 'After publication' },
        ]}
      />
    </div>
  );
}
