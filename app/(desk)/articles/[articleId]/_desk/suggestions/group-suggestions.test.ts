import { expect, test } from 'vitest';
import type { SuggestionView } from '@/lib/contract/checking';
import { groupSuggestions } from './group-suggestions';

const found = (ruleId: string, exact: string, start: number): SuggestionView => ({
  ...{
    ruleId,
    ruleVersion: 1,
    start,
    end: start + exact.length,
    exact,
    tag: 'spelling',
    tagLabel: 'spelling',
  },
  ...{
    value: exact,
    correction: null,
    alternatives: [],
    confidence: 'high',
    message: '',
    group: ruleId + exact,
  },
  ...{ hash: `${start}`, groupHash: exact, cited: null },
});

test('repeats stand together, under their rule, in the order of the text', () => {
  const items = [
    found('spelling', 'brigde', 3),
    found('quote', '“We”', 9),
    found('spelling', 'habour', 20),
    found('spelling', 'brigde', 40),
  ];
  const told = groupSuggestions(items).map(({ ruleId, groups }) => [
    ruleId,
    groups.map(({ items: repeats }) => repeats.map(({ exact, start }) => `${exact} ${start}`)),
  ]);
  expect(told).toEqual([
    ['spelling', [['brigde 3', 'brigde 40'], ['habour 20']]],
    ['quote', [['“We” 9']]],
  ]);
  expect(groupSuggestions([])).toEqual([]);
});
