import { listed } from '@/lib/api/listed';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { addProject } from '@/lib/commands/add-project';
import * as endpoints from '@/lib/contract/endpoints/projects';
import { projectsOf } from '@/lib/store/projects';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.listProjects, async ({ actor }) => listed(await projectsOf(actor))),
  route(endpoints.addProject, ({ actor, body, context }) => addProject(actor, body, context)),
);
