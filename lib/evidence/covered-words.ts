import { span, type Span } from '@/lib/text/offsets';
import { unite } from './checked-spans';

/** Starts and ends of the words of a text by turns, ascending, in code points: a text of a newspaper's length has half a million. */
export type WordEnds = Uint32Array<ArrayBuffer>;

/** Words by number, from the first of them up to the one behind the last. */
type Run = readonly [from: number, to: number];

/** How many words are covered to their last character. O(n log words). */
export const countCovered = (ends: WordEnds, spans: readonly Span[]): number =>
  runsCovered(ends, spans).reduce((sum, [from, to]) => sum + to - from, 0);

/** The words that are not, those in a row as one span. O(n log words). */
export function stretchesLeft(ends: WordEnds, spans: readonly Span[]): readonly Span[] {
  const count = ends.length / 2;
  const stretches: Span[] = [];
  let at = 0;
  for (const [from, to] of [...runsCovered(ends, spans), [count, count] as const]) {
    if (from > at) stretches.push(span(ends[2 * at]!, ends[2 * from - 1]!));
    at = to;
  }
  return stretches;
}

/** Ascending; none is empty, and words in two of them are covered once. */
const runsCovered = (ends: WordEnds, spans: readonly Span[]): readonly Run[] =>
  unite(spans)
    .map(({ start, end }): Run => [firstWord(ends, 0, start), firstWord(ends, 1, end + 1)])
    .filter(([from, to]) => from < to);

/** The number of the first word whose start (side 0) or end (side 1) is at an offset or behind it. */
function firstWord(ends: WordEnds, side: 0 | 1, offset: number): number {
  let low = 0;
  let high = ends.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[2 * middle + side]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
