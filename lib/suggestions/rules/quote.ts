import { toCodeUnit } from '@/lib/text/article-text';
import { findQuotations } from '@/lib/quotes/find-quotations';
import type { Quotation } from '@/lib/quotes/quotation';
import { tokensIn } from '@/lib/text/tokens';
import type { Analysis } from '../analysis';
import { isSpoken } from '../speech';
import type { Confidence, Finding, Rule } from '../suggestion';

/** Passages between quotation marks, to be marked and checked. Those inside others belong to them. */
export const quote: Rule = {
  id: 'quote',
  version: 1,
  tag: 'quote',
  on: true,
  *find(analysis): Generator<Finding> {
    for (const quotation of findQuotations(analysis.text).quotations) {
      if (quotation.depth > 0) continue;
      const words = wordsOf(analysis, quotation);
      yield {
        from: toCodeUnit(analysis.text, quotation.start),
        to: toCodeUnit(analysis.text, quotation.end),
        correction: null,
        message: `A quotation of ${words.length === 1 ? 'one word' : `${words.length} words`}.`,
        confidence: confidenceIn(analysis, quotation, words),
      };
    }
  },
};

const wordsOf = ({ text }: Analysis, { parts }: Quotation): readonly string[] =>
  parts.flatMap(({ start, end }) =>
    tokensIn(text, toCodeUnit(text, start), toCodeUnit(text, end)).map((token) => token.text),
  );

/** A single word or a title in quotation marks is nobody's speech; a whole clause is. */
function confidenceIn(analysis: Analysis, quotation: Quotation, words: readonly string[]): Confidence {
  if (isSpoken(analysis, quotation)) return 'high';
  const long = words.filter((word) => word.length > 3);
  const isTitle = long.length > 0 && words.length < 9 && long.every((word) => /^\p{Lu}/u.test(word));
  if (isTitle || words.length < 3) return 'low';
  return words.length < 6 ? 'medium' : 'high';
}
