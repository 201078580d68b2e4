import { toCodePoint, toCodeUnit, type ArticleText } from '@/lib/text/article-text';
import type { CodeUnitOffset, Span } from '@/lib/text/offsets';
import { alignWords, type Alignment } from './align-words';
import { comparableWords, type ComparableWord } from './comparable-words';
import { findChanges, type Change } from './find-changes';
import { findQuotations } from './find-quotations';
import { findVerbatim } from './find-verbatim';
import { countShared, findWindows } from './find-windows';
import type { Quotation } from './quotation';
import { indexSource, type SourceIndex } from './source-index';
import { isKept } from './step';
import { piecesOf, stitchedWindow } from './stitched';
import { FUNCTION_WORDS } from './word-classes';

export type QuoteVerdict = 'found' | 'altered' | 'not found';

/** What comparing one quotation with every source came to. */
export interface QuoteCheck {
  readonly quotation: Quotation;
  readonly verdict: QuoteVerdict;
  /** Index of the source that fits best; null when none does. */
  readonly source: number | null;
  /** The passage in that source. */
  readonly sourceSpan: Span | null;
  /**
   * Words of the quotation that stand in the source, in order, out of its words and those it leaves out; 0 to 1.
   * What brackets and ellipses announce counts neither way.
   */
  readonly shareVerbatim: number;
  readonly changes: readonly Change[];
}

/** A quotation of fewer words is found as it stands or not at all: anything has two words in common with anything. */
const FEWEST_TO_ALIGN = 4;

/** Below this share of its words a quotation is not the passage it resembles. */
const LEAST_KEPT = 0.5;

/**
 * Compares the quotations of an article, those inside others left out, with every source. In text order; quotations
 * without a word to compare are left out. O(article + sources + quotations · what each resembles).
 */
export function checkQuotations(
  article: ArticleText,
  sources: readonly ArticleText[],
): readonly QuoteCheck[] {
  const indexes = sources.map(indexSource);
  const checks: QuoteCheck[] = [];
  for (const quotation of findQuotations(article).quotations) {
    if (quotation.depth > 0) continue;
    const words = wordsOfQuotation(article, quotation);
    if (words.length > 0) checks.push(checkQuotation(article, quotation, words, indexes));
  }
  return checks;
}

const wordsOfQuotation = (article: ArticleText, { parts }: Quotation): readonly ComparableWord[] =>
  parts.flatMap(({ start, end }) =>
    comparableWords(article, toCodeUnit(article, start), toCodeUnit(article, end)),
  );

interface Candidate {
  readonly source: number;
  readonly alignment: Alignment;
  /** What it keeps, less a part of what it leaves out. */
  readonly closeness: number;
}

function checkQuotation(
  article: ArticleText,
  quotation: Quotation,
  words: readonly ComparableWord[],
  sources: readonly SourceIndex[],
): QuoteCheck {
  let best: Candidate | null = null;
  const pieces = piecesOf(article, words);
  const least = words.length < FEWEST_TO_ALIGN ? words.length : words.length * LEAST_KEPT;
  for (const [source, index] of sources.entries()) {
    const verbatim = findVerbatim(words, index);
    if (verbatim) {
      best = { source, alignment: verbatim, closeness: verbatim.kept };
      break;
    }
    const stitched = stitchedWindow(pieces, index);
    for (const window of [...(stitched ? [stitched] : []), ...findWindows(words, index)]) {
      // An alignment keeps no more words than both have, and most windows have too few of them to be worth one.
      const shared = countShared(words, index, window);
      if (shared < least || (best && shared <= best.closeness)) continue;
      const alignment = alignWords(words, index, window);
      if (!alignment || !resembles(words, alignment, window === stitched)) continue;
      // What ellipses announce is no loss.
      const closeness = alignment.kept - (window === stitched ? 0 : 0.3 * alignment.omitted);
      if (!best || closeness > best.closeness) best = { source, alignment, closeness };
    }
  }
  if (!best) {
    return { quotation, verdict: 'not found', source: null, sourceSpan: null, shareVerbatim: 0, changes: [] };
  }
  const index = sources[best.source]!;
  const { steps, kept, omitted } = best.alignment;
  const { changes, excused } = findChanges(article, quotation, words, index, steps);
  const compared = Math.max(kept, words.length + omitted - excused);
  return {
    quotation,
    verdict: changes.length === 0 ? 'found' : 'altered',
    source: best.source,
    sourceSpan: spanInSource(index, best.alignment, changes),
    shareVerbatim: changes.length === 0 ? 1 : kept / compared,
    changes,
  };
}

function resembles(
  words: readonly ComparableWord[],
  { steps, kept, omitted }: Alignment,
  stitched: boolean,
): boolean {
  if (kept === words.length && omitted === 0) return true;
  if (words.length < FEWEST_TO_ALIGN) return false;
  const content = steps.some((step) => isKept(step) && !FUNCTION_WORDS.has(words[step.passage!]!.key));
  return content && kept >= words.length * LEAST_KEPT && (stitched || kept > longestGap(steps) / 3);
}

/** The most words of the source in a row that the passage has not. */
function longestGap(steps: Alignment['steps']): number {
  let longest = 0;
  let length = 0;
  for (const step of steps) {
    length = step.passage === null ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** From its first word to its last, and over a mark beyond them that belongs to a change. */
function spanInSource({ text, words }: SourceIndex, { steps }: Alignment, changes: readonly Change[]): Span {
  const places = steps.flatMap(({ source }) => (source === null ? [] : [source]));
  const start = toCodePoint(text, words[places[0]!]!.unitStart as CodeUnitOffset);
  const end = toCodePoint(text, words[places.at(-1)!]!.unitEnd as CodeUnitOffset);
  const replaced = changes.filter(({ said }) => said !== '');
  const [first, last] = [replaced[0]?.sourceSpan, replaced.at(-1)?.sourceSpan];
  return {
    start: first && first.start < start ? first.start : start,
    end: last && last.end > end ? last.end : end,
  };
}
