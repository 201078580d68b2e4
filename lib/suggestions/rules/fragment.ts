import { findQuotations } from '@/lib/quotes/find-quotations';
import { toCodeUnit } from '@/lib/text/article-text';
import { looksEnglish } from '../nearby';
import type { Finding, Rule } from '../suggestion';

/** A clause that begins so leans on another one. */
const LEANS =
  /^(?:because|which|although|though|whereas|unless|such as|including|especially|particularly|as well as|whose|so that)\b/iu;
const MOST_WORDS = 14;
const FEWEST_WORDS = 3;

/** A sentence that is only a subordinate clause: "Because it was late." What somebody said may be one. */
export const fragment: Rule = {
  id: 'fragment',
  version: 1,
  tag: 'grammar',
  on: false,
  *find({ text, value, words, sentences }): Generator<Finding> {
    if (!looksEnglish(words)) return;
    const quoted = findQuotations(text)
      .quotations.filter(({ depth }) => depth === 0)
      .map(({ start, end }) => [toCodeUnit(text, start), toCodeUnit(text, end)] as const);
    let next = 0;
    for (const { from, to, firstWord, endWord, headline } of sentences) {
      while (quoted[next] && quoted[next]![1] <= from) next += 1;
      const count = endWord - firstWord;
      if (headline || count < FEWEST_WORDS || count > MOST_WORDS) continue;
      const sentence = value.slice(from, to);
      // Behind a comma the main clause may stand.
      if (!LEANS.test(sentence) || !sentence.endsWith('.') || sentence.includes(',')) continue;
      if (quoted[next] && quoted[next]![0] < to) continue;
      yield {
        ...{ from, to, value: 'fragment', correction: null },
        message: 'This is a clause without the sentence it belongs to.',
        confidence: 'medium',
      };
    }
  },
};
