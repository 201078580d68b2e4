import { initialSeverity } from '@/lib/schema/tag-rules';
import type { AnnotationView, NewAnnotation } from '@/lib/contract/annotation';
import type { EvidenceView } from '@/lib/contract/evidence';
import { NO_EVIDENCE } from '@/lib/contract/plain/evidence';
import { failure } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { notFound } from '@/lib/store/not-found';
import { forbidden } from '../forbidden';
import { hashOf } from './hash-of';
import { checkRelated, checkTagged, orNull } from './check-bodies';
import { findTarget } from './find-target';
import { onShelf } from './guards';
import type { OperationOf, StepResult, Workspace } from './workspace';

/** A new mark; the same again is answered with what is there, other content under the same id is refused. */
export function create(workspace: Workspace, operation: OperationOf<'annotation.create'>): StepResult {
  const { actor, article, now } = workspace;
  const { id, annotation } = operation;
  const known = workspace.elsewhere.get(id);
  if (known === false) return notFound('annotation');
  if (known === true) return failure('already-exists', 'This id belongs to a mark of another article.');
  if (!can.mark(actor)) return forbidden(actor, 'make marks');

  const existing = workspace.marks.get(id);
  if (existing !== undefined && workspace.madeBy.get(id) === hashOf(operation)) {
    return ok({ event: null, after: existing });
  }
  if (existing === undefined) {
    const shelved = onShelf(workspace.article);
    if (shelved !== null) return { ok: false, failure: shelved };
  }
  const target = findTarget(workspace, annotation.versionId, annotation);
  if (!target.ok) return target;
  const tagged = checkTagged(workspace, {
    tag: annotation.tag,
    value: annotation.value ?? null,
    state: orNull(annotation.state),
    correction: annotation.correction ?? null,
  });
  if (!tagged.ok) return tagged;
  const related = checkRelated(workspace, id, annotation.relatedId ?? null);
  if (!related.ok) return related;

  const { tag, value, state, correction } = tagged.value;
  const by = { id: actor.id, name: actor.name };
  const after: AnnotationView = {
    id,
    articleId: article.id,
    versionId: annotation.versionId,
    author: by,
    ...target.value,
    tag: tag.key,
    tagLabel: tag.label,
    value,
    correction,
    note: orNull(annotation.note),
    severity: annotation.severity ?? initialSeverity(tag, value),
    state,
    status: 'open',
    relatedId: annotation.relatedId ?? null,
    origin: annotation.origin ?? 'person',
    revision: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    evidence: firstEvidence(annotation, by, now),
    decision: null,
    changedSinceDecision: false,
  };
  if (existing === undefined) return ok({ event: 'annotation.created', before: null, after });
  if (saysTheSame(existing, after)) return ok({ event: null, after: existing });
  return failure('already-exists', 'There is a mark with this id, and it says something else.', {
    current: existing,
  });
}

function firstEvidence(
  { evidenceUrl, evidenceNote }: NewAnnotation,
  by: EvidenceView['by'],
  at: string,
): EvidenceView[] {
  if (evidenceUrl === undefined && evidenceNote === undefined) return [];
  return [{ ...NO_EVIDENCE, id: newId(), url: evidenceUrl ?? null, note: evidenceNote ?? null, by, at }];
}

const CONTENT = [
  'versionId',
  'start',
  'end',
  'exact',
  'tag',
  'value',
  'correction',
  'note',
  'severity',
  'state',
  'relatedId',
] as const satisfies readonly (keyof AnnotationView)[];

function saysTheSame(existing: AnnotationView, wanted: AnnotationView): boolean {
  const said = (mark: AnnotationView): string =>
    JSON.stringify(mark.evidence.map(({ url, note, excerpt }) => [url, note, excerpt]));
  return CONTENT.every((field) => existing[field] === wanted[field]) && said(existing) === said(wanted);
}
