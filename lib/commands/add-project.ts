import { failure, type Outcome } from '@/lib/contract/failure';
import type { NewProject, ProjectListing } from '@/lib/contract/project';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { defaultSchema, shortForm } from '@/lib/schema/default-schema';
import { findListing } from '@/lib/store/projects';
import { transaction, type Store } from '@/lib/store/transaction';
import { forbidden } from './forbidden';
import { insertSchema } from './insert-schema';
import { recordProjectEvent } from './record-events';
import { findRepetition } from './repetition';
import { requestHash } from './request-hash';
import type { WriteContext } from './write-context';

/**
 * Makes a project with a tag schema and its first editor: the one named, else whoever makes it. 422 naming `editorEmail`
 * when nobody has that address; 409 `already-exists` for an id that is taken.
 */
export async function addProject(
  actor: Actor,
  wanted: NewProject,
  { operationId, now }: WriteContext,
): Promise<Outcome<ProjectListing>> {
  if (!can.addProject(actor)) return forbidden(actor, 'add projects: that is for administrators');
  const { id = newId(), ...project } = wanted;
  const hash = requestHash('project.add', '', wanted);
  return transaction(async (store) => {
    const repetition = await findRepetition<ProjectListing>(store, actor, operationId, hash);
    if (repetition !== null) return repetition;
    const editorId = await findEditor(store, actor, project.editorEmail);
    if (!editorId.ok) return editorId;
    if ((await findListing(store, id)) !== null) {
      return failure('already-exists', 'There is a project with this id.');
    }
    await store.project.create({ data: { id, name: project.name, createdAt: now, madeById: actor.id } });
    await store.member.create({
      data: { projectId: id, personId: editorId.value, role: 'editor', createdAt: now },
    });
    await insertSchema(store, actor, id, project.schema === 'short' ? shortForm : defaultSchema, now);
    const after: ProjectListing = { id, name: project.name, members: 1, createdAt: now.toISOString() };
    await recordProjectEvent(
      store,
      actor,
      id,
      {
        kind: 'project.created',
        subjectId: id,
        before: null,
        after,
        operationId: operationId ?? newId(),
        requestHash: hash,
      },
      now,
    );
    return ok(after);
  });
}

async function findEditor(store: Store, actor: Actor, email: string | undefined): Promise<Outcome<string>> {
  if (email === undefined) return ok(actor.id);
  const person = await store.person.findUnique({
    where: { email },
    select: { id: true, deactivatedAt: true },
  });
  if (person !== null && person.deactivatedAt === null) return ok(person.id);
  const message = 'Nobody can sign in with this address; invite them first.';
  return failure('invalid-input', `editorEmail: ${message}`, { errors: [{ field: 'editorEmail', message }] });
}
