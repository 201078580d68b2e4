import type { Span } from '@/lib/text/offsets';

/** An accepted mark as far as colliding goes: its correction is the effective one, null for none. */
export interface Correcting extends Span {
  readonly id: string;
  readonly correction: string | null;
}

/** Two ids, the one that starts first in front; of those that start together the longer, then the lower id. */
export type Collision = readonly [string, string];

/**
 * Every pair of accepted marks whose corrections cannot both be made: both have one and they share at least one code
 * point. The same correction of the same span is one change, and touching is not sharing. In order of the text.
 * A sweep: O(n log n) and the number of pairs.
 */
export function collisions(marks: readonly Correcting[]): readonly Collision[] {
  const pairs: Collision[] = [];
  let active: Correcting[] = [];
  for (const mark of marks.filter(({ correction }) => correction !== null).toSorted(inOrder)) {
    active = active.filter(({ end }) => end > mark.start);
    for (const other of active) if (!isSameChange(other, mark)) pairs.push([other.id, mark.id]);
    active.push(mark);
  }
  return pairs;
}

const inOrder = (a: Correcting, b: Correcting): number =>
  a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1);

const isSameChange = (a: Correcting, b: Correcting): boolean =>
  a.start === b.start && a.end === b.end && a.correction === b.correction;
