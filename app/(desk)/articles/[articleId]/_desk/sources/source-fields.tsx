'use client';

import { Checkbox } from '@/app/_ui/checkbox';
import { TextField } from '@/app/_ui/field';
import { Select } from '@/app/_ui/select';
import { fieldMessage, type CallFailure } from '@/lib/sync/api-client';
import type { SourceFacts } from './source-facts';

export interface SourceFieldsProps {
  readonly facts: SourceFacts;
  readonly failure: CallFailure | null;
  readonly onChange: (facts: SourceFacts) => void;
}

/** All that is known of a source apart from its title and text. */
export function SourceFields({ facts, failure, onChange }: SourceFieldsProps) {
  const set = (part: Partial<SourceFacts>): void => onChange({ ...facts, ...part });
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      <TextField
        label="Author"
        optional
        value={facts.author}
        error={fieldMessage(failure, 'author')}
        onChange={(author) => set({ author })}
      />
      <TextField
        label="Publisher"
        optional
        value={facts.publisher}
        error={fieldMessage(failure, 'publisher')}
        onChange={(publisher) => set({ publisher })}
      />
      <TextField
        label="Link"
        optional
        inputMode="url"
        value={facts.url}
        error={fieldMessage(failure, 'url')}
        onChange={(url) => set({ url })}
      />
      <TextField
        label="Archived at"
        optional
        inputMode="url"
        value={facts.archiveUrl}
        error={fieldMessage(failure, 'archiveUrl')}
        onChange={(archiveUrl) => set({ archiveUrl })}
      />
      <TextField
        label="Published"
        optional
        type="date"
        value={facts.published}
        error={fieldMessage(failure, 'publishedAt')}
        onChange={(published) => set({ published })}
      />
      <TextField
        label="Accessed"
        optional
        type="date"
        value={facts.accessed}
        error={fieldMessage(failure, 'accessedAt')}
        onChange={(accessed) => set({ accessed })}
      />
      <Select
        label="Kind"
        value={facts.kind}
        options={[
          { value: 'unknown', label: 'not said' },
          { value: 'primary', label: 'primary' },
          { value: 'secondary', label: 'secondary' },
        ]}
        onChange={(kind) => set({ kind })}
      />
      <div className="self-end pb-2">
        <Checkbox
          label="Protected"
          hint="Nothing of it goes into a report."
          checked={facts.protected}
          onChange={(next) => set({ protected: next })}
        />
      </div>
    </div>
  );
}
