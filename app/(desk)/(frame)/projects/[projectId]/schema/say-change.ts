import type { SchemaChange, TagRules } from '@/lib/schema/change-schema';
import { unreachable } from '@/lib/result';
import type { TagKey, TagSchema } from '@/lib/schema/tag-schema';

const RULE_NAMES: Readonly<Record<keyof TagRules, string>> = {
  severity: 'severity',
  severityByValue: 'severity by value',
  value: 'value',
  valueHint: 'value hint',
  prefill: 'prefilled value',
  states: 'states',
  correction: 'correction rule',
  evidence: 'evidence rule',
  evidenceWhen: 'evidence rule',
  noticeTypes: 'notices',
};

/** One change as a phrase, in the words of the schema it was made for. */
export function sayChange(change: SchemaChange, schema: TagSchema): string {
  const name = (key: TagKey): string => `“${schema.tags.find((tag) => tag.key === key)?.label ?? key}”`;
  switch (change.kind) {
    case 'add':
      return `“${change.tag.label}” is added`;
    case 'relabel':
      return `${name(change.key)} becomes “${change.label}”`;
    case 'recolour':
      return `${name(change.key)} turns ${change.colour}`;
    case 'reorder':
      return 'The tags stand in a new order';
    case 'set-digit':
      return change.digit === null
        ? `${name(change.key)} gives up its digit`
        : `${name(change.key)} gets the digit ${change.digit}`;
    case 'describe':
      return `${name(change.key)} gets a new definition or example`;
    case 'set-rules': {
      const rules = new Set(Object.keys(change.rules).map((field) => RULE_NAMES[field as keyof TagRules]));
      return `${name(change.key)} changes its ${listed([...rules])}`;
    }
    case 'retire':
      return `${name(change.key)} is retired`;
    case 'restore':
      return `${name(change.key)} comes back into use`;
    default:
      return unreachable(change);
  }
}

const listed = (words: readonly string[]): string => new Intl.ListFormat('en').format(words);
