import { expect, test } from 'vitest';
import { RULES } from '@/lib/suggestions/rules';
import { sayRule } from './say-rule';

test('every rule has a name for people, each its own', () => {
  const names = RULES.map(({ id }) => sayRule(id));
  expect(names.filter((name) => !/^\p{Lu}/u.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(sayRule('not-yet-named')).toBe('not yet named');
});
