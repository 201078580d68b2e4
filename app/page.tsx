import { redirect } from 'next/navigation';
import { projectsOf } from '@/lib/store/projects';
import { actorAt, found } from './(desk)/arrive';

/** The front door: whoever works in one project alone goes straight into it, everybody else to the list. */
export default async function FrontDoor(): Promise<never> {
  const actor = await actorAt('/');
  const projects = found(await projectsOf(actor));
  const [only] = projects;
  redirect(projects.length === 1 && only && !actor.admin ? `/projects/${only.id}` : '/projects');
}
