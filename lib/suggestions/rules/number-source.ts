import { looksEnglish } from '../nearby';
import { factsAgainstSources } from '../figures/source-facts';
import type { Finding, Rule } from '../suggestion';

/** A number that the sentence of a source about the same has otherwise. */
export const numberSource: Rule = {
  id: 'number-source',
  version: 2,
  tag: 'fact',
  on: true,
  *find(analysis, context): Generator<Finding> {
    if (looksEnglish(analysis.words)) yield* factsAgainstSources(analysis, context, false);
  },
};
