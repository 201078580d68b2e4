import { toCodeUnit, type ArticleText } from '@/lib/text/article-text';
import { boundaryAtOrAfter, boundaryAtOrBefore } from '@/lib/text/grapheme-boundaries';
import { codePoint, type Span } from '@/lib/text/offsets';
import type { TargetSelectors } from './selectors';

/** Context on either side, in code points at most. */
export const CONTEXT_LENGTH = 32;

/**
 * Both selectors of a span: its offsets, its text, and up to 32 code points on either side, fewer where the 32nd would
 * cut a grapheme cluster. Throws a RangeError for an empty span and outside the text.
 */
export function describeTarget(text: ArticleText, { start, end }: Span): TargetSelectors {
  if (start >= end) throw new RangeError(`A target holds at least one character, not [${start}, ${end})`);
  const { value } = text;
  const unitStart = toCodeUnit(text, start);
  const unitEnd = toCodeUnit(text, end);
  const from = toCodeUnit(text, codePoint(Math.max(0, start - CONTEXT_LENGTH)));
  const to = toCodeUnit(text, codePoint(Math.min(text.length, end + CONTEXT_LENGTH)));
  return {
    position: { type: 'TextPositionSelector', start, end },
    quote: {
      type: 'TextQuoteSelector',
      exact: value.slice(unitStart, unitEnd),
      prefix: value.slice(Math.min(boundaryAtOrAfter(value, from), unitStart), unitStart),
      suffix: value.slice(unitEnd, Math.max(boundaryAtOrBefore(value, to), unitEnd)),
    },
  };
}
