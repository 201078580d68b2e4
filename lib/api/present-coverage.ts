import type { CoverageView } from '@/lib/contract/coverage';
import type { PersonRef } from '@/lib/contract/primitives';
import { CHECKED_STATES, uncovered } from '@/lib/evidence/checked-spans';
import type { CheckedPassages } from '@/lib/store/coverage';
import { span, type Span } from '@/lib/text/offsets';

/** What was said of passages, counted in words; `ends` are the ends of the words by place: start, end, start, end… */
export function presentCoverage(
  { versionId, spans }: CheckedPassages,
  ends: readonly number[],
): CoverageView {
  const words = Array.from({ length: ends.length / 2 }, (_, at) => span(ends[2 * at]!, ends[2 * at + 1]!));
  const count = (which: CoverageView['spans']): number =>
    words.length -
    uncovered(
      words,
      which.map(({ start, end }) => span(start, end)),
    ).length;
  const settled = spans.filter(({ state }) => state !== 'pending');
  const left = uncovered(
    words,
    settled.map(({ start, end }) => span(start, end)),
  );
  const people = new Map<string, PersonRef>(
    spans.flatMap(({ by }) => (by === null ? [] : [[by.id, by] as const])),
  );
  return {
    versionId,
    words: words.length,
    checked: words.length - left.length,
    states: CHECKED_STATES.map((state) => ({
      state,
      words: count(spans.filter((each) => each.state === state)),
    })),
    people: [...people.values()]
      .map((person) => ({ person, words: count(settled.filter(({ by }) => by?.id === person.id)) }))
      .sort((a, b) => b.words - a.words || (a.person.id < b.person.id ? -1 : 1)),
    spans,
    unchecked: [...stretches(words, new Set(left.map(({ start }) => start)))],
  };
}

/** Words in a row that are left, as one. */
function* stretches(words: readonly Span[], left: ReadonlySet<number>): Generator<Span> {
  let open: Span | null = null;
  for (const word of words) {
    if (left.has(word.start)) open = open === null ? word : { start: open.start, end: word.end };
    else if (open !== null) {
      yield open;
      open = null;
    }
  }
  if (open !== null) yield open;
}
