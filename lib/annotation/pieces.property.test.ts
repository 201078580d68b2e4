import fc from 'fast-check';
import { expect, test } from 'vitest';
import { span } from '@/lib/text/offsets';
import { piecesOf } from './pieces';

const spanArbitrary = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }));

test('pieces make up the whole, and each lies under exactly the marks that cover it', () => {
  fc.assert(
    fc.property(spanArbitrary, fc.array(spanArbitrary, { maxLength: 12 }), (within, unsorted) => {
      const marks = unsorted.toSorted((a, b) => a.start - b.start || a.end - b.end);
      const pieces = piecesOf(span(within.start, within.end), marks);
      expect(pieces[0]?.span.start).toBe(within.start);
      expect(pieces.at(-1)?.span.end).toBe(within.end);
      for (const [index, { span: place, marks: over }] of pieces.entries()) {
        if (index > 0) expect(place.start).toBe(pieces[index - 1]!.span.end);
        expect(over).toEqual(marks.filter(({ start, end }) => start <= place.start && end >= place.end));
        expect(marks.some(({ start, end }) => start < place.end && end > place.start)).toBe(over.length > 0);
      }
    }),
  );
});
