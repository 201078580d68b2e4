import { byPlace } from '@/lib/annotation/by-place';
import type { AnnotationView } from '@/lib/contract/annotation';

/** Of more changes than this the whole is sorted again. */
const FEW = 64;

/**
 * Marks by place, brought up to date: `changed` says what those that are different now were like in `ordered`, undefined
 * for those that were not in it. A new array. O(n) copying and O(log n) comparing for a few changes, O(n log n) for many.
 */
export function reorder(
  ordered: readonly AnnotationView[],
  changed: ReadonlyMap<string, AnnotationView | undefined>,
  views: ReadonlyMap<string, AnnotationView>,
): readonly AnnotationView[] {
  if (changed.size > FEW) return [...views.values()].sort(byPlace);
  const next = [...ordered];
  for (const [id, before] of changed) {
    if (before) next.splice(firstNotBefore(next, before), 1);
    const view = views.get(id);
    if (view) next.splice(firstNotBefore(next, view), 0, view);
  }
  return next;
}

/** Binary search: index of the first mark that does not stand before a place; the number of marks if none. */
function firstNotBefore(marks: readonly AnnotationView[], place: AnnotationView): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byPlace(marks[middle]!, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
