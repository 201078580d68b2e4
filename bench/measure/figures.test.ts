import { describe, expect, test } from 'vitest';
import { figuresOf, medianOf } from './figures';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('figuresOf', () => {
  test.each([
    ['of a hundred', upTo(100), { p50: 50, p99: 99, perSecond: 50, requests: 100 }],
    ['in any order', upTo(100).reverse(), { p50: 50, p99: 99 }],
    ['of three', [30, 10, 20], { p50: 20, p99: 30 }],
    ['of one', [7], { p50: 7, p99: 7, perSecond: 0.5 }],
    ['of nothing', [], { p50: Number.NaN, p99: Number.NaN, perSecond: 0, requests: 0 }],
  ])('%s', (_name, latencies, figures) => {
    expect(figuresOf({ seconds: 2, latencies, errors: 3 })).toMatchObject({ ...figures, errors: 3 });
  });
});

test('medianOf takes the middle of each figure, and adds up what was counted', () => {
  const round = (p50: number, p99: number) => ({ p50, p99, perSecond: 1 / p50, requests: 10, errors: 1 });
  expect(medianOf([round(2, 30), round(1, 10), round(4, 20)])).toEqual({
    p50: 2,
    p99: 20,
    perSecond: 1 / 2,
    requests: 30,
    errors: 3,
  });
});
