import { missingForAcceptance } from '@/lib/adjudication/may-accept';
import { statusAfter } from '@/lib/adjudication/status-after';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { DecisionView } from '@/lib/contract/decision';
import { failure, type Failure, type FieldError, type Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { tagByKey } from '@/lib/schema/find-tag';
import { forbidden } from '../forbidden';
import { markToChange, mergedInto } from './guards';
import { nextRevision } from './next-revision';
import type { OperationOf, StepResult, Workspace } from './workspace';

type Decide = OperationOf<'annotation.decide'>;

/** An editor's verdict: appended, and the mark's status with it. Nothing else ever writes a status but a change that opens. */
export function decide(workspace: Workspace, operation: Decide): StepResult {
  const { actor, now } = workspace;
  const found = markToChange(workspace, operation, () =>
    can.decide(actor) ? null : forbidden(actor, 'decide on marks').failure,
  );
  if (!found.ok) return found;
  const mark = found.value;
  const { verdict, intoId, correction, reason } = operation.decision;
  const status = statusAfter(mark.status, verdict);
  if (status === null) return failure('wrong-status', 'The mark is open already.', { current: mark });
  const possible =
    verdict === 'accepted'
      ? checkAcceptance(workspace, mark, correction)
      : verdict === 'merged'
        ? checkMerge(workspace, mark, intoId ?? '')
        : ok(null);
  if (!possible.ok) return possible;
  const decision: DecisionView = {
    id: newId(),
    verdict,
    revision: mark.revision,
    intoId: intoId ?? null,
    correction: correction === undefined || correction === mark.correction ? null : correction,
    reason: reason ?? null,
    editor: { id: actor.id, name: actor.name },
    at: now,
  };
  return ok(nextRevision(workspace, mark, { status, decision }, 'annotation.decided'));
}

const MISSING: Readonly<Record<'correction-required' | 'evidence-required', FieldError>> = {
  'correction-required': { field: 'correction', message: 'A correction has to say what it should read.' },
  'evidence-required': { field: 'evidence', message: 'Evidence is missing: a link or a note is enough.' },
};

/** A tag that the schema has lost rights over (it has none to lose: tags are retired, never removed) would ask for nothing. */
function checkAcceptance(
  { schema }: Workspace,
  mark: AnnotationView,
  amended: string | undefined,
): Outcome<null> {
  const tag = tagByKey(schema, mark.tag);
  if (tag === null) throw new Error(`The schema does not know the tag ${mark.tag}`);
  if (amended !== undefined && tag.correction === 'none') {
    const message = `The tag “${tag.label}” takes no correction.`;
    return failure('invalid-input', message, { errors: [{ field: 'correction', message }] });
  }
  const { value, state, correction, evidence } = mark;
  const missing = missingForAcceptance(tag, {
    value,
    state,
    correction: amended ?? correction,
    evidence: evidence.length,
  });
  const [code] = missing;
  if (code === undefined) return ok(null);
  const errors = missing.map((lack) => MISSING[lack]);
  const detail = `“${tag.label}” cannot be accepted yet. ${errors.map(({ message }) => message).join(' ')}`;
  return failure(code, detail, { errors });
}

function checkMerge(workspace: Workspace, mark: AnnotationView, intoId: string): Outcome<null> {
  const refuse = (code: Failure['code'], message: string): Outcome<null> =>
    failure(code, message, { errors: [{ field: 'intoId', message }] });
  const into = workspace.marks.get(intoId);
  if (into === undefined) return refuse('not-found', 'There is no such annotation in this article.');
  if (intoId === mark.id) return refuse('invalid-input', 'A mark cannot be merged into itself.');
  if (into.versionId !== mark.versionId) return refuse('invalid-input', 'It is a mark of another version.');
  if (into.deletedAt !== null) return refuse('wrong-status', 'The mark to merge into is in the trash.');
  if (into.status === 'merged') return refuse('wrong-status', 'The mark to merge into is merged itself.');
  if (mergedInto(workspace, mark.id).length > 0) {
    return refuse('wrong-status', 'Other marks are merged into this one; reopen or move them first.');
  }
  return ok(null);
}
