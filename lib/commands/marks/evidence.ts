import type { AnnotationView } from '@/lib/contract/annotation';
import type { EvidenceView } from '@/lib/contract/evidence';
import { failure } from '@/lib/contract/failure';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { notFound } from '@/lib/store/not-found';
import { forbidden } from '../forbidden';
import { markToChange, rightsOf } from './guards';
import { nextRevision } from './next-revision';
import type { OperationOf, StepResult, Workspace } from './workspace';

/** The whole of it travels with every answer and every event of its mark. */
export const EVIDENCE_MAX = 100;

/** Adds evidence at the end. What was decided on other evidence is open again. */
export function addEvidence(workspace: Workspace, operation: OperationOf<'evidence.add'>): StepResult {
  const { actor, now } = workspace;
  const found = markToChange(workspace, operation, (mark) =>
    can.addEvidence(actor, rightsOf(mark)) ? null : forbidden(actor, 'add evidence to this mark').failure,
  );
  if (!found.ok) return found;
  const mark = found.value;
  const { evidenceId, evidence } = operation;
  if (workspace.evidenceIds.has(evidenceId) || mark.evidence.some(({ id }) => id === evidenceId)) {
    return failure('already-exists', 'There is evidence with this id.');
  }
  if (mark.evidence.length >= EVIDENCE_MAX) {
    return failure('invalid-input', `A mark holds at most ${EVIDENCE_MAX} pieces of evidence.`);
  }
  const added: EvidenceView = {
    id: evidenceId,
    url: evidence.url ?? null,
    note: evidence.note ?? null,
    excerpt: evidence.excerpt ?? null,
    locator: evidence.locator ?? null,
    relation: evidence.relation,
    by: { id: actor.id, name: actor.name },
    at: now,
  };
  return ok(withEvidence(workspace, mark, [...mark.evidence, added], 'evidence.added'));
}

/** Takes evidence back. The record of it stays in the history. */
export function removeEvidence(workspace: Workspace, operation: OperationOf<'evidence.remove'>): StepResult {
  const { actor } = workspace;
  const { evidenceId } = operation;
  const evidenceOf = (mark: AnnotationView): EvidenceView | undefined =>
    mark.evidence.find(({ id }) => id === evidenceId);
  const found = markToChange(workspace, operation, (mark) => {
    const byId = evidenceOf(mark)?.by.id ?? '';
    return can.removeEvidence(actor, rightsOf(mark), { byId })
      ? null
      : forbidden(actor, 'take this evidence back').failure;
  });
  if (!found.ok) return found;
  const mark = found.value;
  if (evidenceOf(mark) === undefined) return notFound('evidence');
  const kept = mark.evidence.filter(({ id }) => id !== evidenceId);
  return ok(withEvidence(workspace, mark, kept, 'evidence.removed'));
}

const withEvidence = (
  workspace: Workspace,
  mark: AnnotationView,
  evidence: EvidenceView[],
  event: 'evidence.added' | 'evidence.removed',
) => nextRevision(workspace, mark, { evidence, status: 'open' }, event);
