import { notifyDone } from '@/app/_ui/toast';
import type { AnnotationView } from '@/lib/contract/annotation';
import { newId } from '@/lib/ids';
import type { OperationDraft } from '@/lib/sync/operation-draft';
import { findRepeats, type RepeatOptions } from '@/lib/text/find-repeats';
import { sameSpan, span, type Span } from '@/lib/text/offsets';
import { undo } from './changing';
import type { DeskModel } from './desk-model';
import { count, quoted } from './say-mark';

/** The other places of a mark's words that do not have such a mark already: one with its tag on exactly these words. */
export function otherPlaces(desk: DeskModel, mark: AnnotationView, options: RepeatOptions): readonly Span[] {
  const there = desk.sync.replica
    .query()
    .filter(({ tag, exact, deletedAt }) => tag === mark.tag && exact === mark.exact && deletedAt === null)
    .map(({ start, end }) => span(start, end));
  return findRepeats(desk.text, span(mark.start, mark.end), options).filter(
    (place) => !there.some((other) => sameSpan(other, place)),
  );
}

/** Makes the same mark at each of the places; one undo takes all of them back. Evidence and decisions stay with the first. */
export function applyTo(desk: DeskModel, mark: AnnotationView, places: readonly Span[]): void {
  if (places.length === 0) return;
  const { versionId, exact, tag, value, correction, note, severity, state } = mark;
  const bodies = { versionId, exact, tag, value, correction, note, severity, state };
  desk.sync.run(
    `mark ${quoted(exact)} at ${count(places.length, 'more place')}`,
    places.map(({ start, end }): OperationDraft => ({
      kind: 'annotation.create',
      id: newId(),
      annotation: { ...bodies, start, end },
    })),
  );
  notifyDone(`Marked ${quoted(exact)} at ${count(places.length, 'more place')}.`, { run: () => undo(desk) });
}
