import { describe, expect, it } from 'vitest';
import { createArticleText } from '@/lib/text/article-text';
import { exampleContext } from './example-context';
import { RULE_CASES } from './cases/rule-cases';
import { RULES } from './rules';
import { suggest } from './suggest';
import { applySuggestion } from './testing';

describe.each(RULES)('$id', ({ id }) => {
  const cases = Object.entries(RULE_CASES[id] ?? {});

  it('has cases that it finds something in, and cases that it does not', () => {
    expect(cases.some(([, { found }]) => found.length > 0)).toBe(true);
    expect(cases.some(([, { found }]) => found.length === 0)).toBe(true);
  });

  it.each(cases)('%s', (_, { text, found, ...context }) => {
    const suggestions = suggest(createArticleText(text), exampleContext({ ...context, switches: only(id) }));
    const shown = suggestions.map(({ exact, correction, confidence }) =>
      correction === null ? `${exact} (${confidence})` : `${exact} → ${correction} (${confidence})`,
    );
    expect(shown).toEqual(found);
  });

  it.each(cases.filter(([, { found }]) => found.length > 0))(
    'is content with its own correction: %s',
    (_, one) => {
      const { text, found: _found, ...overrides } = one;
      const context = exampleContext({ ...overrides, switches: only(id) });
      const suggestions = suggest(createArticleText(text), context);
      for (const suggestion of suggestions) {
        if (suggestion.correction === null) continue;
        const corrected = applySuggestion(text, suggestion);
        const end = suggestion.start + [...suggestion.correction].length;
        const again = suggest(createArticleText(corrected), context).filter(
          (other) => other.start < end && other.end > suggestion.start && other.correction !== null,
        );
        expect(again).toEqual([]);
      }
    },
  );
});

const only = (id: string): Readonly<Record<string, boolean>> =>
  Object.fromEntries(RULES.map((rule) => [rule.id, rule.id === id]));
