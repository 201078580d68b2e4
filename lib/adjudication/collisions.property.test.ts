import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { span, spansOverlap } from '@/lib/text/offsets';
import { collisions, type Correcting } from './collisions';

const marks: fc.Arbitrary<Correcting[]> = fc
  .array(
    fc.record({
      start: fc.nat(30),
      length: fc.integer({ min: 1, max: 12 }),
      correction: fc.option(fc.constantFrom('', 'x', 'y')),
    }),
    { maxLength: 25 },
  )
  .map((drafts) =>
    drafts.map(({ start, length, correction }, at) => ({
      id: `m${at}`,
      ...span(start, start + length),
      correction,
    })),
  );

const named = (pairs: readonly (readonly [string, string])[]): string[] =>
  pairs.map((pair) => [...pair].sort().join(' ')).sort();

describe('the sweep', () => {
  test('finds what comparing every pair finds', () => {
    fc.assert(
      fc.property(marks, (all) => {
        const expected = all.flatMap((a, at) =>
          all
            .slice(at + 1)
            .filter(
              (b) =>
                a.correction !== null &&
                b.correction !== null &&
                spansOverlap(a, b) &&
                !(a.start === b.start && a.end === b.end && a.correction === b.correction),
            )
            .map((b) => [a.id, b.id] as const),
        );
        expect(named(collisions(all))).toEqual(named(expected));
      }),
    );
  });

  test('does not care about the order of the marks', () => {
    fc.assert(
      fc.property(marks, (all) => {
        expect(collisions(all.toReversed())).toEqual(collisions(all));
      }),
    );
  });
});
