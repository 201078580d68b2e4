import type { SuggestionView } from '@/lib/contract/checking';

/** All repeats of one finding. */
export interface SuggestionGroup {
  readonly group: string;
  /** In the order of the text; never empty. */
  readonly items: readonly SuggestionView[];
}

/** The groups of one rule. */
export interface RuleGroups {
  readonly ruleId: string;
  readonly groups: readonly SuggestionGroup[];
}

/** Suggestions by rule and repetition; rules and groups in the order in which the text first gives cause for them. */
export function groupSuggestions(items: readonly SuggestionView[]): readonly RuleGroups[] {
  const rules = new Map<string, Map<string, SuggestionView[]>>();
  for (const item of items) {
    const groups = rules.get(item.ruleId) ?? new Map<string, SuggestionView[]>();
    rules.set(item.ruleId, groups);
    groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  }
  return [...rules].map(([ruleId, groups]) => ({
    ruleId,
    groups: [...groups].map(([group, found]) => ({ group, items: found })),
  }));
}
