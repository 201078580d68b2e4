import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { span, type Span } from '@/lib/text/offsets';
import { uncovered } from './checked-spans';
import { countCovered, stretchesLeft, type WordEnds } from './covered-words';

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.nat(12)).map(([start, length]) => span(start, start + length)),
  { maxLength: 12 },
);
/** Words of one to four characters with up to two between them. */
const words = fc
  .array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 4 })), { maxLength: 15 })
  .map((steps) => {
    let at = 0;
    return steps.map(([gap, length]) => span((at += gap), (at += length)));
  });

const endsOf = (all: readonly Span[]): WordEnds =>
  new Uint32Array(all.flatMap(({ start, end }) => [start, end]));

describe('words covered by spans', () => {
  it('are those of which every character is covered', () => {
    fc.assert(
      fc.property(words, spans, (all, some) => {
        expect(countCovered(endsOf(all), some)).toBe(all.length - uncovered(all, some).length);
      }),
    );
  });

  it('leave stretches of words in a row', () => {
    fc.assert(
      fc.property(words, spans, (all, some) => {
        const left = uncovered(all, some);
        const stretches = stretchesLeft(endsOf(all), some);
        const inside = ({ start, end }: Span): boolean =>
          stretches.some((stretch) => stretch.start <= start && end <= stretch.end);
        expect(all.filter(inside)).toEqual(left);
        const runs = left.filter(
          (word, at) => all.indexOf(word) !== all.indexOf(left[at - 1]!) + 1 || at === 0,
        );
        expect(stretches.map(({ start }) => start)).toEqual(runs.map(({ start }) => start));
      }),
    );
  });
});
