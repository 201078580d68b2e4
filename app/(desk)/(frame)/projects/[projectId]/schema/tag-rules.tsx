import type { ReactNode } from 'react';
import { SeverityLabel } from '@/app/_ui/severity';
import type { NoticeType, Requirement, TagDefinition } from '@/lib/schema/tag-schema';

export const NOTICE_NAMES: Readonly<Record<NoticeType, string>> = {
  correction: 'correction',
  clarification: 'clarification',
  'editors-note': 'editor’s note',
  update: 'update',
};

const RULE: Readonly<Record<Requirement, string>> = {
  none: 'not asked for',
  optional: 'optional',
  required: 'required to accept',
};

/** What a tag asks of its marks: a column of its own on wide screens, a wrapped line on narrow ones. */
export function TagRules({ tag }: { readonly tag: TagDefinition }) {
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-[0.8125rem] lg:flex-col">
      <Rule term="Severity">
        <SeverityLabel severity={tag.severity} />
        {Object.entries(tag.severityByValue).map(([value, severity]) => (
          <span key={value}>
            , {value} {severity}
          </span>
        ))}
      </Rule>
      {tag.value.kind === 'none' ? null : (
        <Rule term="Value">
          {tag.value.kind === 'choice' ? tag.value.choices.join(' · ') : tag.valueHint || 'free text'}
          {tag.prefill === 'selection' ? ', starts as the selected text' : ''}
        </Rule>
      )}
      {tag.states === null ? null : <Rule term="States">{tag.states.join(' · ')}</Rule>}
      {tag.correction === 'none' ? null : <Rule term="Correction">{RULE[tag.correction]}</Rule>}
      {tag.evidence === 'none' && tag.evidenceWhen === null ? null : (
        <Rule term="Evidence">
          {tag.evidenceWhen === null
            ? RULE[tag.evidence]
            : `required for ${listed([...tag.evidenceWhen.states, ...tag.evidenceWhen.values])}`}
        </Rule>
      )}
      {tag.noticeTypes.length === 0 ? null : (
        <Rule term="Notice">{tag.noticeTypes.map((type) => NOTICE_NAMES[type]).join(' or ')}</Rule>
      )}
    </dl>
  );
}

const listed = (words: readonly string[]): string => new Intl.ListFormat('en').format(words);

function Rule({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="flex gap-x-2">
      <dt className="shrink-0 text-faint lg:w-18">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
