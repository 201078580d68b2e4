import { describe, expect, it } from 'vitest';
import { assignLevels } from './assign-levels';

type Case = { marks: Record<string, [start: number, end: number]>; levels: Record<string, number> };

const CASES: Record<string, Case> = {
  'alone on the ground': { marks: { a: [0, 5] }, levels: { a: 0 } },
  'touching is no overlap': { marks: { a: [0, 5], b: [5, 9] }, levels: { a: 0, b: 0 } },
  nested: { marks: { outer: [0, 9], inner: [2, 4] }, levels: { outer: 0, inner: 1 } },
  identical: { marks: { a: [0, 5], b: [0, 5], c: [0, 5] }, levels: { a: 0, b: 1, c: 2 } },
  crossing: { marks: { a: [0, 5], b: [3, 8], c: [6, 9] }, levels: { a: 0, b: 1, c: 0 } },
  'more than there are levels': {
    marks: { a: [0, 9], b: [0, 9], c: [0, 9], d: [0, 9] },
    levels: { a: 0, b: 1, c: 2, d: 2 },
  },
};

describe('assignLevels', () => {
  for (const [name, { marks, levels }] of Object.entries(CASES)) {
    it(name, () => {
      const intervals = Object.entries(marks).map(([id, [start, end]], at) => ({
        id,
        start,
        end,
        order: `${at}`,
      }));
      expect(Object.fromEntries(assignLevels(intervals, 3))).toEqual(levels);
    });
  }
});
