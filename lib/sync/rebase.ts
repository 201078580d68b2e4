import type { AnnotationView } from '@/lib/contract/annotation';
import type { FailureCode } from '@/lib/contract/failure';
import type { Operation } from '@/lib/contract/operation';
import type { Problem } from '@/lib/contract/problem';
import { newId } from '@/lib/ids';
import { mergeMark } from './merge-mark';
import { completeDraft } from './operation-draft';
import { operationsTowards } from './operations-towards';
import type { TakenBack } from './windows';
import type { ArticleRef, Refusal, Work } from './work';

/** Refusals that say: it has become another mark meanwhile. */
const OVERTAKEN: ReadonlySet<FailureCode> = new Set(['stale-revision', 'wrong-status']);

/** A wish that came too late: what the mark was, what the person wants, what it is by now. */
export interface Conflict {
  readonly base: AnnotationView;
  readonly yours: AnnotationView;
  readonly theirs: AnnotationView;
}

/** The conflict that a refusal is about; null where it is about something else. */
export function conflictOf(work: readonly [Work, ...Work[]], problem: Problem): Conflict | null {
  const [{ base, operation }] = work;
  const yours = work.at(-1)!.wanted;
  const theirs = currentOf(problem, operation.id);
  if (!OVERTAKEN.has(problem.code) || !base || !yours || !theirs) return null;
  return base.revision === theirs.revision ? null : { base, yours, theirs };
}

/** The mark as the server has it, where a problem tells. */
export function currentOf({ current }: Problem, id: string): AnnotationView | null {
  const view = current as AnnotationView | null | undefined;
  return typeof view === 'object' && view?.id === id ? view : null;
}

/**
 * What is to be done about work that the server would not do. What collides with nobody else's is asked for again, on
 * top of what is there now; what is there already is settled; the rest is for the person.
 */
export function rebase(work: readonly [Work, ...Work[]], problem: Problem): TakenBack {
  const [first] = work;
  const { article, person } = first;
  const taken = {
    article,
    operations: work.map(({ operation }) => operation),
    current: currentOf(problem, first.operation.id),
    instead: [],
    refusal: null,
  };
  const conflict = conflictOf(work, problem);
  const merged = conflict && mergeMark(conflict.base, conflict.yours, conflict.theirs);
  if (!conflict || !merged || merged.collisions.length > 0) {
    const refusal: Refusal = { id: first.operation.operationId, person, article, work, problem };
    return { ...taken, refusal };
  }
  return { ...taken, instead: workTowards(article, person, conflict.theirs, merged.target) };
}

/** The work that makes `current` say what `target` says; all of it or nothing. */
function workTowards(
  article: ArticleRef,
  person: string,
  current: AnnotationView,
  target: AnnotationView,
): readonly Work[] {
  const drafts = operationsTowards(current, target, newId);
  const group = drafts.length > 1 ? { group: newId() } : {};
  return drafts.map((draft, index) => {
    const head = { operationId: newId(), revision: current.revision + index, ...group };
    const operation: Operation = completeDraft(draft, head);
    return { person, article, operation, base: current, wanted: target };
  });
}
