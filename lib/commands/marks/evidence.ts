import type { AnnotationView } from '@/lib/contract/annotation';
import type { EvidenceView, NewEvidence } from '@/lib/contract/evidence';
import { failure, type Outcome } from '@/lib/contract/failure';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { notFound } from '@/lib/store/not-found';
import { forbidden } from '../forbidden';
import { targetIn } from './find-target';
import { markToChange, rightsOf } from './guards';
import { nextRevision } from './next-revision';
import { passageKey, type OperationOf, type StepResult, type Workspace } from './workspace';

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
  const cited = citedIn(workspace, evidence);
  if (!cited.ok) return cited;
  const added: EvidenceView = {
    id: evidenceId,
    url: evidence.url ?? null,
    note: evidence.note ?? null,
    excerpt: evidence.excerpt ?? null,
    ...cited.value,
    locator: evidence.locator ?? null,
    relation: evidence.relation,
    by: { id: actor.id, name: actor.name },
    at: now,
  };
  return ok(withEvidence(workspace, mark, [...mark.evidence, added], 'evidence.added'));
}

type Cited = Pick<EvidenceView, 'source' | 'start' | 'end' | 'prefix' | 'suffix'>;

/**
 * The source that evidence names, and its selectors in it. 422 for none of this article, or one taken back; 409
 * `quote-mismatch` with what the source says at the place given.
 */
function citedIn({ sources }: Workspace, { sourceId, start, end, excerpt }: NewEvidence): Outcome<Cited> {
  const nowhere = { start: null, end: null, prefix: null, suffix: null };
  if (sourceId === undefined) return ok({ source: null, ...nowhere });
  const known = sources.get(sourceId);
  if (known === undefined) {
    const message = 'Is no source of this article.';
    return failure('invalid-input', `sourceId: ${message}`, {
      errors: [{ field: 'sourceId', message }],
    });
  }
  const { id, number, title, passages } = known;
  const source = { id, number, title };
  if (start === undefined || end === undefined) return ok({ source, ...nowhere });
  const target = targetIn(passages.get(passageKey(id, start, end))!, { start, end, exact: excerpt! });
  if (!target.ok) return target;
  const { prefix, suffix } = target.value;
  return ok({ source, start, end, prefix, suffix });
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
