import { describe, expect, it } from 'vitest';
import { IntervalIndex } from './interval-index';

const BLOCKS = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 25, end: 40 },
];
const ids = (found: readonly { id: string }[]): string => found.map(({ id }) => id).join(' ');

function indexOf(marks: Record<string, [start: number, end: number]>): IntervalIndex {
  const index = new IntervalIndex(BLOCKS);
  for (const [order, [id, [start, end]]] of Object.entries(marks).entries()) {
    index.set({ id, start, end, order: `${order}` });
  }
  return index;
}

const HITS: Record<string, { marks: Record<string, [number, number]>; at: number; found: string }> = {
  'nothing there': { marks: { a: [0, 3] }, at: 5, found: '' },
  'the start belongs to it': { marks: { a: [2, 4] }, at: 2, found: 'a' },
  'the end does not': { marks: { a: [2, 4] }, at: 4, found: '' },
  'nested: the shorter first': { marks: { outer: [0, 10], inner: [3, 5] }, at: 4, found: 'inner outer' },
  'crossing: the shorter first': { marks: { a: [0, 6], b: [4, 9] }, at: 5, found: 'b a' },
  'identical: the later first': { marks: { old: [1, 4], new: [1, 4] }, at: 2, found: 'new old' },
  'across a border, first part': { marks: { a: [8, 15] }, at: 9, found: 'a' },
  'across a border, second part': { marks: { a: [8, 15] }, at: 12, found: 'a' },
  'across three': { marks: { a: [8, 30] }, at: 27, found: 'a' },
  'between blocks there is no character': { marks: { a: [30, 31] }, at: 22, found: '' },
  'behind the text': { marks: { a: [30, 40] }, at: 90, found: '' },
};

describe('IntervalIndex', () => {
  for (const [name, { marks, at, found }] of Object.entries(HITS)) {
    it(`at: ${name}`, () => expect(ids(indexOf(marks).at(at))).toBe(found));
  }

  it('answers the blocks a change touches, before and now', () => {
    const index = indexOf({ a: [0, 3] });
    expect(index.set({ id: 'a', start: 12, end: 30, order: '0' }).toSorted()).toEqual([0, 1, 2]);
    expect(index.delete('a')).toEqual([1, 2]);
    expect(index.delete('a')).toEqual([]);
    expect(index.size).toBe(0);
  });

  it('lists a block by start, the longer first, then as they came', () => {
    const index = indexOf({ late: [5, 6], short: [0, 2], long: [0, 9], twin: [0, 2] });
    expect(ids(index.inBlock(0))).toBe('long short twin late');
  });
});
