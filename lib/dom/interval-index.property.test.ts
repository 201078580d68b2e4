import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignLevels } from './assign-levels';
import { IntervalIndex, type Interval } from './interval-index';

const BLOCKS = Array.from({ length: 12 }, (_, i) => ({ start: i * 12, end: i * 12 + 10 }));
const END = BLOCKS.at(-1)!.end;

const extent = fc
  .tuple(fc.integer({ min: 0, max: END - 1 }), fc.integer({ min: 1, max: 40 }))
  .map(([start, length]) => ({ start, end: Math.min(start + length, END) }));
const orderAt = (at: number): string => `${at}`.padStart(3, '0');
const change = fc.oneof(
  fc.record({ id: fc.constantFrom(...'abcdefgh'), extent }),
  fc.record({ id: fc.constantFrom(...'abcdefgh'), extent: fc.constant(null) }),
);

it('answers what a scan over all of them answers, after any changes', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), fc.integer({ min: 0, max: END }), (changes, offset) => {
      const index = new IntervalIndex(BLOCKS);
      const all = new Map<string, Interval>();
      for (const [at, { id, extent }] of changes.entries()) {
        const order = orderAt(at);
        if (extent) {
          index.set({ id, ...extent, order });
          all.set(id, { id, ...extent, order });
        } else {
          index.delete(id);
          all.delete(id);
        }
      }
      fc.pre(BLOCKS.some(({ start, end }) => start <= offset && offset < end));
      const expected = [...all.values()]
        .filter(({ start, end }) => start <= offset && offset < end)
        .toSorted((a, b) => a.end - a.start - (b.end - b.start) || b.order.localeCompare(a.order));
      expect(index.at(offset)).toEqual(expected);
      expect(index.size).toBe(all.size);
    }),
  );
});

it('puts overlapping marks on different levels as long as there are levels', () => {
  fc.assert(
    fc.property(fc.array(extent, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), (extents, levels) => {
      const index = new IntervalIndex([{ start: 0, end: END }]);
      for (const [at, each] of extents.entries()) index.set({ id: `${at}`, ...each, order: orderAt(at) });
      const marks = index.inBlock(0);
      const assigned = assignLevels(marks, levels);
      for (const a of marks) {
        const over = marks.filter((b) => a.start < b.end && b.start < a.end);
        expect(assigned.get(a.id)).toBeLessThan(levels);
        for (const b of over) {
          if (a === b || assigned.get(a.id) !== assigned.get(b.id)) continue;
          expect(assigned.get(a.id)).toBe(levels - 1);
        }
      }
    }),
  );
});
