import { listed } from '@/lib/api/listed';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { listAllProjects } from '@/lib/contract/endpoints/projects';
import { allProjects } from '@/lib/store/projects';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(listAllProjects, async ({ actor }) => listed(await allProjects(actor))),
);
