import { collisions } from '@/lib/adjudication/collisions';
import type { TextChange } from './apply-corrections';
import type { ChangePlan, ReportMark } from './report';

/** A mark whose correction goes into the text. */
type Correcting = ReportMark & { readonly shouldRead: string };

const isCorrecting = (mark: ReportMark): mark is Correcting =>
  mark.status === 'accepted' && mark.shouldRead !== null;

/**
 * Which of a report's corrections go into the text: the accepted ones. Where some collide, none does (`refuse`), or the
 * outermost ones do and the rest is named (`outermost`).
 */
export function planChanges(marks: readonly ReportMark[], overlap: 'refuse' | 'outermost'): ChangePlan {
  const correcting = marks.filter(isCorrecting);
  const pairs = collisions(
    correcting.map(({ id, start, end, shouldRead }) => ({ id, start, end, correction: shouldRead })),
  );
  if (pairs.length === 0) return { collisions: [], changes: joinAgreeing(correcting), leftOut: [] };
  if (overlap === 'refuse') return { collisions: pairs, changes: null, leftOut: [] };
  const { kept, leftOut } = keepOutermost(correcting, pairs);
  return { collisions: pairs, changes: joinAgreeing(kept), leftOut };
}

/**
 * Of marks that collide the longest stays; of equally long ones the first in the text; on the very same span the one
 * decided last, and then the lower id.
 */
function keepOutermost(
  marks: readonly Correcting[],
  pairs: readonly (readonly [string, string])[],
): { readonly kept: readonly Correcting[]; readonly leftOut: readonly string[] } {
  const rivals = new Map<string, string[]>(marks.map(({ id }) => [id, []]));
  for (const [a, b] of pairs) {
    rivals.get(a)?.push(b);
    rivals.get(b)?.push(a);
  }
  const gone = new Set<string>();
  const settled = new Set<string>();
  for (const { id } of marks.toSorted(outerFirst)) {
    if (gone.has(id)) continue;
    settled.add(id);
    for (const rival of rivals.get(id) ?? []) if (!settled.has(rival)) gone.add(rival);
  }
  return { kept: marks.filter(({ id }) => !gone.has(id)), leftOut: [...gone].sort() };
}

const outerFirst = (a: Correcting, b: Correcting): number =>
  b.end - b.start - (a.end - a.start) ||
  a.start - b.start ||
  compare(b.decision?.at ?? '', a.decision?.at ?? '') ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Marks that ask for the same replacement of the same span are one change. */
function joinAgreeing(marks: readonly Correcting[]): readonly TextChange[] {
  const changes = new Map<
    number,
    { start: Correcting['start']; end: Correcting['end']; replacement: string; markIds: string[] }
  >();
  for (const { id, start, end, shouldRead } of marks.toSorted(
    (a, b) => a.start - b.start || compare(a.id, b.id),
  )) {
    const change = changes.get(start);
    if (change) change.markIds.push(id);
    else changes.set(start, { start, end, replacement: shouldRead, markIds: [id] });
  }
  return [...changes.values()];
}
