'use client';

import { Checkbox } from '@/app/_ui/checkbox';
import { TextArea, TextField } from '@/app/_ui/field';
import { RadioCards } from '@/app/_ui/radio-cards';
import { Select } from '@/app/_ui/select';
import { SeverityBars } from '@/app/_ui/severity';
import { DEFINITION_MAX, type SchemaFailure } from '@/lib/schema/check-tag';
import { NOTICE_TYPES, SEVERITIES, type Requirement, type Severity } from '@/lib/schema/tag-schema';
import { linesOf, type TagForm } from './tag-form';
import { messageFor } from './tag-form-looks';
import { NOTICE_NAMES } from './tag-rules';

export interface TagFormRulesProps {
  readonly form: TagForm;
  readonly failure: SchemaFailure | null;
  readonly onChange: (form: TagForm) => void;
}

const REQUIREMENT_OPTIONS: readonly { readonly value: Requirement; readonly label: string }[] = [
  { value: 'none', label: 'Not asked for' },
  { value: 'optional', label: 'Optional' },
  { value: 'required', label: 'Required to accept' },
];

const SEVERITY_OPTIONS = SEVERITIES.map((severity) => ({
  value: severity,
  label: severity,
  icon: <SeverityBars severity={severity} />,
}));

/** What a tag asks of its marks. */
export function TagFormRules({ form, failure, onChange }: TagFormRulesProps) {
  const set = (part: Partial<TagForm>): void => onChange({ ...form, ...part });
  const choices = form.valueKind === 'choice' ? linesOf(form.choices) : [];
  const states = linesOf(form.states);
  return (
    <fieldset className="space-y-5">
      <legend className="sr-only">Rules</legend>
      <RadioCards
        label="Value"
        value={form.valueKind}
        onChange={(valueKind) => set({ valueKind })}
        options={[
          { value: 'none', label: 'None' },
          { value: 'text', label: 'Free text' },
          { value: 'choice', label: 'From a list' },
        ]}
      />
      {messageFor(failure, 'value') === null ? null : (
        <p className="!-mt-3 text-[0.8125rem] font-medium text-danger">{messageFor(failure, 'value')}</p>
      )}
      {form.valueKind === 'choice' ? (
        <TextArea
          label="Values"
          rows={4}
          value={form.choices}
          onChange={(text) => set({ choices: text })}
          hint="One a line."
        />
      ) : null}
      {form.valueKind === 'none' ? null : (
        <TextField
          label="What the value means"
          optional
          maxLength={DEFINITION_MAX}
          autoComplete="off"
          value={form.valueHint}
          onChange={(valueHint) => set({ valueHint })}
          hint="A hint in the input: “the name as printed”."
        />
      )}
      {form.valueKind === 'text' ? (
        <Checkbox
          label="Starts as the selected text"
          checked={form.prefill}
          onChange={(prefill) => set({ prefill })}
        />
      ) : null}
      <TextArea
        label="States"
        optional
        rows={states.length === 0 ? 2 : Math.min(6, states.length + 1)}
        value={form.states}
        onChange={(text) => set({ states: text })}
        error={messageFor(failure, 'states')}
        hint="What can be found out about the mark, one a line. A new mark starts with the first."
      />
      <Select
        label="Severity"
        value={form.severity}
        onChange={(severity) => set({ severity })}
        options={SEVERITY_OPTIONS}
      />
      {choices.length > 0 ? <SeverityByValue form={form} choices={choices} onChange={set} /> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Correction"
          value={form.correction}
          onChange={(correction) => set({ correction })}
          options={REQUIREMENT_OPTIONS}
        />
        <Select
          label="Evidence"
          value={form.evidence}
          onChange={(evidence) => set({ evidence })}
          options={REQUIREMENT_OPTIONS}
        />
      </div>
      {form.evidence !== 'required' && states.length + choices.length > 0 ? (
        <EvidenceWhen form={form} states={states} choices={choices} onChange={set} />
      ) : null}
      <Notices form={form} onChange={set} />
    </fieldset>
  );
}

interface PartProps {
  readonly form: TagForm;
  readonly onChange: (part: Partial<TagForm>) => void;
}

function SeverityByValue({ form, choices, onChange }: PartProps & { readonly choices: readonly string[] }) {
  return (
    <details className="text-sm">
      <summary className="rounded-sm font-medium">Another severity for some values</summary>
      <div className="mt-3 space-y-2.5">
        {choices.map((choice) => (
          <div key={choice} className="flex items-center justify-between gap-4">
            <span className="min-w-0 break-words">{choice}</span>
            <Select<Severity | 'same'>
              label={`Severity of ${choice}`}
              hideLabel
              size="small"
              className="w-44 shrink-0"
              value={form.severityByValue[choice] ?? 'same'}
              options={[{ value: 'same', label: 'as the tag' }, ...SEVERITY_OPTIONS]}
              onChange={(severity) => {
                const { [choice]: _, ...rest } = form.severityByValue;
                onChange({ severityByValue: severity === 'same' ? rest : { ...rest, [choice]: severity } });
              }}
            />
          </div>
        ))}
      </div>
    </details>
  );
}

interface EvidenceWhenProps extends PartProps {
  readonly states: readonly string[];
  readonly choices: readonly string[];
}

function EvidenceWhen({ form, states, choices, onChange }: EvidenceWhenProps) {
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">Evidence is required all the same when the mark is</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {states.map((state) => (
          <Checkbox
            key={`state ${state}`}
            label={state}
            checked={form.whenStates.includes(state)}
            onChange={(on) => onChange({ whenStates: toggled(form.whenStates, state, on) })}
          />
        ))}
        {choices.map((value) => (
          <Checkbox
            key={`value ${value}`}
            label={value}
            checked={form.whenValues.includes(value)}
            onChange={(on) => onChange({ whenValues: toggled(form.whenValues, value, on) })}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Notices({ form, onChange }: PartProps) {
  return (
    <>
      <Select
        label="Notice"
        value={form.notice}
        onChange={(notice) => onChange({ notice })}
        hint="What an accepted mark may be published as."
        options={[
          { value: 'none', label: 'none' },
          ...NOTICE_TYPES.map((type) => ({ value: type, label: NOTICE_NAMES[type] })),
        ]}
      />
      {form.notice === 'none' ? null : (
        <fieldset>
          <legend className="mb-2 text-sm font-medium">Or, if the editor so chooses</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {NOTICE_TYPES.filter((type) => type !== form.notice).map((type) => (
              <Checkbox
                key={type}
                label={NOTICE_NAMES[type]}
                checked={form.otherNotices.includes(type)}
                onChange={(on) => onChange({ otherNotices: toggled(form.otherNotices, type, on) })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

const toggled = <T,>(list: readonly T[], item: T, on: boolean): readonly T[] =>
  on ? [...list.filter((other) => other !== item), item] : list.filter((other) => other !== item);
