import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignLevels } from './assign-levels';
import { findCrowd, type Crowd } from './crowds';
import type { Interval } from './interval-index';

const LEVELS = 3;

type Place = readonly [start: number, end: number];

const intervalsOf = (places: readonly Place[]): readonly Interval[] =>
  places
    .map(([start, end], at) => ({ id: `m${at}`, start, end, order: `${at}`.padStart(3, '0') }))
    .toSorted((a, b) => a.start - b.start || b.end - a.end || a.order.localeCompare(b.order));

const crowdOf = (places: readonly Place[]): Crowd => {
  const intervals = intervalsOf(places);
  return findCrowd(intervals, assignLevels(intervals, LEVELS + 1), LEVELS);
};

const depthAt = (places: readonly Place[], at: number): number =>
  places.filter(([start, end]) => start <= at && at < end).length;

const cases: Record<string, { readonly places: readonly Place[]; readonly crowd: Crowd }> = {
  'nothing is no crowd': { places: [], crowd: { extents: [], more: 0 } },
  'three over each other are told apart': {
    places: [
      [0, 9],
      [2, 8],
      [3, 5],
    ],
    crowd: { extents: [], more: 0 },
  },
  'the fourth is one more': {
    places: [
      [0, 9],
      [0, 9],
      [0, 9],
      [3, 5],
    ],
    crowd: { extents: [{ start: 3, end: 5 }], more: 1 },
  },
  'touching is not overlap': {
    places: [
      [0, 4],
      [0, 4],
      [0, 4],
      [4, 8],
    ],
    crowd: { extents: [], more: 0 },
  },
  'two crowds in one paragraph': {
    places: [
      ...Array.from({ length: 4 }, (): Place => [0, 4]),
      ...Array.from({ length: 6 }, (): Place => [10, 14]),
    ],
    crowd: {
      extents: [
        { start: 0, end: 4 },
        { start: 10, end: 14 },
      ],
      more: 3,
    },
  },
};

describe('crowds', () => {
  test.each(Object.entries(cases))('%s', (_name, { places, crowd }) => {
    expect(crowdOf(places)).toEqual(crowd);
  });

  test('there is one exactly where more lie over each other than there are levels', () => {
    const place = fc
      .tuple(fc.nat(20), fc.integer({ min: 1, max: 12 }))
      .map(([start, length]): Place => [start, start + length]);
    fc.assert(
      fc.property(fc.array(place, { maxLength: 16 }), (places) => {
        const { extents, more } = crowdOf(places);
        const depths = Array.from({ length: 34 }, (_, at) => depthAt(places, at));
        expect(more).toBe(Math.max(0, Math.max(...depths) - LEVELS));
        for (const [at, depth] of depths.entries()) {
          if (depth > LEVELS) expect(extents.some(({ start, end }) => start <= at && at < end)).toBe(true);
        }
        for (const [index, { end }] of extents.entries()) {
          expect(extents[index + 1]?.start ?? Infinity).toBeGreaterThan(end);
        }
      }),
    );
  });
});
