import { failure } from '@/lib/contract/failure';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { forbidden } from '../forbidden';
import { markToChange, mergedInto, rightsOf } from './guards';
import { nextRevision } from './next-revision';
import type { OperationOf, StepResult, Workspace } from './workspace';

/** Puts a mark into the trash. Not one that others were merged into: they would stand for nothing. */
export function remove(workspace: Workspace, operation: OperationOf<'annotation.delete'>): StepResult {
  const { actor, now } = workspace;
  const found = markToChange(workspace, operation, (mark) =>
    can.changeMark(actor, rightsOf(mark)) ? null : forbidden(actor, 'delete this mark').failure,
  );
  if (!found.ok) return found;
  const merged = mergedInto(workspace, operation.id).length;
  if (merged > 0) {
    return failure(
      'wrong-status',
      `${merged === 1 ? 'Another mark is' : `${merged} other marks are`} merged into this one; reopen or move them first.`,
    );
  }
  return ok(nextRevision(workspace, found.value, { deletedAt: now }, 'annotation.deleted'));
}

/** Takes a mark out of the trash as it was; open, where the mark it was merged into has gone in the meantime. */
export function restore(workspace: Workspace, operation: OperationOf<'annotation.restore'>): StepResult {
  const { actor, marks } = workspace;
  const found = markToChange(
    workspace,
    operation,
    (mark) => (can.changeMark(actor, rightsOf(mark)) ? null : forbidden(actor, 'restore this mark').failure),
    { trashed: true },
  );
  if (!found.ok) return found;
  const { status, decision } = found.value;
  const into = status === 'merged' ? marks.get(decision?.intoId ?? '') : undefined;
  const isOrphan =
    status === 'merged' && (into === undefined || into.deletedAt !== null || into.status === 'merged');
  return ok(
    nextRevision(
      workspace,
      found.value,
      { deletedAt: null, ...(isOrphan ? { status: 'open' } : {}) },
      'annotation.restored',
    ),
  );
}
