import type { AnnotationView } from '@/lib/contract/annotation';
import { isChangedSinceDecision } from '@/lib/store/annotation-rows';
import type { Change, Workspace } from './workspace';
import type { EventKind } from '@/lib/contract/event';

/** A mark one revision on, with what is said about it kept in step. */
export function nextRevision(
  { now }: Workspace,
  before: AnnotationView,
  edits: Partial<AnnotationView>,
  event: EventKind,
): Change {
  const after = { ...before, ...edits, revision: before.revision + 1, updatedAt: now };
  const changedSinceDecision = isChangedSinceDecision(after.status, after.decision);
  return { event, before, after: { ...after, changedSinceDecision } };
}
