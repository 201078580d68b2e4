import { byPlace } from '@/lib/annotation/by-place';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { EventView } from '@/lib/contract/event';

/** What of an event says what a mark was like after it. */
export type PastEvent = Pick<EventView, 'seq' | 'kind' | 'subjectId' | 'after'>;

/** Whether an event tells of a mark: then `before` and `after` are its whole view. */
export const isAboutMark = ({ kind }: Pick<EventView, 'kind'>): boolean =>
  kind.startsWith('annotation.') || kind.startsWith('evidence.');

/**
 * The marks of an article right after the event numbered `seq`, by place; without those that were in the trash then. Events may
 * come in any order, and those of which a later one (up to `seq`) tells the same mark may be left out. A redacted event says
 * nothing of its mark any more, so the mark is not there.
 */
export function marksAsOf(events: Iterable<PastEvent>, seq: number): readonly AnnotationView[] {
  const newest = new Map<string, PastEvent>();
  for (const event of events) {
    if (event.seq > seq || !isAboutMark(event)) continue;
    const known = newest.get(event.subjectId);
    if (!known || known.seq < event.seq) newest.set(event.subjectId, event);
  }
  return [...newest.values()]
    .map(({ after }) => after as AnnotationView | null)
    .filter((mark): mark is AnnotationView => mark !== null && mark.deletedAt === null)
    .sort(byPlace);
}
