import type { CoverageView } from '@/lib/contract/coverage';
import type { PersonRef } from '@/lib/contract/primitives';
import { CHECKED_STATES } from '@/lib/evidence/checked-spans';
import { countCovered, stretchesLeft, type WordEnds } from '@/lib/evidence/covered-words';
import type { CheckedPassages } from '@/lib/store/coverage';
import { span, type Span } from '@/lib/text/offsets';

/** What was said of passages, counted in words. */
export function presentCoverage({ versionId, spans }: CheckedPassages, words: WordEnds): CoverageView {
  const count = (which: CoverageView['spans']): number => countCovered(words, toSpans(which));
  const settled = spans.filter(({ state }) => state !== 'pending');
  const people = new Map<string, PersonRef>(
    spans.flatMap(({ by }) => (by === null ? [] : [[by.id, by] as const])),
  );
  return {
    versionId,
    words: words.length / 2,
    checked: count(settled),
    states: CHECKED_STATES.map((state) => ({
      state,
      words: count(spans.filter((each) => each.state === state)),
    })),
    people: [...people.values()]
      .map((person) => ({ person, words: count(settled.filter(({ by }) => by?.id === person.id)) }))
      .sort((a, b) => b.words - a.words || (a.person.id < b.person.id ? -1 : 1)),
    spans,
    unchecked: [...stretchesLeft(words, toSpans(settled))],
  };
}

const toSpans = (spans: CoverageView['spans']): readonly Span[] =>
  spans.map(({ start, end }) => span(start, end));
