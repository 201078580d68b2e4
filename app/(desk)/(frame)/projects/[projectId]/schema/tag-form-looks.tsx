'use client';

import { useState } from 'react';
import { TextArea, TextField } from '@/app/_ui/field';
import { Select } from '@/app/_ui/select';
import { TagChip } from '@/app/_ui/tag-chip';
import { DEFINITION_MAX, LABEL_MAX, type SchemaFailure } from '@/lib/schema/check-tag';
import { DIGITS, type TagDefinition } from '@/lib/schema/tag-schema';
import { ColourPicker } from './colour-picker';
import { keyFrom, type TagForm } from './tag-form';

export interface TagFormLooksProps {
  readonly form: TagForm;
  readonly isNew: boolean;
  readonly retired: boolean;
  /** The label of the tag that gives up its digit to this one. */
  readonly loser: string | null;
  readonly others: readonly TagDefinition[];
  readonly failure: SchemaFailure | null;
  readonly onChange: (form: TagForm) => void;
}

export const messageFor = (failure: SchemaFailure | null, field: SchemaFailure['field']): string | null =>
  failure?.field === field ? failure.message : null;

/** What a tag is called, what it looks like, when it applies. */
export function TagFormLooks(props: TagFormLooksProps) {
  const { form, isNew, retired, loser, others, failure, onChange } = props;
  const [ownKey, setOwnKey] = useState(false);
  const set = (part: Partial<TagForm>): void => onChange({ ...form, ...part });
  return (
    <fieldset className="space-y-5">
      <legend className="sr-only">Name and look</legend>
      <div className="flex items-end gap-3">
        <TextField
          className="flex-1"
          label="Label"
          required
          maxLength={LABEL_MAX}
          autoComplete="off"
          value={form.label}
          onChange={(label) => set(isNew && !ownKey ? { label, key: keyFrom(label) } : { label })}
          error={messageFor(failure, 'label')}
        />
      </div>
      <p className="!-mt-2 flex items-center gap-2 text-[0.8125rem] text-muted">
        Shown as <TagChip colour={form.colour} label={form.label || 'label'} value={valueSample(form)} />
      </p>
      {isNew ? (
        <TextField
          label="Key"
          required
          maxLength={LABEL_MAX}
          autoComplete="off"
          spellCheck={false}
          value={form.key}
          onChange={(key) => {
            setOwnKey(true);
            set({ key });
          }}
          error={messageFor(failure, 'key')}
          hint="For the API and for exports. It never changes once the tag is saved."
        />
      ) : null}
      <ColourPicker value={form.colour} onChange={(colour) => set({ colour })} />
      {retired ? null : (
        <Select
          label="Digit"
          value={form.digit}
          onChange={(digit) => set({ digit })}
          hint={loser === null ? 'Picks the tag with one key.' : `“${loser}” gives it up.`}
          options={[
            { value: 'none', label: 'None' },
            ...DIGITS.map((digit) => {
              const holder = others.find((tag) => tag.digit === digit);
              return { value: digit, label: digit, ...(holder ? { hint: holder.label } : {}) };
            }),
          ]}
        />
      )}
      <TextArea
        label="Definition"
        required
        rows={3}
        maxLength={DEFINITION_MAX}
        value={form.definition}
        onChange={(definition) => set({ definition })}
        error={messageFor(failure, 'definition')}
        hint="When the tag applies, in a sentence. Reviewers see it while they choose."
      />
      <TextArea
        label="Example"
        optional
        rows={2}
        maxLength={DEFINITION_MAX}
        value={form.example}
        onChange={(example) => set({ example })}
        error={messageFor(failure, 'example')}
        hint="A whole line as it is typed: label: value => correction // note"
      />
    </fieldset>
  );
}

const valueSample = (form: TagForm): string | null =>
  form.valueKind === 'none' ? null : form.valueHint.trim() || 'value';
