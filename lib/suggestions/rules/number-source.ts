import { looksEnglish } from '../nearby';
import { factsAgainstSources } from '../figures/source-facts';
import { swappedAgainstSources } from '../figures/swapped-designators';
import type { Finding, Rule } from '../suggestion';

/** A number that the sentence of a source about the same has otherwise. */
export const numberSource: Rule = {
  id: 'number-source',
  version: 3,
  tag: 'fact',
  on: true,
  *find(analysis, context): Generator<Finding> {
    if (!looksEnglish(analysis.words)) return;
    yield* factsAgainstSources(analysis, context, false);
    yield* swappedAgainstSources(analysis, context);
  },
};
