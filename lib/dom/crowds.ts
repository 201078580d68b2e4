import type { Interval } from './interval-index';

/** A half-open extent in code points. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** What cannot be told apart any more: where more marks lie over each other than there are levels. */
export interface Crowd {
  /** Where it is, disjoint and ascending. */
  readonly extents: readonly Extent[];
  /** How many marks more than levels lie over its deepest place; 0 without a crowd. */
  readonly more: number;
}

export const NO_CROWD: Crowd = { extents: [], more: 0 };

/**
 * The crowd among one paragraph's marks, given by start, and their levels as `assignLevels` gives them for `levels` looks
 * and one more. O(n log n).
 */
export function findCrowd(
  intervals: readonly Interval[],
  levelOf: ReadonlyMap<string, number>,
  levels: number,
): Crowd {
  const deep = intervals.filter(({ id }) => levelOf.get(id)! >= levels);
  return deep.length === 0 ? NO_CROWD : { extents: merge(deep), more: deepest(intervals) - levels };
}

function merge(intervals: readonly Interval[]): readonly Extent[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of intervals) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** The largest number of intervals over one place: ends before starts, for what touches does not overlap. */
function deepest(intervals: readonly Interval[]): number {
  const starts = intervals.map(({ start }) => start);
  const ends = intervals.map(({ end }) => end).toSorted((a, b) => a - b);
  let most = 0;
  let ended = 0;
  for (const [begun, start] of starts.entries()) {
    while (ends[ended]! <= start) ended += 1;
    most = Math.max(most, begun + 1 - ended);
  }
  return most;
}
