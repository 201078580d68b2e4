import { expect, test } from 'vitest';
import { RULES } from '@/lib/suggestions/rules';
import { ruleGroups } from './rule-groups';

test('every rule can be switched in one place, those of the house style by the house style', () => {
  const offered = ruleGroups().flatMap(({ rules }) => rules);
  const expected = RULES.map(({ id }) => id).filter((id) => !id.startsWith('style-'));
  expect(offered.map(({ id }) => id).sort()).toEqual([...expected].sort());
  for (const { id, on } of offered) expect(on).toBe(RULES.find((rule) => rule.id === id)!.on);
  expect(ruleGroups().every(({ rules }) => rules.length > 0)).toBe(true);
});
