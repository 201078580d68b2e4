import { failure, type Outcome } from '@/lib/contract/failure';
import type { SchemaChanges } from '@/lib/contract/schema';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { applySchemaChanges } from '@/lib/schema/change-schema';
import type { TagSchema } from '@/lib/schema/tag-schema';
import { notFound } from '@/lib/store/not-found';
import { currentSchema } from '@/lib/store/tag-schemas';
import { transaction } from '@/lib/store/transaction';
import { enterProject } from './enter-project';
import { forbidden } from './forbidden';
import { insertSchema } from './insert-schema';
import { recordProjectEvent } from './record-events';
import { findRepetition } from './repetition';
import { requestHash } from './request-hash';
import type { WriteContext } from './write-context';

/**
 * Makes the next version of a project's schema: all of the changes or none. 409 `stale-revision` with the schema as it is
 * when another version than the one seen is the newest; 422 naming the change and the field that stand in the way.
 */
export async function changeSchema(
  actor: Actor,
  projectId: string,
  { version, changes }: SchemaChanges,
  { operationId, now }: WriteContext,
): Promise<Outcome<TagSchema>> {
  const hash = requestHash('schema.change', projectId, changes);
  return transaction(async (store) => {
    const member = await enterProject(store, actor, projectId);
    if (member === null) return notFound('project');
    if (!can.changeSchema(member)) return forbidden(member, 'change the tag schema');
    const repetition = await findRepetition<TagSchema>(store, actor, operationId, hash);
    if (repetition !== null) return repetition;
    const before = await currentSchema(store, projectId);
    if (before.version !== version) {
      return failure(
        'stale-revision',
        `The schema has changed since you saw it: this was for version ${version}, the newest is ${before.version}.`,
        { current: before },
      );
    }
    const changed = applySchemaChanges(before, changes);
    if (!changed.ok) {
      const { at, field, message } = changed.failure;
      return failure('invalid-input', message, { errors: [{ field: `changes[${at}].${field}`, message }] });
    }
    const after = changed.value;
    if (after === before) return ok(before);
    await insertSchema(store, actor, projectId, after, now);
    await recordProjectEvent(
      store,
      actor,
      projectId,
      {
        kind: 'schema.changed',
        subjectId: projectId,
        before,
        after,
        operationId: operationId ?? newId(),
        requestHash: hash,
      },
      now,
    );
    return ok(after);
  });
}
