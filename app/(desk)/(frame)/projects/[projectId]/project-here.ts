import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import type { ProjectView } from '@/lib/contract/project';
import type { Actor } from '@/lib/policy/actor';
import { projectFor } from '@/lib/store/projects';
import { actorAt, currentActor, found } from '../../../arrive';

/** The project of the address, looked up once for a page and its layout; null for nobody, the 404 page for strangers. */
export const projectHere = cache(async (projectId: string): Promise<ProjectView | null> => {
  const actor = await currentActor();
  if (actor === null) return null;
  if (!z.uuid().safeParse(projectId).success) notFound();
  return found(await projectFor(actor, projectId));
});

export interface AtProject {
  readonly actor: Actor;
  readonly project: ProjectView;
}

/** Who asks and the project; nobody signs in first and comes back to `room` (`/schema`, or nothing) of the project. */
export async function projectAt(projectId: string, room = ''): Promise<AtProject> {
  const actor = await actorAt(`/projects/${projectId}${room}`);
  return { actor, project: (await projectHere(projectId)) ?? notFound() };
}
