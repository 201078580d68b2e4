import type { Outcome } from '@/lib/contract/failure';
import type { ProjectChange, ProjectView } from '@/lib/contract/project';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { notFound } from '@/lib/store/not-found';
import { projectFor } from '@/lib/store/projects';
import { transaction } from '@/lib/store/transaction';
import { enterProject } from './enter-project';
import { forbidden } from './forbidden';
import { recordProjectEvent } from './record-events';
import { findRepetition } from './repetition';
import { refuseOverwriting } from './refuse-overwriting';
import { requestHash } from './request-hash';
import { withoutUndefined } from './without-undefined';
import type { WriteContext } from './write-context';

/** Changes a project's name, guidelines, known names or how it writes; what is left out stays. 409 `stale-revision`. */
export const changeProject = (
  actor: Actor,
  id: string,
  change: ProjectChange,
  context: WriteContext,
): Promise<Outcome<ProjectView>> =>
  changeProjectBy(
    actor,
    id,
    requestHash('project.change', id, change),
    (before) => refuseOverwriting(before, change),
    context,
  );

/**
 * Changes a project by what `plan` makes of it as it stands, under its lock; null leaves it alone. `hash` tells the
 * request from others under the same operation id.
 */
export async function changeProjectBy(
  actor: Actor,
  id: string,
  hash: string,
  plan: (before: ProjectView) => Outcome<Omit<ProjectChange, 'seen'> | null>,
  { operationId, now }: WriteContext,
): Promise<Outcome<ProjectView>> {
  return transaction(async (store) => {
    const member = await enterProject(store, actor, id);
    if (member === null) return notFound('project');
    if (!can.changeProject(member)) return forbidden(member, 'change the project');
    const repetition = await findRepetition<ProjectView>(store, actor, operationId, hash);
    if (repetition !== null) return repetition;
    const before = await projectFor(actor, id, store);
    if (!before.ok) return before;
    const change = plan(before.value);
    if (!change.ok) return change;
    if (change.value === null) return before;
    await store.project.update({ where: { id }, data: withoutUndefined(change.value) });
    const changed = await projectFor(actor, id, store);
    if (!changed.ok) return changed;
    const after = { ...changed.value, updatedAt: now.toISOString() };
    await recordProjectEvent(
      store,
      actor,
      id,
      {
        kind: 'project.changed',
        subjectId: id,
        before: before.value,
        after,
        operationId: operationId ?? newId(),
        requestHash: hash,
      },
      now,
    );
    return ok(after);
  });
}
