import type { CodePointOffset, Span } from '@/lib/text/offsets';

/** What checking a passage came to. `pending` has been looked at and waits for an answer: it does not count as checked. */
export const CHECKED_STATES = ['verified', 'pending', 'wrong', 'opinion', 'uncheckable'] as const;
export type CheckedState = (typeof CHECKED_STATES)[number];

/** A passage somebody has checked. */
export interface CheckedSpan extends Span {
  readonly state: CheckedState;
}

/**
 * One person's layer after they have said something of a passage; null takes back what they said there. What they said of
 * the rest of a span stays. The result is ascending, without overlap; neighbours of one state become one. O(n log n).
 */
export function checkSpan(
  layer: readonly CheckedSpan[],
  { start, end }: Span,
  state: CheckedState | null,
): readonly CheckedSpan[] {
  const pieces = layer.flatMap((span): CheckedSpan[] =>
    [
      { ...span, end: smaller(span.end, start) },
      { ...span, start: larger(span.start, end) },
    ].filter((piece) => piece.start < piece.end),
  );
  if (state !== null && start < end) pieces.push({ start, end, state });
  return joinNeighbours(pieces.sort((a, b) => a.start - b.start));
}

const smaller = (a: CodePointOffset, b: CodePointOffset): CodePointOffset => (a < b ? a : b);
const larger = (a: CodePointOffset, b: CodePointOffset): CodePointOffset => (a > b ? a : b);

function joinNeighbours(spans: readonly CheckedSpan[]): readonly CheckedSpan[] {
  const joined: CheckedSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && last.end >= span.start && last.state === span.state) {
      joined[joined.length - 1] = { ...last, end: larger(last.end, span.end) };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

/** Spans as a set of characters: ascending, neither overlapping nor touching. */
export function unite(spans: readonly Span[]): readonly Span[] {
  const united: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last && last.end >= start)
      united[united.length - 1] = { start: last.start, end: larger(last.end, end) };
    else united.push({ start, end });
  }
  return united;
}

/** The words of which not every character is covered. Words come ascending; O(words + n log n). */
export function uncovered(words: readonly Span[], spans: readonly Span[]): readonly Span[] {
  const union = unite(spans);
  let at = 0;
  return words.filter((word) => {
    while (at < union.length && union[at]!.end < word.end) at += 1;
    return !(at < union.length && union[at]!.start <= word.start);
  });
}
