import type { TagDefinition } from './tag-schema';

/** What a tag must say for itself. */
type Essentials = Pick<TagDefinition, 'key' | 'label' | 'definition' | 'example' | 'colour' | 'severity'>;

/** A tag with what most tags have in common filled in: no value, states, correction, evidence or notice. */
export const defineTag = (tag: Essentials & Partial<TagDefinition>): TagDefinition => ({
  digit: null,
  severityByValue: {},
  value: { kind: 'none' },
  valueHint: '',
  prefill: 'none',
  states: null,
  correction: 'none',
  evidence: 'none',
  evidenceWhen: null,
  noticeTypes: [],
  retired: false,
  ...tag,
});
