'use client';

import { Plus, Trash2 } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { Select, type SelectOption } from '@/app/_ui/select';
import type { ProjectView } from '@/lib/contract/project';
import { NOTICE_OUTCOMES, type NoticeOutcome, type NoticeTemplate } from '@/lib/report/notice-templates';

type Template = ProjectView['noticeTemplates'][number];

export interface TemplateListProps {
  readonly templates: readonly Template[];
  /** What a template may be about: tags and types of notice. */
  readonly subjects: readonly SelectOption<string>[];
  readonly onChange: (templates: readonly Template[]) => void;
  /** What is wrong with a field such as `noticeTemplates[0].one`; null for nothing. */
  readonly faultOf: (field: string) => string | null;
}

const OUTCOMES: Readonly<Record<NoticeOutcome, string>> = {
  replaced: 'Something else stands there now',
  removed: 'It was removed',
  left: 'It still stands there',
};

const WORDINGS: readonly {
  readonly name: keyof NoticeTemplate;
  readonly label: string;
  readonly hint: string;
}[] = [
  { name: 'one', label: 'One error', hint: 'May name {printed}, {right}, {value} and {place}.' },
  { name: 'oneUnsaid', label: 'One error, without repeating it', hint: 'May name {right} and {place}.' },
  {
    name: 'many',
    label: 'Several at once',
    hint: 'May name {count} and {list}. Empty: each gets a sentence.',
  },
  { name: 'manyUnsaid', label: 'Several, without repeating them', hint: 'May name {count} and {list}.' },
];

/** The house's own wording of notices, where it is not to be Galley's. */
export function TemplateList({ templates, subjects, onChange, faultOf }: TemplateListProps) {
  const change = (at: number, to: Partial<Template>): void =>
    onChange(templates.map((template, index) => (index === at ? { ...template, ...to } : template)));
  const add = (): void => {
    const about = subjects.find(
      ({ value }) => !templates.some((template) => template.about === value),
    )?.value;
    const blank = { one: '', oneUnsaid: '', many: null, manyUnsaid: null, outcome: 'replaced' as const };
    onChange([...templates, { about: about ?? subjects[0]?.value ?? 'correction', ...blank }]);
  };
  return (
    <div className="space-y-6">
      {templates.map((template, at) => (
        <fieldset key={at} className="space-y-3 rounded-lg border border-line p-4">
          <legend className="px-1.5 text-sm font-medium">Template {at + 1}</legend>
          <div className="grid gap-3 sm:grid-cols-2">
            <Select
              label="About"
              value={template.about}
              options={subjects}
              onChange={(about) => change(at, { about })}
            />
            <Select
              label="When"
              value={template.outcome}
              options={NOTICE_OUTCOMES.map((value) => ({ value, label: OUTCOMES[value] }))}
              onChange={(outcome) => change(at, { outcome })}
            />
          </div>
          {WORDINGS.map(({ name, label, hint }) => (
            <TextField
              key={name}
              label={label}
              hint={hint}
              optional={name.startsWith('many')}
              maxLength={1_000}
              value={template[name] ?? ''}
              onChange={(text) =>
                change(at, { [name]: text === '' && name.startsWith('many') ? null : text })
              }
              error={
                faultOf(`noticeTemplates[${at}].${name}`) ??
                (name === 'one' ? faultOf(`noticeTemplates[${at}].about`) : null)
              }
            />
          ))}
          <Button
            type="button"
            look="quiet"
            size="small"
            icon={<Trash2 aria-hidden className="size-4" />}
            onClick={() => onChange(templates.filter((_, index) => index !== at))}
          >
            Remove template {at + 1}
          </Button>
        </fieldset>
      ))}
      <Button type="button" size="small" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
        Add a template
      </Button>
    </div>
  );
}
