import type { Interval } from './interval-index';

/**
 * Greedy interval colouring of one paragraph's marks, given by start with the longer ones first: each takes the lowest
 * level that no overlapping earlier one holds. Identical and nested marks so end up on different levels and are all
 * visible. Levels at or above `levels` share the last one. O(n × levels).
 */
export function assignLevels(intervals: readonly Interval[], levels: number): ReadonlyMap<string, number> {
  const assigned = new Map<string, number>();
  const freeFrom: number[] = [];
  for (const { id, start, end } of intervals) {
    const free = freeFrom.findIndex((from) => from <= start);
    const level = free >= 0 ? free : Math.min(freeFrom.length, levels - 1);
    freeFrom[level] = Math.max(freeFrom[level] ?? 0, end);
    assigned.set(id, level);
  }
  return assigned;
}
