import type { Actor, ProjectActor } from '@/lib/policy/actor';
import { memberActor } from '@/lib/store/members';
import type { Store } from '@/lib/store/transaction';

/**
 * Locks a project for a change of what concerns all of it, and tells who asks as its member; null for strangers. Whoever
 * changes members, schema or facts waits here for the other.
 */
export async function enterProject(
  store: Store,
  actor: Actor,
  projectId: string,
): Promise<ProjectActor | null> {
  const member = await memberActor(store, actor, projectId);
  if (member === null) return null;
  await store.$queryRaw`SELECT 1 FROM "project" WHERE "id" = ${projectId}::uuid FOR NO KEY UPDATE`;
  return member;
}
