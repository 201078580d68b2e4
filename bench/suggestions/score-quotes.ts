import { checkQuotations } from '@/lib/quotes/check-quotations';
import { createArticleText, toCodePoint, toCodeUnit } from '@/lib/text/article-text';
import { span } from '@/lib/text/offsets';
import { tokensIn } from '@/lib/text/tokens';
import type { Place, QuotedText } from './read-corpus';
import { meets } from './score-rules';

export interface QuoteScores {
  /** Labelled quotations, found with both ends right. */
  readonly quotations: number;
  found: number;
  /** Of those found, the ones told rightly: verbatim, altered or in no source. */
  told: number;
  /** Labelled changes that a change stands on. */
  readonly changes: number;
  changesFound: number;
  /** Words of the article inside labelled changes, and those of them inside a change. */
  words: number;
  wordsFound: number;
  /** Changes that stand on no labelled one. */
  hunks: number;
  wrongHunks: number;
  /** Of the changes found, the ones of the labelled class. */
  classed: number;
}

const VERDICTS = { found: 'verbatim', altered: 'altered', 'not found': 'not-found' } as const;

/** Compares the quote check with labelled quotations and changes. What an article announces is left out. */
export function scoreQuotes(texts: readonly QuotedText[]): QuoteScores {
  const quotations = texts.flatMap((text) => text.quotations);
  const score: QuoteScores = {
    quotations: quotations.length,
    changes: quotations.flatMap(({ changes }) => changes.filter(({ declared }) => !declared)).length,
    ...{ found: 0, told: 0, changesFound: 0, words: 0, wordsFound: 0, hunks: 0, wrongHunks: 0, classed: 0 },
  };
  for (const text of texts) scoreText(text, score);
  return score;
}

function scoreText({ text: value, sources, quotations }: QuotedText, score: QuoteScores): void {
  const text = createArticleText(value);
  const checks = checkQuotations(
    text,
    sources.map((source) => createArticleText(source.text)),
  );
  const hunks = checks.flatMap(({ changes }) => changes);
  const labels = quotations
    .flatMap(({ changes }) => changes)
    .map((label) => ({ ...label, ...gapOf(value, label) }));
  for (const { start, end, status } of quotations) {
    const check = checks.find(({ quotation }) => quotation.start === start && quotation.end === end);
    if (check) score.found += 1;
    if (check && VERDICTS[check.verdict] === status) score.told += 1;
  }
  score.hunks += hunks.length;
  score.wrongHunks += hunks.filter((hunk) => !labels.some((label) => meets(hunk.span, label))).length;
  for (const label of labels) {
    if (label.declared) continue;
    const hunk = hunks.find((one) => meets(one.span, label));
    if (hunk) score.changesFound += 1;
    if (hunk && (hunk.kind === 'wording' ? 'other word' : hunk.kind) === label.class) score.classed += 1;
    if (label.exact === '') continue;
    const place = span(label.start, label.end);
    for (const word of tokensIn(text, toCodeUnit(text, place.start), toCodeUnit(text, place.end))) {
      const at = span(toCodePoint(text, word.unitStart), toCodePoint(text, word.unitEnd));
      score.words += 1;
      if (hunks.some((one) => meets(one.span, at))) score.wordsFound += 1;
    }
  }
}

/** Words left out stand in the gap between two others, whichever side of its space they are noted at. */
function gapOf(value: string, { start, end }: Place): Place {
  if (start < end) return { start, end };
  const letters = [...value];
  let [from, to] = [start, end];
  while (/\s/u.test(letters[from - 1] ?? '')) from -= 1;
  while (/\s/u.test(letters[to] ?? '')) to += 1;
  return { start: from - 1, end: to + 1 };
}
