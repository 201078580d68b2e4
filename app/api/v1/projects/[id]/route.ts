import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { changeProject } from '@/lib/commands/change-project';
import * as endpoints from '@/lib/contract/endpoints/projects';
import { projectFor } from '@/lib/store/projects';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.getProject, ({ actor, params }) => projectFor(actor, params.id)),
  route(endpoints.changeProject, ({ actor, params, body, context }) =>
    changeProject(actor, params.id, body, context),
  ),
);
