import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { changeSchema } from '@/lib/commands/change-schema';
import * as endpoints from '@/lib/contract/endpoints/projects';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.changeSchema, ({ actor, params, body, context }) =>
    changeSchema(actor, params.id, body, context),
  ),
);
