import { looksEnglish } from '../nearby';
import { factsAgainstSources } from '../figures/source-facts';
import type { Finding, Rule } from '../suggestion';

/** A day, weekday or time that the sentence of a source about the same has otherwise. */
export const dateSource: Rule = {
  id: 'date-source',
  version: 2,
  tag: 'fact',
  on: true,
  *find(analysis, context): Generator<Finding> {
    if (looksEnglish(analysis.words)) yield* factsAgainstSources(analysis, context, true);
  },
};
