import { sliceText, type ArticleText } from '@/lib/text/article-text';
import type { CodePointOffset, Span } from '@/lib/text/offsets';
import { paragraphAt, type Paragraph } from '@/lib/text/paragraphs';
import { sentencesOf, type Sentence } from '@/lib/text/sentences';
import { wordsOf } from '@/lib/text/words';
import type { Context, Place } from './report';

/** Longest context on either side of a span, in code points. */
const REACH = 160;

interface Found {
  readonly paragraph: Paragraph | null;
  readonly sentence: Sentence | null;
}

/** Where a span stands: numbers of the paragraphs and sentences that hold its first and its last character. */
export function placeOf(text: ArticleText, { start, end }: Span): Place {
  const first = findSentence(text, start);
  const last = findSentence(text, lastOffset(end));
  return {
    paragraph: first.paragraph?.number ?? null,
    sentence: first.sentence?.number ?? null,
    lastParagraph: last.paragraph?.number ?? null,
    lastSentence: last.sentence?.number ?? null,
  };
}

/** A span among its sentences. What is cut off is cut between words. */
export function contextOf(text: ArticleText, span: Span): Context {
  const first = findSentence(text, span.start);
  const last = findSentence(text, lastOffset(span.end));
  const from = Math.min(first.sentence?.start ?? span.start, span.start);
  const to = Math.max(last.sentence?.end ?? span.end, span.end);
  const cutBefore = span.start - from > REACH;
  const cutAfter = to - span.end > REACH;
  const start = cutBefore ? wordStartAfter(text, first.paragraph, span.start - REACH, span.start) : from;
  const end = cutAfter ? wordEndBefore(text, last.paragraph, span.end + REACH, span.end) : to;
  return {
    before: sliceText(text, { start: start as CodePointOffset, end: span.start }),
    marked: sliceText(text, span),
    after: sliceText(text, { start: span.end, end: end as CodePointOffset }),
    cutBefore,
    cutAfter,
  };
}

/** A span is never empty, so the character before its end is its own. */
const lastOffset = (end: CodePointOffset): CodePointOffset => (end - 1) as CodePointOffset;

function findSentence(text: ArticleText, offset: CodePointOffset): Found {
  const paragraph = paragraphAt(text, offset);
  if (!paragraph) return { paragraph: null, sentence: null };
  const sentences = sentencesOf(text, paragraph);
  const next = firstIndex(sentences, ({ start }) => start > offset);
  return { paragraph, sentence: sentences[Math.max(0, next - 1)] ?? null };
}

function wordStartAfter(
  text: ArticleText,
  paragraph: Paragraph | null,
  limit: number,
  start: number,
): number {
  if (!paragraph) return start;
  const words = wordsOf(text, paragraph);
  return Math.min(words[firstIndex(words, (word) => word.start >= limit)]?.start ?? start, start);
}

function wordEndBefore(text: ArticleText, paragraph: Paragraph | null, limit: number, end: number): number {
  if (!paragraph) return end;
  const words = wordsOf(text, paragraph);
  return Math.max(words[firstIndex(words, (word) => word.end > limit) - 1]?.end ?? end, end);
}

/** The first index for which a condition holds that holds for all that follow. */
function firstIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
