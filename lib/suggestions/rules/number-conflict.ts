import { looksEnglish } from '../nearby';
import { conflictingFacts } from '../figures/conflicting-facts';
import type { Finding, Rule } from '../suggestion';

/** Two numbers in two sentences about the same: which of them is right only a person can tell. */
export const numberConflict: Rule = {
  id: 'number-conflict',
  version: 2,
  tag: 'conflict',
  on: true,
  *find(analysis): Generator<Finding> {
    if (!looksEnglish(analysis.words)) return;
    yield* conflictingFacts(analysis, ({ isDate, kind }) => !isDate && kind !== 'percent');
  },
};
