import { undoesDecision } from '@/lib/adjudication/status-after';
import type { AnnotationChange, AnnotationView } from '@/lib/contract/annotation';
import type { Outcome } from '@/lib/contract/failure';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { findTag, tagByKey } from '@/lib/schema/find-tag';
import { forbidden } from '../forbidden';
import { checkRelated, checkTagged, orNull } from './check-bodies';
import { findTarget } from './find-target';
import { markToChange, rightsOf } from './guards';
import { nextRevision } from './next-revision';
import type { OperationOf, StepResult, Workspace } from './workspace';

/** Changes what an operation names; null clears. What was decided and is now something else is open again. */
export function change(workspace: Workspace, operation: OperationOf<'annotation.change'>): StepResult {
  const { actor } = workspace;
  const found = markToChange(workspace, operation, (mark) =>
    can.changeMark(actor, rightsOf(mark)) ? null : forbidden(actor, 'change this mark').failure,
  );
  if (!found.ok) return found;
  const mark = found.value;
  const { change: wanted } = operation;
  const tagged = changedTag(workspace, mark, wanted);
  if (!tagged.ok) return tagged;
  const target = changedTarget(workspace, mark, wanted);
  if (!target.ok) return target;
  if (wanted.relatedId !== undefined) {
    const related = checkRelated(workspace, mark.id, wanted.relatedId);
    if (!related.ok) return related;
  }
  const edits: Partial<AnnotationView> = {
    ...target.value,
    ...tagged.value,
    ...(wanted.note === undefined ? {} : { note: orNull(wanted.note) }),
    ...(wanted.severity === undefined ? {} : { severity: wanted.severity }),
    ...(wanted.relatedId === undefined ? {} : { relatedId: wanted.relatedId }),
  };
  const reopens = undoesDecision(mark, { ...mark, ...edits });
  return ok(
    nextRevision(workspace, mark, { ...edits, ...(reopens ? { status: 'open' } : {}) }, 'annotation.changed'),
  );
}

function changedTarget(
  workspace: Workspace,
  mark: AnnotationView,
  { start, end, exact }: AnnotationChange,
): Outcome<Partial<AnnotationView>> {
  return start === undefined || end === undefined || exact === undefined
    ? ok({})
    : findTarget(workspace, mark.versionId, { start, end, exact });
}

/**
 * Only what changes is held against the schema, which may have moved on since: with another tag that is everything the
 * tag has a say in. A state that the new tag does not know gives way to its first one; a value or a correction that
 * it does not take is refused, for somebody wrote them.
 */
function changedTag(
  workspace: Workspace,
  mark: AnnotationView,
  wanted: AnnotationChange,
): Outcome<Partial<AnnotationView>> {
  const { tag: name = mark.tag, value, state, correction } = wanted;
  const named = findTag(workspace.schema, name);
  const isOther = named?.key !== mark.tag;
  if (!isOther && value === undefined && state === undefined && correction === undefined) return ok({});
  const keptState = named?.states?.includes(mark.state ?? '') === true ? mark.state : null;
  const checked = checkTagged(
    workspace,
    {
      tag: tagByKey(workspace.schema, name)?.key ?? name,
      value: value !== undefined ? value : isOther ? mark.value : null,
      state: state !== undefined ? orNull(state) : keptState,
      correction: correction !== undefined ? correction : isOther ? mark.correction : null,
    },
    mark.tag,
  );
  if (!checked.ok) return checked;
  const valid = checked.value;
  return ok({
    tag: valid.tag.key,
    tagLabel: valid.tag.label,
    ...(isOther || value !== undefined ? { value: valid.value } : {}),
    ...(isOther || state !== undefined ? { state: valid.state } : {}),
    ...(isOther || correction !== undefined ? { correction: valid.correction } : {}),
  });
}
