import { defineTag } from '@/lib/schema/define-tag';
import type {
  Colour,
  Digit,
  NoticeType,
  Requirement,
  Severity,
  TagDefinition,
  TagValueRule,
} from '@/lib/schema/tag-schema';

/** A tag as its form holds it: lists are text, one entry a line. */
export interface TagForm {
  readonly label: string;
  readonly key: string;
  readonly definition: string;
  readonly example: string;
  readonly colour: Colour;
  readonly digit: Digit | 'none';
  readonly severity: Severity;
  readonly severityByValue: Readonly<Record<string, Severity>>;
  readonly valueKind: TagValueRule['kind'];
  readonly choices: string;
  readonly valueHint: string;
  readonly prefill: boolean;
  readonly states: string;
  readonly correction: Requirement;
  readonly evidence: Requirement;
  readonly whenStates: readonly string[];
  readonly whenValues: readonly string[];
  readonly notice: NoticeType | 'none';
  readonly otherNotices: readonly NoticeType[];
}

export const formOf = (tag: TagDefinition): TagForm => ({
  label: tag.label,
  key: tag.key,
  definition: tag.definition,
  example: tag.example,
  colour: tag.colour,
  digit: tag.digit ?? 'none',
  severity: tag.severity,
  severityByValue: tag.severityByValue,
  valueKind: tag.value.kind,
  choices: tag.value.kind === 'choice' ? tag.value.choices.join('\n') : '',
  valueHint: tag.valueHint,
  prefill: tag.prefill === 'selection',
  states: tag.states?.join('\n') ?? '',
  correction: tag.correction,
  evidence: tag.evidence,
  whenStates: tag.evidenceWhen?.states ?? [],
  whenValues: tag.evidenceWhen?.values ?? [],
  notice: tag.noticeTypes[0] ?? 'none',
  otherNotices: tag.noticeTypes.slice(1),
});

export const blankForm = (colour: Colour): TagForm =>
  formOf(defineTag({ key: '', label: '', definition: '', example: '', colour, severity: 'minor' }));

/** The entries of a list that is written one a line. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The tag that a form describes. What no longer applies, such as the severity of a value that is gone, is left out. */
export function tagFrom(form: TagForm, retired: boolean): TagDefinition {
  const choices = form.valueKind === 'choice' ? linesOf(form.choices) : [];
  const states = linesOf(form.states);
  const whenStates = form.whenStates.filter((state) => states.includes(state));
  const whenValues = form.whenValues.filter((value) => choices.includes(value));
  const conditional = form.evidence !== 'required' && whenStates.length + whenValues.length > 0;
  return {
    key: form.key,
    label: form.label.trim(),
    definition: form.definition.trim(),
    example: form.example.trim(),
    colour: form.colour,
    digit: form.digit === 'none' || retired ? null : form.digit,
    severity: form.severity,
    severityByValue: Object.fromEntries(
      Object.entries(form.severityByValue).filter(
        ([value, severity]) => choices.includes(value) && severity !== form.severity,
      ),
    ),
    value: form.valueKind === 'choice' ? { kind: 'choice', choices } : { kind: form.valueKind },
    valueHint: form.valueKind === 'none' ? '' : form.valueHint.trim(),
    prefill: form.valueKind === 'text' && form.prefill ? 'selection' : 'none',
    states: states.length === 0 ? null : states,
    correction: form.correction,
    evidence: form.evidence,
    evidenceWhen: conditional ? { states: whenStates, values: whenValues } : null,
    noticeTypes:
      form.notice === 'none'
        ? []
        : [form.notice, ...form.otherNotices.filter((type) => type !== form.notice)],
    retired,
  };
}

/** A key made of a label: small letters, digits, single hyphens, as far as the label has any. */
export const keyFrom = (label: string): string =>
  label
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
