import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byPlace } from '@/lib/annotation/by-place';
import type { AnnotationView } from '@/lib/contract/annotation';
import { idOf, mark } from './example-marks';
import { reorder } from './mark-order';

/** One of a few marks, where it is now; null takes it away. */
const change = fc.tuple(
  fc.integer({ min: 1, max: 12 }),
  fc.option(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 3 })), { nil: null }),
);

test('after any changes the marks stand as if all were sorted', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 8 }), (rounds) => {
      const views = new Map<string, AnnotationView>();
      let ordered: readonly AnnotationView[] = [];
      for (const round of rounds) {
        const changed = new Map<string, AnnotationView | undefined>();
        for (const [number, place] of round) {
          const id = idOf(number);
          if (!changed.has(id)) changed.set(id, views.get(id));
          if (place) views.set(id, mark({ id, start: place[0], end: place[0] + place[1] }));
          else views.delete(id);
        }
        const before = [...ordered];
        const next = reorder(ordered, changed, views);
        expect(next).toEqual([...views.values()].toSorted(byPlace));
        expect(ordered).toEqual(before);
        ordered = next;
      }
    }),
  );
});

test('many changes at once, too', () => {
  const marks = Array.from({ length: 200 }, (_, at) =>
    mark({ id: idOf(at + 1), start: 200 - at, end: 210 - at }),
  );
  const views = new Map(marks.map((view) => [view.id, view]));
  const changed = new Map(marks.map(({ id }) => [id, undefined]));
  expect(reorder([], changed, views).map(({ start }) => start)).toEqual(
    marks.map(({ start }) => start).toSorted((a, b) => a - b),
  );
});
