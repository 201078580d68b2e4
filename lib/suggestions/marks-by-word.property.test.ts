import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MarksByWord, type MarkedAlready } from './marks-by-word';

const mark = fc
  .record({
    start: fc.nat(40),
    length: fc.integer({ min: 1, max: 8 }),
    tag: fc.constantFrom('spelling', 'name'),
    correction: fc.constantFrom(null, '', 'Lind', 'no correction'),
  })
  .map(({ length, ...rest }): MarkedAlready => ({ ...rest, end: rest.start + length }));

const says = (one: MarkedAlready, { start, end, tag, correction }: MarkedAlready): boolean =>
  one.start < end &&
  start < one.end &&
  (one.tag === tag || (correction !== null && one.correction === correction));

test('marks say what one of them over the same words says', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 12 }), mark, (marks, asked) => {
      expect(new MarksByWord(marks).say(asked)).toBe(marks.some((one) => says(one, asked)));
    }),
  );
});
