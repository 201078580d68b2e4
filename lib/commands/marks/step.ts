import type { Operation } from '@/lib/contract/operation';
import { unreachable } from '@/lib/result';
import { change } from './change';
import { create } from './create';
import { decide } from './decide';
import { addEvidence, removeEvidence } from './evidence';
import { remove, restore } from './remove';
import type { Change, StepResult, Workspace } from './workspace';

/** What one operation makes of the workspace as it stands, or why not. Looks things up in there and nowhere else. */
export function step(workspace: Workspace, operation: Operation): StepResult {
  switch (operation.kind) {
    case 'annotation.create':
      return create(workspace, operation);
    case 'annotation.change':
      return change(workspace, operation);
    case 'annotation.delete':
      return remove(workspace, operation);
    case 'annotation.restore':
      return restore(workspace, operation);
    case 'annotation.decide':
      return decide(workspace, operation);
    case 'evidence.add':
      return addEvidence(workspace, operation);
    case 'evidence.remove':
      return removeEvidence(workspace, operation);
    default:
      return unreachable(operation);
  }
}

/** The workspace as the next operation finds it. */
export function withChange(workspace: Workspace, { after }: Change): Workspace {
  const marks = new Map(workspace.marks).set(after.id, after);
  const evidenceIds = new Set([...workspace.evidenceIds, ...after.evidence.map(({ id }) => id)]);
  return { ...workspace, marks, evidenceIds };
}
