import { looksEnglish } from '../nearby';
import { conflictingFacts } from '../figures/conflicting-facts';
import type { Finding, Rule } from '../suggestion';

/** Two days or times in two sentences about the same. */
export const dateConflict: Rule = {
  id: 'date-conflict',
  version: 1,
  tag: 'conflict',
  on: false,
  *find(analysis): Generator<Finding> {
    if (!looksEnglish(analysis.words)) return;
    yield* conflictingFacts(analysis, ({ kind }) => kind === 'date' || kind === 'clock');
  },
};
