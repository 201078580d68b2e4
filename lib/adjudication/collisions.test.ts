import { describe, expect, test } from 'vitest';
import { span } from '@/lib/text/offsets';
import { collisions, type Collision, type Correcting } from './collisions';

const mark = (id: string, start: number, end: number, correction: string | null = id): Correcting => ({
  id,
  ...span(start, end),
  correction,
});

const cases: Record<string, { marks: Correcting[]; pairs: Collision[] }> = {
  'nothing at all': { marks: [], pairs: [] },
  'one mark': { marks: [mark('a', 0, 5)], pairs: [] },
  'marks apart': { marks: [mark('a', 0, 2), mark('b', 5, 9)], pairs: [] },
  'marks that touch': { marks: [mark('a', 0, 5), mark('b', 5, 9)], pairs: [] },
  'one shared code point': { marks: [mark('a', 0, 5), mark('b', 4, 9)], pairs: [['a', 'b']] },
  'one inside the other': { marks: [mark('in', 3, 4), mark('out', 0, 9)], pairs: [['out', 'in']] },
  'the same span read differently': { marks: [mark('b', 2, 6), mark('a', 2, 6)], pairs: [['a', 'b']] },
  'the same change twice': { marks: [mark('a', 2, 6, 'Soyuz'), mark('b', 2, 6, 'Soyuz')], pairs: [] },
  'the same correction of another span': {
    marks: [mark('a', 2, 6, 'Soyuz'), mark('b', 2, 7, 'Soyuz')],
    pairs: [['b', 'a']],
  },
  'a mark without a correction': { marks: [mark('a', 0, 9, null), mark('b', 2, 6)], pairs: [] },
  'two deletions of one span': { marks: [mark('a', 0, 9, ''), mark('b', 0, 9, '')], pairs: [] },
  'a deletion around a change': { marks: [mark('a', 0, 9, ''), mark('b', 2, 6)], pairs: [['a', 'b']] },
  'a long mark over several short ones': {
    marks: [mark('c', 6, 8), mark('long', 0, 9), mark('a', 1, 2), mark('b', 3, 5)],
    pairs: [
      ['long', 'a'],
      ['long', 'b'],
      ['long', 'c'],
    ],
  },
  'a chain': {
    marks: [mark('a', 0, 4), mark('b', 3, 7), mark('c', 6, 9)],
    pairs: [
      ['a', 'b'],
      ['b', 'c'],
    ],
  },
};

describe('collisions', () => {
  test.each(Object.entries(cases))('%s', (_, { marks, pairs }) => {
    expect(collisions(marks)).toEqual(pairs);
  });

  test('of ten thousand marks side by side are looked for in no time', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => mark(String(at), at * 3, at * 3 + 3));
    const started = performance.now();
    expect(collisions(many)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
