import { RULES } from '@/lib/suggestions/rules';
import { sayRule } from '@/app/_ui/say-rule';

/** A rule as the settings offer it. */
export interface OfferedRule {
  readonly id: string;
  readonly name: string;
  /** Whether it runs unless a project switches it. */
  readonly on: boolean;
}

export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly OfferedRule[];
}

/** What a rule is about, by the tag it proposes. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Quotations: ['quote', 'misquote'],
  'Names and titles': ['name', 'name-variant', 'case', 'role'],
  'Facts and figures': ['fact', 'conflict'],
  Words: ['spelling', 'grammar', 'term', 'unclear'],
  Punctuation: ['punct'],
};

/** Those of the house style have their own switches: they find nothing until a style is chosen. */
const isHouseStyle = (id: string): boolean => id.startsWith('style-');

/** The rules that a project can switch, by what they are about. */
export function ruleGroups(): readonly RuleGroup[] {
  return Object.entries(GROUPS).map(([name, tags]) => ({
    name,
    rules: RULES.filter(({ id, tag }) => tags.includes(tag) && !isHouseStyle(id)).map(({ id, on }) => ({
      ...{ id, on, name: sayRule(id) },
    })),
  }));
}
