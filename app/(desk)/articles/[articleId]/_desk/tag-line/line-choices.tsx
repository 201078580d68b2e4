'use client';

import { Select } from '@/app/_ui/select';
import { SEVERITIES, type Severity } from '@/lib/schema/tag-schema';

export interface LineChoicesProps {
  readonly severity: Severity;
  readonly onSeverity: (severity: Severity) => void;
  /** Null for a tag without states. */
  readonly state: string | null;
  readonly states: readonly string[];
  readonly onState: (state: string) => void;
}

/** What the line itself does not say: severity and state. */
export default function LineChoices({ severity, onSeverity, state, states, onState }: LineChoicesProps) {
  return (
    <>
      <Select
        label="Severity"
        hideLabel
        size="small"
        value={severity}
        options={SEVERITIES.map((value) => ({ value, label: value }))}
        onChange={onSeverity}
        className="w-28"
      />
      {state === null ? null : (
        <Select
          label="State"
          hideLabel
          size="small"
          value={state}
          options={states.map((value) => ({ value, label: value }))}
          onChange={onState}
          className="w-32"
        />
      )}
    </>
  );
}
